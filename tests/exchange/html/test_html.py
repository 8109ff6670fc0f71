"""Saved pages of five invented systems become drafts: what is found, how surely, and what is left to people."""

import re
import shutil
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.validation import validated
from plugins.exchange.__main__ import main
from plugins.exchange.drafts import Confidence
from plugins.exchange.former import former_url
from tests.exchange.html.measuring import CRAWLS, compared, table, totals, truth

PROJECT = Path(__file__).parents[3]


def run(into: Path, crawl: Path) -> int:
    return main(["import", "--format", "html", "--into", str(into), str(crawl)])


def report(folder: Path) -> str:
    return (folder / ".import" / "html" / "import-bericht.md").read_text(encoding="utf-8")


def draft(folder: Path, slug: str) -> str:
    return (folder / "services" / f"{slug}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each crawl in a folder of its own."""
    folders = {crawl: tmp_path_factory.mktemp("html") / crawl for crawl in truth()}
    for crawl, folder in folders.items():
        assert run(folder, CRAWLS / crawl) == 1
    return folders


def pages(tmp_path: Path, *bodies: str) -> Path:
    """A crawl of pages with these bodies, `/dienstleistung/0.html` and so on."""
    folder = tmp_path / "crawl" / "www.stadt.example" / "dienstleistung"
    folder.mkdir(parents=True)
    for number, body in enumerate(bodies):
        (folder / f"{number}.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    return tmp_path / "crawl"


def drafted(tmp_path: Path, body: str) -> str:
    """The draft of one page titled „Probe“."""
    run(tmp_path / "content", pages(tmp_path, f"<h1>Probe</h1>{body}"))
    return draft(tmp_path / "content", "probe")


def section(text: str, heading: str) -> str:
    found = re.search(rf"^## {heading}\n\n(.*?)\n(?=\n## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def test_the_documentation_shows_what_is_found_and_how_surely(imported: dict[str, Path]) -> None:
    assert table(imported) in Path(__file__).with_name("README.md").read_text(encoding="utf-8")
    assert totals(imported) in (PROJECT / "docs" / "import.md").read_text(encoding="utf-8")


def test_what_a_draft_calls_sure_is_right(imported: dict[str, Path]) -> None:
    sure = [one for crawl, folder in imported.items() for one in compared(crawl, folder) if one[3] == Confidence.HIGH]
    assert len(sure) > 50
    assert [one for one in sure if one[2] != "right"] == []


def test_a_draft_says_where_it_comes_from_and_how_each_value_was_found(imported: dict[str, Path]) -> None:
    assert draft(imported["begriffe"], "hund-anmelden").startswith(
        "---\n"
        "# Entwurf aus buergerservice.altstadt.example/vr-bis-detail/dienstleistung/4711/show. "
        "Jede Angabe prüfen, dann diese Zeilen löschen.\n"
        "# Titel: sicher, steht so auf der Seite und im Fenstertitel\n"
        "# Kurztext: sicher, Begriff „Kurzbeschreibung“\n"
    )


def test_what_no_page_says_stays_empty_and_the_check_asks_for_it(imported: dict[str, Path]) -> None:
    _, problems = validated(imported["begriffe"])
    missing = {found.message for found in problems if found.place.path == "services/hund-abmelden.md"}
    assert missing == {
        f"„{title}“ ist leer"
        for title in ("Ebene", "Zielgruppe", "Themen", "Fachamt", "Zuletzt geprüft am", "Wieder prüfen bis", "Wege")
    }


def test_an_amount_without_its_day_is_asked_for(imported: dict[str, Path]) -> None:
    _, problems = validated(imported["aufklappen"])
    about_fees = [found for found in problems if found.rule == "fee-amount"]
    assert {found.message for found in about_fees} == {"Betrag ohne Stand oder Quelle"}


def test_the_old_address_leads_on(imported: dict[str, Path]) -> None:
    address = former_url("/vr-bis-detail/dienstleistung/4711/show")
    assert address
    assert f"\nformer_urls: [{address}]\n" in draft(imported["begriffe"], "hund-anmelden")


def test_an_old_address_that_no_file_can_take_is_a_line_for_the_server(tmp_path: Path) -> None:
    crawl = pages(tmp_path, "<h1>Probe</h1><h2>Unterlagen</h2>Pass")
    folder = crawl / "www.stadt.example" / "dienstleistung"
    (folder / "0.html").rename(folder / "0,1.html")
    run(tmp_path / "content", crawl)
    assert "former_urls" not in draft(tmp_path / "content", "probe")
    assert (
        "## Alte Adressen, die der Server weiterleiten muss\n\n"
        "- /dienstleistung/0,1.html → /leistungen/probe/\n" in report(tmp_path / "content")
    )


def test_a_link_to_another_page_of_the_crawl_leads_to_its_service_here(imported: dict[str, Path]) -> None:
    assert "Siehe auch [Hund abmelden](/leistungen/hund-abmelden/)." in draft(imported["begriffe"], "hund-anmelden")


@pytest.mark.parametrize("words", ["Cookies", "Start", "Seite drucken", "Markt 1, 49000 Altstadt, Tel", "999 Euro"])
def test_what_frames_every_page_is_no_part_of_a_service(imported: dict[str, Path], words: str) -> None:
    assert words not in draft(imported["begriffe"], "hund-anmelden")


@pytest.mark.parametrize(
    ("crawl", "line"),
    [
        ("begriffe", "- buergerservice.altstadt.example/vr-bis/: keine Seite einer Dienstleistung"),
        ("begriffe", "- Hund anmelden: Begriff „Ansprechpartner“"),
        ("begriffe", "- 0541 999-120: bei 2 Dienstleistungen, zum Beispiel „Hund anmelden“"),
        ("begriffe", "- Reisepass beantragen: „Was Sie sonst noch wissen sollten“"),
        ("aufklappen", "- www.neuenrode.example/rathaus/aktuelles/sommerfest.html: keine Seite einer Dienstleistung"),
        ("aufklappen", "- Heiraten: Kosten: wahrscheinlich, Überschrift „Was kostet die Trauung?“"),
        ("tabellen", "- (04321) 55-12: bei „Personalausweis“"),
    ],
)
def test_everything_that_is_not_sure_has_a_line_in_the_report(imported: dict[str, Path], crawl: str, line: str) -> None:
    assert line in report(imported[crawl]).splitlines()


def test_the_same_crawl_again_changes_nothing(imported: dict[str, Path], tmp_path: Path) -> None:
    content = shutil.copytree(imported["begriffe"], tmp_path / "content")
    run(content, CRAWLS / "begriffe")
    assert "## Dateien\n\n- Unverändert: 4\n" in report(content)


def test_a_draft_that_was_finished_or_moved_is_left_alone(imported: dict[str, Path], tmp_path: Path) -> None:
    content = shutil.copytree(imported["begriffe"], tmp_path / "content")
    edited, moved = content / "services" / "hund-anmelden.md", content / "services" / "hund-abmelden.md"
    edited.write_text("fertig", encoding="utf-8")
    moved.unlink()
    run(content, CRAWLS / "begriffe")
    assert edited.read_text(encoding="utf-8") == "fertig"
    assert not moved.exists()
    assert "- Von der Redaktion gelöscht oder verschoben, nicht wieder angelegt: 1\n" in report(content)


def test_a_page_saved_twice_is_one_draft_with_both_addresses(tmp_path: Path) -> None:
    body = "<h1>Probe</h1><h2>Unterlagen</h2>Pass<h2>Fristen</h2>bald"
    assert run(tmp_path / "content", pages(tmp_path, body, body)) == 1
    assert "former_urls: [/dienstleistung/0.html, /dienstleistung/1.html]\n" in draft(tmp_path / "content", "probe")


SHOWN = Path("buergerservice.altstadt.example/vr-bis-detail/dienstleistung/4711/show")


@pytest.mark.parametrize(
    "copies",
    [
        [
            f"buergerservice.altstadt.example/vr-bis-detail/dienstleistung/{number}/show"
            for number in (4716, 4717, 4718)
        ],
        [f"www.altstadt.example/dienstleistung/{number}" for number in (1, 2, 3)],
    ],
    ids=["same server", "another server"],
)
def test_copies_of_a_page_count_once_and_change_nothing(
    imported: dict[str, Path], tmp_path: Path, copies: list[str]
) -> None:
    """With the address of a session, or of a second server: what they say is no frame, and what all share is."""
    crawl = shutil.copytree(CRAWLS / "begriffe", tmp_path / "crawl")
    for copy in copies:
        (crawl / copy).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(crawl / SHOWN, crawl / copy)
    run(tmp_path / "content", crawl)
    told = [
        without_addresses(draft(folder, "hund-anmelden")) for folder in (imported["begriffe"], tmp_path / "content")
    ]
    assert told[0] == told[1]
    assert {path.name for path in (tmp_path / "content" / "services").iterdir()} == {
        path.name for path in (imported["begriffe"] / "services").iterdir()
    }


def without_addresses(text: str) -> str:
    """A draft but for the addresses at which its page stood."""
    return re.sub(r"^former_urls:.*(?:\n- .*)*\n", "", text, flags=re.MULTILINE)


def test_a_heading_that_the_title_of_the_window_names_is_never_frame(tmp_path: Path) -> None:
    """Each page links to the one that is asked for most."""
    link = '<p><a href="/dienstleistung/0.html">Hund anmelden</a></p>'
    bodies = [
        f"<title>{name} | Stadt</title><h1>{name}</h1>{link}<h2>Unterlagen</h2>Zettel für: {name}"
        for name in ("Hund anmelden", "Katze", "Ziege", "Esel")
    ]
    run(tmp_path / "content", pages(tmp_path, *bodies))
    assert "# Titel: sicher, steht so auf der Seite und im Fenstertitel\n" in draft(
        tmp_path / "content", "hund-anmelden"
    )


def test_the_page_itself_knows_its_address_best(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://www.stadt.example/hund/">'
    text = drafted(tmp_path, f"{head}<h2>Unterlagen</h2>Pass")
    assert "former_urls: [/hund/, /dienstleistung/0.html]\n" in text


def test_an_address_on_another_server_is_not_believed(tmp_path: Path) -> None:
    text = drafted(tmp_path, '<link rel="canonical" href="https://evil.example/x/"><h2>Unterlagen</h2>Pass')
    assert "former_urls: [/dienstleistung/0.html]\n" in text


@pytest.mark.parametrize(
    ("body", "documents"),
    [
        ("<h2>Unterlagen</h2><ul><li>Pass<li>Foto</ul>", "- Pass\n- Foto"),
        ("<h2>Unterlagen</h2><p>Pass<p>Foto", "Pass\n\nFoto"),
        ("<b>Unterlagen</b>: Pass", "Pass"),
        ("<p>Unterlagen:</p><p>Pass</p>", "Pass"),
        ("<details><summary>Unterlagen</summary>Pass</details><p>Ein Satz danach, der nicht dazugehört.</p>", "Pass"),
        ("<dl><dt>Unterlagen<dd>Pass</dl>", "Pass"),
        ("<table><tr><th>Unterlagen<td>Pass</table>", "Pass"),
        ('<ul><li><a href="#k">Kosten</a><li><a href="#u">Unterlagen</a></ul><h2>Unterlagen</h2>Pass', "Pass"),
        ("<h2>Unterlagen</h2><script>alert(1)</script><p onclick='x()'>Pass</p>", "Pass"),
        ('<h2>Unterlagen</h2><a href="javascript:alert(1)">Pass</a>', "Pass"),
        ('<h2>Unterlagen</h2><a href="https://evil@stadt.example/">Pass</a>', "Pass"),
        ("<h2>Unterlagen</h2>&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script>alert(1)&lt;/script>"),
        ("<h2>Unterlagen</h2><!-- <h2>Fristen</h2> -->Pass", "Pass"),
        ("<h2>Unterlagen</h2>Pass<nav><h2>Fristen</h2>", "Pass\n\nFristen"),
    ],
)
def test_broken_and_hostile_pages_are_read_as_people_see_them(tmp_path: Path, body: str, documents: str) -> None:
    assert section(drafted(tmp_path, body), "Erforderliche Unterlagen").startswith(documents.split("\n\nFristen")[0])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Müll €".encode(), "Müll €"),
        ("<meta charset=iso-8859-1>Müll €".encode("cp1252"), "Müll €"),
        ("<meta charset=iso-8859-15>Müll €".encode("iso-8859-15"), "Müll €"),
        ("<meta charset=utf-8>Müll".encode("cp1252"), "Müll"),
        ("Müll".encode("utf-16"), "Müll"),
    ],
)
def test_pages_are_read_in_the_encoding_they_are_in(tmp_path: Path, data: bytes, words: str) -> None:
    folder = pages(tmp_path)
    html = "<html><h1>Probe</h1><h2>Unterlagen</h2>".encode("utf-16-le" if data[:2] == b"\xff\xfe" else "ascii")
    bom = data[:2] if data[:2] == b"\xff\xfe" else b""
    (folder / "www.stadt.example" / "dienstleistung" / "a.htm").write_bytes(bom + html + data.removeprefix(bom))
    run(tmp_path / "content", folder)
    assert section(draft(tmp_path / "content", "probe"), "Erforderliche Unterlagen") == words


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<!--" * 200_000,
        "<a " * 200_000,
        '<a href="' * 100_000,
        "<![CDATA[" * 100_000,
        "<script>" * 100_000,
        "<ul><li>" * 100_000,
        "<p title='" + "x" * 1_000_000 + "'>",
    ],
    ids=["deep", "comments", "tags", "quotes", "cdata", "scripts", "lists", "attribute"],
)
def test_a_page_made_to_be_slow_is_not(tmp_path: Path, page: str) -> None:
    """Measured below 2 s; Python's parser alone takes minutes for some of them."""
    run(tmp_path / "content", pages(tmp_path, page, "<h1>Probe</h1><h2>Unterlagen</h2>Pass"))
    assert section(draft(tmp_path / "content", "probe"), "Erforderliche Unterlagen") == "Pass"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html>" + b"x" * 2 * 1024 * 1024, "größer als 2 MiB"),
        (b" \n", "leer"),
        (b"%PDF-1.7", "keine HTML-Seite"),
    ],
    ids=["large", "empty", "pdf"],
)
def test_a_file_that_is_not_read_has_the_reason_in_the_report(tmp_path: Path, data: bytes, reason: str) -> None:
    crawl = pages(tmp_path, "<h1>Probe</h1><h2>Unterlagen</h2>Pass")
    (crawl / "www.stadt.example" / "akte.html").write_bytes(data)
    run(tmp_path / "content", crawl)
    assert f"## Nicht gelesene Seiten (1)\n\n- www.stadt.example/akte.html: {reason}\n" in report(tmp_path / "content")


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    crawl = pages(tmp_path, "<h1>Probe</h1><h2>Unterlagen</h2>Pass")
    (tmp_path / "geheim.html").write_text("<h1>Geheim</h1><h2>Unterlagen</h2>Pass", encoding="utf-8")
    (crawl / "www.stadt.example" / "dienstleistung" / "g.html").symlink_to(tmp_path / "geheim.html")
    run(tmp_path / "content", crawl)
    assert "- Seiten: 1\n" in report(tmp_path / "content")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (False, "Den Ordner {} gibt es nicht. Geben Sie den Ordner der Seiten an: FILE=…\n"),
        (True, "In {} liegt keine Seite (.html, .php …). Geben Sie den Ordner an: FILE=…\n"),
    ],
)
def test_a_folder_without_pages_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: bool, message: str
) -> None:
    folder = tmp_path / "crawl"
    if make:
        folder.mkdir()
    assert run(tmp_path / "content", folder) == 2
    assert capsys.readouterr().err == message.format(folder)


def test_a_draft_is_no_service_before_it_is_finished(imported: dict[str, Path]) -> None:
    catalog, _ = load(imported["aufklappen"])
    assert catalog.services == ()
    assert {broken.slug for broken in catalog.broken} == set(truth()["aufklappen"])
