"""Problems as people read them: one block each, sorted, counted."""

import json
from pathlib import Path

import pytest

from plugins.catalog.places import Place, Problem, Severity
from plugins.catalog.printing import as_text, summary

ERROR = Problem(
    Place("services/b.md", 3, 18), "„x“ ist keine Web-Adresse", "Beispiel: https://a.example", rule="link-form"
)
BARE = Problem(Place("services/a.md"), "Ohne Rat", rule="file")
HINT = Problem(Place("services/a.md", 2), "Prüfung überfällig", "Prüfen Sie.", Severity.HINT, "review-date")


def test_problems_stand_in_the_order_of_their_places_with_hints_last() -> None:
    assert as_text([HINT, ERROR, BARE]) == (
        "content/services/a.md:1:1: Ohne Rat  [file]\n"
        "content/services/b.md:3:18: „x“ ist keine Web-Adresse  [link-form]\n"
        "    → Beispiel: https://a.example\n"
        "content/services/a.md:2:1: Hinweis: Prüfung überfällig  [review-date]\n"
        "    → Prüfen Sie.\n"
        "2 Fehler, 1 Hinweis in 2 Dateien"
    )


def test_the_folder_that_was_checked_stands_before_the_path() -> None:
    assert as_text([BARE], "/tmp/x").startswith("/tmp/x/services/a.md:1:1: ")  # noqa: S108


def test_a_problem_of_the_whole_folder_has_no_line() -> None:
    assert as_text([Problem(Place(""), "Nichts da", rule="file")]).startswith("content: Nichts da  [file]\n")


@pytest.mark.parametrize(
    ("problems", "text"),
    [
        ([], "Keine Fehler."),
        ([ERROR], "1 Fehler, 0 Hinweise in 1 Datei"),
        ([HINT], "0 Fehler, 1 Hinweis in 1 Datei"),
        ([ERROR, BARE, HINT, HINT], "2 Fehler, 2 Hinweise in 2 Dateien"),
    ],
)
def test_problems_are_counted_in_german(problems: list[Problem], text: str) -> None:
    assert summary(problems) == text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a\n::error::b.md", "a\\n::error::b.md"),
        ("a\r\x1b[2J.md", "a\\r\\x1b[2J.md"),
        ("a\u2028b.md", "a\\u2028b.md"),
        ("\udcfcber.md", "\\udcfcber.md"),
    ],
)
def test_a_name_cannot_break_a_line_or_a_terminal(name: str, written: str) -> None:
    found = as_text([Problem(Place(name), name, name, rule="slug")])
    assert found == f"content/{written}:1:1: {written}  [slug]\n    → {written}\n1 Fehler, 0 Hinweise in 1 Datei"


@pytest.mark.corpus
def test_every_naughty_string_stays_on_its_line(corpora: Path) -> None:
    texts = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    assert {len(as_text([Problem(Place("a.md"), text)]).splitlines()) for text in texts} == {2}
