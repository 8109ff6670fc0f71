"""What the worker answers beyond the hits: „Meinten Sie …“ and what comes closest when nothing is found."""

from pathlib import Path
from typing import Any

import pytest

from search.documents import SearchDocument
from tests.search.node import ask, needs_node

pytestmark = needs_node


@pytest.fixture(scope="module")
def written(services: list[SearchDocument]) -> str:
    """Titles and synonyms as they stand on the search page."""
    return "\n".join(text for one in services for text in (one.title, *one.synonyms))


def answers(search_folder: Path, written: str, *texts: str) -> list[dict[str, Any]]:
    """The answer to each text."""
    found: list[dict[str, Any]] = ask(
        "answers", folder=str(search_folder), questions=[[text] for text in texts], words=written
    )
    return found


TYPOS = {
    "resiepass": "Reisepass",
    "geburtsukrunde": "Geburtsurkunde",
    "personalasweis verloren": "Personalausweis verloren",
    "Fürerschein umtauschen": "Führerschein umtauschen",
    "wohgeld": "Wohngeld",
    "hundestuer zahlen": "Hundesteuer zahlen",
    "elterngled": "Elterngeld",
    "gewrbe anmelden": "Gewerbe anmelden",
}


def test_a_real_word_is_proposed_for_a_typing_error(search_folder: Path, written: str) -> None:
    found = answers(search_folder, written, *TYPOS)
    assert {typo: one["suggestion"].lower() for typo, one in zip(TYPOS, found, strict=True)} == {
        typo: meant.lower() for typo, meant in TYPOS.items()
    }


@pytest.mark.parametrize(
    "text", ["reisepass", "hunde", "anmeldun", "personalauswei", "hundesteueranmeldung", "xyzqwv", "34x", "der", ""]
)
def test_known_half_typed_and_hopeless_words_are_left_alone(text: str, search_folder: Path, written: str) -> None:
    assert answers(search_folder, written, text)[0]["suggestion"] == ""


def test_without_words_to_propose_from_nothing_is_proposed(search_folder: Path) -> None:
    assert answers(search_folder, "", "resiepass")[0]["suggestion"] == ""


def test_where_nothing_is_found_the_nearest_services_are_named(search_folder: Path, written: str) -> None:
    [found] = answers(search_folder, written, "geburxyzab")
    assert found["all"] == 0
    assert 1 <= len(found["nearest"]) <= 3
    assert "Geburt" in "".join(found["nearest"][0]["title"])


def test_where_something_is_found_or_nothing_is_near_no_service_is_named(search_folder: Path, written: str) -> None:
    assert [one["nearest"] for one in answers(search_folder, written, "hund", "xyzqwv")] == [[], []]


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("pass", "pass", 0),
        ("", "abc", 3),
        ("resie", "reise", 1),
        ("wohgeld", "wohngeld", 1),
        ("haus", "maus", 1),
        ("ab", "ba", 1),
    ],
)
def test_a_swap_of_neighbours_is_one_edit(one: str, other: str, edits: int) -> None:
    assert ask("distances", pairs=[[one, other]]) == [edits]
