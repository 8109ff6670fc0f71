"""A medium is what its bytes say, under a name that fits, small enough, and whole; any other file is an error."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from plugins.catalog.places import Problem
from plugins.catalog.records import Medium
from plugins.media import reading
from tests.conftest import Draft, said
from tests.media.files import annotated, attached, opening, pdf, picture, saved

ONLY = (
    "Erlaubt sind Bilder als PNG, JPEG oder WebP und Dokumente als PDF. "
    "Speichern Sie die Datei in einem dieser Formate."
)
SAVE_AGAIN = "Öffnen Sie sie in einem Programm für Bilder oder PDFs und speichern Sie sie neu."
SAVE_PICTURE = "Öffnen Sie das Bild in einem Bildprogramm und speichern Sie es neu."
PRINT = "Drucken Sie das Dokument in eine neue PDF-Datei; dabei bleibt nur, was man lesen kann."
MOVING = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]


def read(folder: Path, name: str, data: bytes) -> Medium | Problem:
    file = folder / "media" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return reading.read(file, folder)


def answer(folder: Path, name: str, data: bytes) -> list[str]:
    """What is said of one file."""
    found = read(folder, name, data)
    return said([found]) if isinstance(found, Problem) else []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rathaus.png", picture("PNG")),
        ("rathaus.jpg", picture("JPEG")),
        ("rathaus.jpeg", picture("JPEG")),
        ("rathaus.webp", picture("WEBP")),
        ("grau-16.png", saved(Image.new("I;16", (8, 6), 40_000), "PNG")),
        ("durchsichtig.png", picture("PNG", "RGBA")),
        ("palette.png", picture("PNG", "P")),
        ("schwarz-weiss.png", picture("PNG", "1")),
        ("druckerei.jpg", picture("JPEG", "CMYK")),
        ("falsches-profil.jpg", picture("JPEG", icc_profile=b"kein Profil")),
    ],
)
def test_pictures_of_every_program_are_taken_with_their_size(tmp_path: Path, name: str, data: bytes) -> None:
    found = read(tmp_path, name, data)
    assert isinstance(found, Medium), found
    assert (found.width, found.height) == (8, 6)
    assert found.written == f"/media/{name}"


def test_a_pdf_is_taken_with_the_size_of_what_is_published(tmp_path: Path) -> None:
    found = read(tmp_path, "merkblatt.pdf", pdf())
    assert isinstance(found, Medium), found
    assert found.about == "PDF, 1 KB"


@pytest.mark.parametrize(
    ("size", "shown"), [((1200, 1600), (420, 560)), ((1600, 900), (996, 560)), ((48, 32), (48, 32))]
)
def test_a_photo_taken_upright_does_not_fill_a_screen(
    size: tuple[int, int], shown: tuple[int, int], tmp_path: Path
) -> None:
    found = read(tmp_path, "rathaus.png", picture(size=size))
    assert isinstance(found, Medium), found
    assert (found.width, found.height) == size
    assert found.shown == shown


@pytest.mark.parametrize(
    ("name", "data", "message", "hint"),
    [
        ("logo.png", b'<?xml version="1.0"?><svg/>', "ist eine SVG-Grafik", ONLY),
        ("logo.png", b"\xef\xbb\xbf <svg onload=alert(1)>", "ist eine SVG-Grafik", ONLY),
        ("seite.pdf", b"<!DOCTYPE html><script>alert(1)</script>", "ist eine HTML-Seite", ONLY),
        ("bild.png", b"GIF89a\1\0\1\0", "ist ein GIF", ONLY),
        ("foto.jpg", b"\0\0\0\x18ftypheic", "ist ein Foto im Format HEIC oder AVIF", ONLY),
        ("antrag.pdf", b"PK\3\4docx", "ist ein Office-Dokument oder ein ZIP-Archiv", ONLY),
        ("antrag.pdf", b"\n%PDF-1.4", "ist kein Bild und kein PDF", ONLY),
        ("leer.png", b"", "ist leer", ONLY),
        ("rathaus.jpeg", picture("PNG"), "ist ein PNG, heißt aber .jpeg", "Benennen Sie sie um: rathaus.png"),
        ("rathaus.pdf", picture("JPEG"), "ist ein JPEG, heißt aber .pdf", "Benennen Sie sie um: rathaus.jpg"),
        ("polyglott.png", picture("PNG") + b"PK\5\6", "", SAVE_AGAIN),
        ("polyglott.jpg", picture("JPEG", comment=b"<script>alert(1)</script>"), "", SAVE_AGAIN),
        ("polyglott.webp", picture("WEBP") + b"x", "", SAVE_AGAIN),
        ("polyglott.pdf", pdf() + b"\n%<html>", "", SAVE_AGAIN),
        ("halb.png", picture("PNG")[:-20], "", SAVE_AGAIN),
        ("halb.jpg", picture("JPEG", size=(80, 80))[:-200], "ist beschädigt", SAVE_PICTURE),
        ("halb.pdf", pdf()[:-200], "ist beschädigt", PRINT),
        (
            "winkt.png",
            saved(MOVING[0], "PNG", save_all=True, append_images=MOVING[1:]),
            "bewegt sich",
            "Nehmen Sie ein Einzelbild; Bewegtes lenkt vom Lesen ab.",
        ),
        (
            "winkt.webp",
            saved(MOVING[0], "WEBP", save_all=True, append_images=MOVING[1:]),
            "bewegt sich",
            "Nehmen Sie ein Einzelbild; Bewegtes lenkt vom Lesen ab.",
        ),
        (
            "riesig.png",
            picture("PNG", "1", (4001, 1)),
            "hat 4001 × 1 Bildpunkte",
            "Verkleinern Sie das Bild auf höchstens 4000 × 4000; 1600 genügen.",
        ),
        (
            "schwer.png",
            picture("PNG") + bytes(500_000),
            "ist größer als 500 kB",
            "Verkleinern Sie das Bild auf 1600 Bildpunkte; ein PDF speichern Sie für den Bildschirm.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_something_else_or_more_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str, hint: str
) -> None:
    message = message or "ist unvollständig, oder es steckt noch eine andere Datei in ihr"
    assert answer(tmp_path, name, data) == [f"content/media/{name}:1:1: Die Datei {message}  [medium-file] → {hint}"]


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "Straßen Schild.PNG",
            "heißt so, dass sie keine Adresse hätte",
            "Benennen Sie sie um: strassen-schild.png",
        ),
        ("a.b.png", "heißt so, dass sie keine Adresse hätte", "Benennen Sie sie um: a-b.png"),
        ("logo.svg", "ist eine SVG-Grafik", ONLY),
        ("logo.svgz", "ist eine SVG-Grafik", ONLY),
        ("film.mp4", "ist kein Bild und kein PDF", ONLY),
    ],
)
def test_a_name_that_fits_no_address_is_refused(tmp_path: Path, name: str, message: str, hint: str) -> None:
    assert answer(tmp_path, name, picture()) == [
        f"content/media/{name}:1:1: Die Datei {message}  [medium-file] → {hint}"
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (opening(S=Name.Launch, F="cmd.exe"), "startet beim Öffnen oder auf Klick Programme oder andere Dateien"),
        (opening(S=Name.GoToR, F="x.pdf"), "startet beim Öffnen oder auf Klick Programme oder andere Dateien"),
        (
            opening(S=Name.GoTo, Next=Array([Dictionary(S=Name.SubmitForm)])),
            "startet beim Öffnen oder auf Klick Programme oder andere Dateien",
        ),
        (
            opening(S=Name.JavaScript, JS="app.alert(1)"),
            "startet beim Öffnen oder auf Klick Programme oder andere Dateien",
        ),
        (lambda one: one.Root.update({"/Names": Dictionary(JavaScript=Array())}), "enthält Programme (JavaScript)"),
        (opening(S=Name.URI, URI="javascript:alert(1)"), "führt zu „javascript:alert(1)“"),
        (annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="file:///etc/passwd")), "führt zu „file:"),
        (
            annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="http://a.example/")),
            "führt zu „http://a.example/“",
        ),
        (annotated(Subtype=Name.Widget, AA=Dictionary(K=Dictionary())), "enthält Programme (JavaScript)"),
        (annotated(Subtype=Name.Movie), "enthält Filme oder Töne"),
        (annotated(Subtype=Name.RichMedia), "enthält Filme oder Töne"),
        (annotated(Subtype=Name.FileAttachment), "enthält angehängte Dateien"),
        (attached, "enthält angehängte Dateien"),
        (lambda one: one.Root.update({"/AcroForm": Dictionary(XFA=Array())}), "enthält ein XFA-Formular"),
        (lambda one: one.Root.update({"/Perms": Dictionary(ByteRange=Array())}), "enthält eine digitale Unterschrift"),
        (lambda one: one.pages.__delitem__(0), "hat keine Seiten"),
    ],
)
def test_a_pdf_that_does_more_than_being_read_is_refused(
    tmp_path: Path, change: Callable[[pikepdf.Pdf], object], message: str
) -> None:
    [found] = answer(tmp_path, "merkblatt.pdf", pdf(change))
    assert found.startswith(f"content/media/merkblatt.pdf:1:1: Die Datei {message}")
    assert found.endswith(PRINT)


@pytest.mark.parametrize(
    ("password", "message"), [("geheim", "ist mit einem Kennwort geschützt"), ("", "ist verschlüsselt")]
)
def test_a_locked_pdf_is_refused(tmp_path: Path, password: str, message: str) -> None:
    locked = pdf(encryption=pikepdf.Encryption(owner="chef", user=password))
    assert answer(tmp_path, "merkblatt.pdf", locked) == [
        f"content/media/merkblatt.pdf:1:1: Die Datei {message}  [medium-file] → {PRINT}"
    ]


def test_links_page_targets_and_fields_to_fill_in_are_what_a_pdf_may_have(tmp_path: Path) -> None:
    for number, change in enumerate(
        (
            opening(S=Name.GoTo, D=Array([0, Name.Fit])),
            annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://www.grossstadt.example/")),
            annotated(Subtype=Name.Widget, FT=Name.Tx, T="Name"),
        )
    ):
        assert answer(tmp_path, f"formular-{number}.pdf", pdf(change)) == []


LEAFLET = "media/merkblatt.pdf"


def leading(write: Draft, address: str) -> list[str]:
    return said(write(LEAFLET, pdf(annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=address)))))


@pytest.mark.parametrize("address", ["https://www.grossstadt.example/hund", "mailto:amt@grossstadt.example", "tel:115"])
def test_a_link_in_a_pdf_leads_where_one_in_a_text_may(write: Draft, address: str) -> None:
    assert leading(write, address) == []


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "https://www.boese.example/",
            "Der Server „www.boese.example“ ist nicht eingetragen  [link-host]"
            " → Tragen Sie den Server in content/portals/ oder als hosts: beim Ort ein.",
        ),
        (
            "https://www.grossstadt.example:8080/",
            "„https://www.grossstadt.example:8080/“ enthält Benutzername oder Port  [link-form]"
            " → Beispiel: https://www.meine-stadt.example/formular",
        ),
        (
            "tel:0900123456",
            "„0900123456“ ist eine Sondernummer, die mehr kostet  [premium-number]"
            " → Nehmen Sie die Nummer der Stelle oder der Zentrale mit ihrer Ortsvorwahl.",
        ),
    ],
)
def test_a_link_in_a_pdf_obeys_the_rules_for_links(write: Draft, address: str, message: str) -> None:
    assert leading(write, address) == [f"content/{LEAFLET}:1:1: {message}"]


def test_what_is_wrong_with_a_file_is_said_with_all_other_problems(write: Draft) -> None:
    assert said(write("municipalities/kleinstadt/media/logo.svg", b"<svg/>")) == [
        f"content/municipalities/kleinstadt/media/logo.svg:1:1: Die Datei ist eine SVG-Grafik  [medium-file] → {ONLY}"
    ]


def test_a_link_of_the_file_system_is_no_medium(write: Draft, tmp_path: Path) -> None:
    (tmp_path / "geheim.png").write_bytes(picture())
    (write.folder / "media" / "rathaus.png").symlink_to(tmp_path / "geheim.png")
    assert [line for line in said(write.problems()) if "rathaus" in line] == [
        "content/media/rathaus.png:1:1: Die Datei ist keine gewöhnliche Datei  [medium-file]"
        " → Verknüpfungen sind in den Inhalten nicht erlaubt; legen Sie die Datei selbst hierher."
    ]


def test_a_small_file_with_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    rows = zlib.compress(b"\0" * 100_000_000, 9)
    header = (60_000).to_bytes(4) + (60_000).to_bytes(4) + b"\x08\x02\0\0\0"
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4) for kind, data in chunks
    )
    assert len(bomb) < 100_000
    [found] = answer(tmp_path, "bombe.png", bomb)
    assert "Die Datei hat zu viele Bildpunkte" in found


def test_a_small_pdf_that_unfolds_to_gigabytes_is_refused(tmp_path: Path) -> None:
    assert answer(tmp_path, "bombe.pdf", _objects_after(bytes(100_000_000))) == [
        f"content/media/bombe.pdf:1:1: Die Datei ist beschädigt  [medium-file] → {PRINT}"
    ]
    assert answer(tmp_path, "bombe.pdf", _objects_after(b"")) == []


def _objects_after(padding: bytes) -> bytes:
    """A PDF whose objects stand in one packed stream that ends in padding."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R>>"]
    starts = [sum(len(one) + 1 for one in objects[:number]) for number in range(3)]
    head = b"".join(b"%d %d " % (number, start) for number, start in enumerate(starts, 1))
    packed = zlib.compress(head + b" ".join(objects) + padding, 9)
    file = b"%%PDF-1.5\n4 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>stream\n" % (
        len(head),
        len(packed),
    )
    file += packed + b"\nendstream\nendobj\n"
    table = b"5 0 obj\n<</Type/XRef/Size 6/W[1 3 1]/Root 1 0 R/Length %d>>stream\n"
    start = len(file)
    packed_rows = (b"\2\0\0\4" + bytes([number]) for number in range(3))
    rows = bytes(5) + b"".join(packed_rows) + b"\1\0\0\x09\0" + b"\1" + start.to_bytes(3) + b"\0"
    return file + table % len(rows) + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


@pytest.mark.corpus
def test_no_svg_of_the_corpus_gets_in_under_any_name(tmp_path: Path, corpora: Path) -> None:
    files = sorted((corpora / "adversarial" / "svg").glob("*.svg"))
    assert len(files) == 8
    for number, file in enumerate(files):
        for suffix in ("svg", "png", "jpg", "webp", "pdf"):
            [found] = answer(tmp_path, f"bild-{number}.{suffix}", file.read_bytes())
            assert found.startswith(f"content/media/bild-{number}.{suffix}:1:1: Die Datei ist")
            (tmp_path / "media" / f"bild-{number}.{suffix}").unlink()
