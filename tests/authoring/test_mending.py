"""What `make fix` repairs, what it leaves alone, and that it does so once and for all."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.authoring.mending import mended
from plugins.catalog.files import content_files
from tests.conftest import CONTENT, Draft
from tests.portals import PROJECT

DOG = "services/hund-anmelden.md"
START = """---
title: Hund
level: municipal
fees:
  - amount: 26,50
reviewed_on: 2026-10-20
---

## Kurztext

Ein Hund.
"""


def fixed(text: str | bytes, path: str = DOG, hosts: tuple[str, ...] = ()) -> str:
    return mended(path, text if isinstance(text, bytes) else text.encode(), hosts).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("26,50", "26.50"),
        ("26,50", "26,50 €"),
        ("26,50", "„26,50“"),
        ("2026-10-20", "20.10.2026"),
        ("2026-10-20", "2026-10-20\u00a0"),
        ("municipal", "Stadt oder Gemeinde"),
        ("municipal", "“municipal”"),
        ("level: municipal", "level:municipal"),
        ("level: municipal", "level:\u00a0municipal"),
        ("level: municipal", "level: municipal  "),
        ("  - amount", "\u00a0 - amount"),
        ("  - amount", "\t- amount"),
        ("title: Hund", "Titel: Hund"),
        ("title: Hund", "Title: Hund"),
        ("fees:\n  - amount", "Gebühren:\n  - Betrag"),
        ("  - amount", "  - Betrag"),
        ("Ein Hund", "Ein Hu\u200bnd"),
        ("Ein Hund.\n", "Ein Hund. \t\n\n\n"),
        ("Ein Hund.\n", "Ein Hund."),
    ],
)
def test_each_form_becomes_the_form_of_the_house(old: str, new: str) -> None:
    assert START.count(old) == 1
    assert fixed(START.replace(old, new)) == START


@pytest.mark.parametrize(
    ("written", "mended_line"),
    [
        ("title: Bus #5", 'title: "Bus #5"'),
        ("title: Hund: anmelden", 'title: "Hund: anmelden"'),
        ("title: *Hund*", 'title: "*Hund*"'),
        ('title: "Hund" anmelden', "title: '\"Hund\" anmelden'"),
        ("title: @Hund", 'title: "@Hund"'),
    ],
)
def test_a_value_that_yaml_would_misread_gets_its_quotes(written: str, mended_line: str) -> None:
    assert fixed(START.replace("title: Hund", written)) == START.replace("title: Hund", mended_line)


@pytest.mark.parametrize(
    ("above", "tabbed", "indented"),
    [
        ("  - label: x", "\tamount: 46,00", "    amount: 46,00"),
        ("  - label: x", "\tamount: 46,00\n\tnote: y", "    amount: 46,00\n    note: y"),
        ("  - label: x\n    note: y", "\tamount: 46,00", "    amount: 46,00"),
        ("- label: x", "\tamount: 46,00", "  amount: 46,00"),
    ],
)
def test_a_tab_before_a_key_puts_it_beside_the_key_above(above: str, tabbed: str, indented: str) -> None:
    text = START.replace("  - amount: 26,50", f"{above}\n{tabbed}")
    assert fixed(text) == text.replace(tabbed, indented)


@pytest.mark.parametrize("above", ["  - label:", "  - label: x\n    note:\n      a: b", "  - label:  # x"])
def test_a_tab_that_may_mean_two_indentations_stays(above: str) -> None:
    text = START.replace("  - amount: 26,50", f"{above}\n\tamount: 46,00")
    assert fixed(text) == text


def test_two_mistakes_are_mended_at_once() -> None:
    broken = START.replace("title: Hund", "title: Bus #5").replace("level: ", "level:")
    assert fixed(broken) == START.replace("title: Hund", 'title: "Bus #5"')


@pytest.mark.parametrize("saved_as", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_a_foreign_encoding_becomes_utf_8(saved_as: str) -> None:
    text = START.replace("Ein Hund", "Große „Hunde“ – 5 €")
    assert fixed(text.replace("\n", "\r\n").encode(saved_as)) == text


def test_decomposed_letters_are_composed() -> None:
    assert fixed(START.replace("Ein Hund", "Grün".replace("ü", "u\u0308"))) == START.replace("Ein Hund", "Grün")


def test_the_bullets_of_word_become_a_list() -> None:
    assert fixed(START + "\n•\tAusweis\n• Foto\n") == START + "\n- Ausweis\n- Foto\n"


def test_a_line_break_in_a_text_among_the_facts_stays() -> None:
    office = "name: Amt\ndescription: |\n  Eine Zeile  \n  und die nächste\n"
    assert fixed(office, "offices/amt.yaml") == office


def test_a_line_break_of_two_blanks_stays() -> None:
    assert fixed(START + "\nEine Zeile   \nund die nächste  \n") == START + "\nEine Zeile  \nund die nächste\n"


def test_https_is_written_on_known_servers_only() -> None:
    links = START + "\n[a](http://www.rurheim.example/x) und http://fremd.example/\n"
    assert fixed(links, hosts=("www.rurheim.example",)) == links.replace("http://www", "https://www")


@pytest.mark.parametrize(
    "unsure",
    [
        START.replace("26,50", "1.046"),
        START.replace("26,50", "26,5"),
        START.replace("26,50", "26,50 # geprüft"),
        START.replace("2026-10-20", "20.10.26"),
        START.replace("title: Hund", 'title: "Hund'),
        START.replace("title: Hund", "title: [Hund: a"),
        START.replace("title: Hund", "Titl: Hund"),
        START.replace("title: Hund", "title: Hund\nTitel: Katze"),
        START.replace("title: Hund", "Kurztext: Ein Hund"),
        START.replace("---\n\n", "\n"),
        START.replace("---\ntitle: Hund", "title: Bus #5"),
        START.replace("title: Hund", "title: Hu\u202end"),
    ],
)
def test_what_would_be_guessed_stays(unsure: str) -> None:
    assert fixed(unsure) == unsure


@pytest.mark.parametrize(
    "riddle",
    ["Grün".encode() + "grün".encode("cp1252"), b"a\x81b", b"a\x00\xfcb"],
    ids=["two encodings", "no letter of Windows-1252", "no text"],
)
def test_bytes_that_leave_two_readings_stay(riddle: bytes) -> None:
    assert mended(DOG, riddle) == riddle


def test_a_file_that_is_no_content_stays() -> None:
    assert fixed("a \r\n", "README.md") == "a \r\n"


def test_a_picture_stays_whatever_its_bytes_would_mean_as_text() -> None:
    assert mended("media/rathaus.png", b"a \r\n\t") == b"a \r\n\t"


def changes_in(folder: Path) -> list[str]:
    """The lines of all files of a folder that mending would write."""
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in content_files(folder)}
    after = {path: mended(path, data) for path, data in files.items()}
    return [line for path in files if after[path] != files[path] for line in ndiff(after[path], files[path])]


def ndiff(one: bytes, other: bytes) -> list[str]:
    return sorted(set(one.decode().split("\n")) - set(other.decode().split("\n")))


def test_the_demo_is_in_the_form_of_the_house() -> None:
    assert changes_in(PROJECT / "content") == []


def test_a_german_date_is_read_as_it_is_and_mended_to_the_form_of_the_house() -> None:
    assert changes_in(CONTENT) == ["review_by: 2027-10-05", "reviewed_on: 2026-10-05"]


_PIECES = st.sampled_from(
    [
        *("---", "\n", "\r\n", "\r", " ", "\t", "\u00a0", "\u200b", "- ", "title:", "fees:", "amount:", " 26.50 €"),
        *("level:", "„", '"', "#5", ": ", "[", "]", "*", "•", "## Kurztext", "u\u0308", "http://a.example/", "ü"),
        *("31.1.2027", "&", "@", "'", "|", ">", "?", "---\n"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from([DOG, "topics/tiere.yaml"]),
)
def test_mending_twice_is_mending_once(text: str, encoding: str, path: str) -> None:
    once = mended(path, ("---\n" + text).encode(encoding, "ignore"), ("a.example",))
    assert mended(path, once, ("a.example",)) == once


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 1200), _PIECES), max_size=4))
def test_mending_makes_no_problem_that_was_not_there(write: Draft, changes: list[tuple[int, str]]) -> None:
    text = (CONTENT / DOG).read_text("utf-8")
    for position, piece in changes:
        text = text[:position] + piece + text[position:]
    before = {found.message for found in write(DOG, text)}
    after = {found.message for found in write(DOG, mended(DOG, text.encode()))}
    assert not (after and not before)


@pytest.mark.corpus
def test_mending_is_safe_with_texts_that_nobody_here_wrote(corpora: Path) -> None:
    naughty = json.loads((corpora / "adversarial/blns/blns.json").read_text("utf-8"))
    yaml = [file.read_bytes() for file in (corpora / "adversarial/yaml-test-suite").rglob("*") if file.is_file()]
    texts = [*yaml, *(f"title: {text}\n".encode("utf-8", "replace") for text in naughty)]
    assert len(texts) > 800
    for data in (b"---\n" + text + b"\n---\n\n## Kurztext\n\n" + text for text in texts):
        once = mended(DOG, data)
        assert mended(DOG, once) == once
