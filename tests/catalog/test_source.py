"""A file as text: strict UTF-8, no invisible characters, nothing but ordinary files, sections with their lines."""

import os
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.mending import mended
from plugins.catalog import opening
from plugins.catalog.encodings import INVISIBLE, invisible
from plugins.catalog.files import MAX_BYTES
from plugins.catalog.places import Place, Problem
from plugins.catalog.records.fields import Section
from plugins.catalog.sections import _looked_at, _may_be_odd, _ordinary
from plugins.catalog.source import Source, _may_hold_more, read
from tests.conftest import said

START = "---\ntitle: Hund\n---\n"


def source(folder: Path, text: str | bytes, name: str = "a.md") -> Source:
    found = outcome(folder, text, name)
    assert isinstance(found, Source)
    return found


def problem(folder: Path, text: str | bytes, name: str = "a.md") -> str:
    found = outcome(folder, text, name)
    assert isinstance(found, Problem)
    return said([found])[0]


def outcome(folder: Path, text: str | bytes, name: str) -> Source | Problem:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(name, folder)


def test_front_matter_and_sections_are_told_apart(tmp_path: Path) -> None:
    found = source(tmp_path, START + "\n## Kurztext\n\nEin Satz.\n\n## Fristen\nKeine.\n")
    assert found.front.plain() == {"title": "Hund"}
    assert [(section.heading, section.text, section.line, section.text_line) for section in found.sections] == [
        ("", "", 4, 4),
        ("Kurztext", "Ein Satz.", 5, 7),
        ("Fristen", "Keine.", 9, 10),
    ]


def test_the_body_keeps_its_line_in_the_file(tmp_path: Path) -> None:
    found = source(tmp_path, START + "Text ohne Überschrift\n")
    assert (found.body, found.body_line) == ("Text ohne Überschrift\n", 4)
    assert found.sections[0].text == "Text ohne Überschrift"


def test_front_matter_places_count_from_the_first_line_of_the_file(tmp_path: Path) -> None:
    assert source(tmp_path, START).front.keys["title"] == Place("a.md", 2, 1)


@pytest.mark.parametrize("heading", ["## Fristen", "##  Fristen  ", "## Fristen ##", "##\tFristen"])
def test_a_heading_may_be_written_with_more_space_and_closing_marks(tmp_path: Path, heading: str) -> None:
    assert source(tmp_path, f"{START}{heading}\nText").sections[1].heading == "Fristen"


@pytest.mark.parametrize("line", ["### Fristen", "#Fristen", "##Fristen", "# Fristen", "    ## Fristen"])
def test_other_lines_with_hashes_are_text(tmp_path: Path, line: str) -> None:
    assert [section.heading for section in source(tmp_path, f"{START}{line}\nText").sections] == [""]


KNOWN = {"Kurztext": Section("Kurztext"), "Fristen": Section("Fristen", plain=True)}
MARKS = ("## ", "##", "#", "### ", "**", "__", "*", "- ", "---", "===", "```", " ", "\t", "\xa0", "\x1c", "   ")
LINES = st.lists(st.tuples(*[st.sampled_from(("", *MARKS, *KNOWN, "Text"))] * 4).map("".join), max_size=8)


@given(st.lists(st.sampled_from(("## Kurztext", "## Fristen ##", "##   ", "Text", "- Text", "")), max_size=8), LINES)
def test_an_ordinary_body_is_cut_as_a_look_at_each_line_cuts_it(ordinary: list[str], odd: list[str]) -> None:
    assert not _may_be_odd("\n" + "\n".join(ordinary))
    for lines in (ordinary, odd, ordinary + odd):
        begun = "\n" + "\n".join(lines)
        assert _may_be_odd(begun) or list(_ordinary(begun, 7)) == list(_looked_at(begun[1:].split("\n"), 7, KNOWN))


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "   ```"])
def test_a_heading_inside_a_code_block_is_text(tmp_path: Path, fence: str) -> None:
    text = f"{START}## Kurztext\n{fence}\n## Fristen\n``\n{fence}\n## Hinweise\nx"
    assert [section.heading for section in source(tmp_path, text).sections] == ["", "Kurztext", "Hinweise"]


def test_a_yaml_file_is_all_front_matter(tmp_path: Path) -> None:
    found = source(tmp_path, "title: Tiere\n", "a.yaml")
    assert (found.front.plain(), found.sections) == ({"title": "Tiere"}, ())


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbftitle: x", b"title: x\r\n", b"title: x\r"])
def test_byte_order_marks_and_foreign_line_ends_do_not_matter(tmp_path: Path, raw: bytes) -> None:
    assert source(tmp_path, raw, "a.yaml").front.plain() == {"title": "x"}


def test_crlf_does_not_shift_lines(tmp_path: Path) -> None:
    found = source(tmp_path, START.replace("\n", "\r\n") + "\r\n## Kurztext\r\nText")
    assert found.sections[1].line == 5


def test_umlauts_are_composed(tmp_path: Path) -> None:
    assert source(tmp_path, "title: U\u0308bung", "a.yaml").front.plain() == {"title": "Übung"}


def test_a_latin_1_file_is_named_with_the_place_of_the_first_foreign_byte(tmp_path: Path) -> None:
    assert problem(tmp_path, "title: x\nowner: Büro".encode("latin-1")) == (
        "content/a.md:2:9: Die Datei ist nicht in UTF-8 gespeichert, vermutlich in Windows-1252  [encoding]"
        " → make fix wandelt sie um; oder speichern Sie sie im Editor mit der Kodierung UTF-8."
    )


@pytest.mark.parametrize("text", ["ä: x\r\nü: Büro", "ä: x\rü: Büro", "ä: x\nü: Büro"])
def test_its_line_and_column_count_letters_whatever_ends_a_line(tmp_path: Path, text: str) -> None:
    data = text.encode().replace("Büro".encode(), b"B\xfcro")
    assert problem(tmp_path, data).startswith("content/a.md:2:5: Die Datei ist nicht in UTF-8 gespeichert")


@pytest.mark.parametrize(
    "riddle",
    ["Büro\n".encode("cp1252") + "Büro\n".encode(), b"\xff\xfea\x00b", "\ufeffB".encode() + b"\xfcro"],
    ids=["two encodings", "half a letter of UTF-16", "UTF-8 by its mark"],
)
def test_make_fix_is_not_promised_where_it_would_guess(tmp_path: Path, riddle: bytes) -> None:
    assert mended("topics/a.yaml", riddle) == riddle
    assert problem(tmp_path, riddle).endswith(
        "  [encoding] → Die Datei mischt zwei Kodierungen. Öffnen Sie sie im Editor, berichtigen Sie die falschen"
        " Zeichen und speichern Sie sie als UTF-8."
    )


@pytest.mark.parametrize(
    "code",
    [
        *(0x00, 0x1B, 0x7F, 0x85, 0x2028),
        *(0x061C, 0x200E, 0x200F, 0x202E, 0x2066),
        *(0x034F, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x3164, 0xFEFF, 0xFFA0, 0xE0041, 0xE0100),
        *(0xFDD0, 0xFFFE, 0x1FFFE, 0x10FFFF),
    ],
    ids=lambda code: f"U+{code:04X}",
)
def test_an_invisible_character_is_named_with_its_place(tmp_path: Path, code: int) -> None:
    assert problem(tmp_path, f"---\ntitle: Hu{chr(code)}nd\n---\n") == (
        f"content/a.md:2:10: Unsichtbares Zeichen U+{code:04X}  [encoding]"
        " → Löschen Sie die Stelle und tippen Sie sie neu; es kam wohl beim Kopieren mit."
    )


@pytest.mark.parametrize(
    "text", ["Hunde\u00adsteuer", "\u2764\ufe0f", "\U0001f468\u200d\U0001f469", "\u0645\u200c\u0645"]
)
def test_what_shapes_words_and_emoji_is_allowed(tmp_path: Path, text: str) -> None:
    assert source(tmp_path, START + text).body == text


@given(st.text(st.sampled_from("aß\u0645\u200b\u200d\u200c\u00ad\ufeff\ud800\U0001f468\n") | st.characters()))
def test_a_text_in_which_nothing_hides_is_told_from_one_in_which_something_does(text: str) -> None:
    assert repr(invisible(text)) == repr(INVISIBLE.search(text))


@given(st.text(), st.sampled_from(["\u200b", "\x00", "\ufeff", "AKIA" + "B7QM2LK3RT4WZ5NV"]), st.text())
def test_one_pass_rules_out_neither_what_is_hidden_nor_a_secret(before: str, refused: str, after: str) -> None:
    assert _may_hold_more(f"{before} {refused} {after}")


@pytest.mark.parametrize("raw", [b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xff"])
def test_overlong_bytes_are_no_utf_8(tmp_path: Path, raw: bytes) -> None:
    assert problem(tmp_path, b"title: x" + raw, "a.yaml").startswith(
        "content/a.yaml:1:9: Die Datei ist nicht in UTF-8 gespeichert"
    )


def is_ordinary(text: str) -> bool:
    return not INVISIBLE.search(f"- {text}x") and all(unicodedata.category(letter) != "Cn" for letter in text)


@pytest.mark.corpus
def test_every_way_to_compose_a_letter_is_read_as_one(corpora: Path, tmp_path: Path) -> None:
    """Columns 1 to 3 of Unicode's own test are one text; 2 is its composed form.

    Left out is what the rules refuse, and letters younger than this Python.
    """
    table = (corpora / "adversarial/unicode/NormalizationTest.txt").read_text("utf-8")
    rows = [line.split(";")[:3] for line in table.splitlines() if re.match(r"[0-9A-F]{4}", line)]
    texts = [["".join(chr(int(code, 16)) for code in cell.split()) for cell in row] for row in rows]
    lines = [row for row in texts if all(map(is_ordinary, row))]
    assert len(lines) > 18_000
    for column in range(3):
        body = "\n".join(f"- {row[column]}x" for row in lines)
        (tmp_path / "a.md").write_text(START + body, "utf-8")
        found = read("a.md", tmp_path, max_bytes=2**20)
        assert isinstance(found, Source)
        assert found.body == "\n".join(f"- {row[1]}x" for row in lines)


def test_a_file_without_front_matter_says_how_to_begin(tmp_path: Path) -> None:
    assert problem(tmp_path, "## Kurztext\n") == (
        "content/a.md:1:1: Die Angaben am Anfang fehlen  [yaml] → Die erste Zeile muss aus drei Strichen bestehen: ---"
    )


def test_an_empty_file_says_how_to_begin(tmp_path: Path) -> None:
    assert "Die Angaben am Anfang fehlen" in problem(tmp_path, b"")


def test_front_matter_without_an_end_is_a_problem(tmp_path: Path) -> None:
    assert problem(tmp_path, "---\ntitle: x\n") == (
        "content/a.md:1:1: Die Angaben haben kein Ende  [yaml] → Setzen Sie nach den Angaben eine Zeile mit ---"
    )


def test_a_mistake_in_the_front_matter_has_the_line_of_the_file(tmp_path: Path) -> None:
    assert problem(tmp_path, "---\ntitle: x\ntitle: y\n---\n") == (
        "content/a.md:3:1: „title“ steht zweimal da, zuerst in Zeile 2  [yaml] → Löschen Sie eine der beiden Stellen."
    )


def test_a_file_of_64_kib_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    assert source(tmp_path, b"#" * 64 * 1024, "a.yaml").front.plain() == {}
    assert problem(tmp_path, b"#" * (64 * 1024 + 1), "a.yaml") == (
        "content/a.yaml:1:1: Die Datei ist größer als 64 KiB  [file] → Teilen Sie den Text auf mehrere Dateien auf."
    )


def test_a_file_that_git_lfs_keeps_elsewhere_is_named(tmp_path: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    assert problem(tmp_path, pointer) == (
        "content/a.md:1:1: Die Datei liegt nicht hier, sondern in Git LFS  [file]"
        " → Nehmen Sie die Datei aus Git LFS heraus: git lfs untrack, dann git add"
    )


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("/etc/passwd")
    found = read("a.yaml", tmp_path)
    assert isinstance(found, Problem)
    assert said([found]) == [
        "content/a.yaml:1:1: Die Datei ist keine gewöhnliche Datei  [file]"
        " → Verknüpfungen sind in den Inhalten nicht erlaubt; legen Sie die Datei selbst hierher."
    ]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_asked: object, **_how: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "open", refuse, raising=False)
    assert problem(tmp_path, START) == (
        "content/a.md:1:1: Die Datei lässt sich nicht öffnen  [file] → Das Betriebssystem sagt: Permission denied."
    )


def test_a_pipe_does_not_stop_the_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert isinstance(read("a.yaml", tmp_path), Problem)


@pytest.mark.parametrize("kind", ["utf-16-le", "utf-16-be"])
def test_a_utf_16_file_is_named(tmp_path: Path, kind: str) -> None:
    assert problem(tmp_path, f"\ufeff{START}".encode(kind)) == (
        "content/a.md:1:1: Die Datei ist in UTF-16 gespeichert, nicht in UTF-8  [encoding]"
        " → make fix wandelt sie um; oder speichern Sie sie im Editor mit der Kodierung UTF-8."
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Hund\n---\nowner: x\n---\n\n## Kurztext\n",
        "---\ntitle: Hund\n---\nowner: x\n\n## Kurztext\n",
        "---\nfees:\n---\n  - note: x\nowner: y\n---\n",
    ],
)
def test_dashes_in_the_middle_of_the_front_matter_are_named(tmp_path: Path, text: str) -> None:
    assert problem(tmp_path, text) == (
        "content/a.md:3:1: Hier enden die Angaben, aber darunter stehen noch welche  [yaml]"
        " → Löschen Sie diese Zeile; --- steht nur über der ersten und unter der letzten Angabe."
    )


@pytest.mark.parametrize("text", ["Text: mehr\n\n---\n\nEnde", "Öffnung: 8 Uhr", "https://www.stadt.example"])
def test_prose_with_colons_and_lines_is_no_front_matter(tmp_path: Path, text: str) -> None:
    assert source(tmp_path, START + text).body == text


@pytest.mark.parametrize("bomb", ["## " + "#" * 60_000 + "x", "#" * 60_000, "## " + "# " * 30_000 + "x", "**" * 30_000])
def test_a_line_of_marks_takes_no_time(tmp_path: Path, bomb: str) -> None:
    start = time.perf_counter()
    outcome(tmp_path, START + bomb, "a.md")
    assert time.perf_counter() - start < 1


@pytest.mark.corpus
def test_no_file_of_the_json_test_suite_is_anything_but_read_or_refused(corpora: Path, tmp_path: Path) -> None:
    """JSON is YAML, nearly: a mapping is read, everything else has a message, whatever its bytes."""
    files = sorted((corpora / "adversarial/json-test-suite/test_parsing").iterdir())
    outcomes = [outcome(tmp_path, file.read_bytes(), "a.yaml") for file in files if file.stat().st_size < MAX_BYTES]
    assert len(outcomes) > 310
    assert {type(found) for found in outcomes} == {Source, Problem}


@pytest.mark.parametrize(("raw", "code"), [(b"\xed\xa0\x80", "D800"), (b"\xed\xbf\xbf", "DFFF")])
def test_half_a_character_is_not_taken_for_another_encoding(tmp_path: Path, raw: bytes, code: str) -> None:
    assert problem(tmp_path, b"title: x" + raw, "a.yaml") == (
        f"content/a.yaml:1:9: Unsichtbares Zeichen U+{code}  [encoding]"
        " → Löschen Sie die Stelle und tippen Sie sie neu; es kam wohl beim Kopieren mit."
    )
