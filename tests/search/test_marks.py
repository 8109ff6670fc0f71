"""What is marked in a hit, so that people see why it was found."""

import pytest

from tests.search.node import ask, needs_node

pytestmark = needs_node

KNOWN = [
    "personal",
    "ausweis",
    "hund",
    "steu",
    "perso",
    "beantrag",
    "anmeld",
    "reis",
    "pass",
    "reisepass",
    "gewerb",
    "kind",
]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("hund", "Hund und Hunde, Hundesteuer, aber nicht hundert", ["Hund", "Hunde", "Hundesteuer"]),
        ("anmelden", "Die Anmeldung: Hund anmelden", ["Anmeldung", "anmelden"]),
        ("HÜNDE", "Hund", ["Hund"]),
        ("ausweis", "Personalausweis beantragen", ["Personalausweis"]),
        ("hundesteueranmeldung", "Hund zur Hundesteuer anmelden", ["Hund", "Hundesteuer", "anmelden"]),
        ("reise pass", "Reisepass beantragen", ["Reisepass"]),
        ("kind", "Kinder, nicht Kino", ["Kinder"]),
        ("34c", "Erlaubnis nach 34c", ["34c"]),
        ("🐕 hund", "🐕 Hund", ["Hund"]),
    ],
)
def test_a_word_is_marked_when_it_or_a_part_of_it_is_meant(query: str, text: str, marked: list[str]) -> None:
    assert marks(query, text) == marked


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("perso", "Den Personalausweis persönlich beantragen", ["Personalausweis"]),
        ("pers", "Den Personalausweis persönlich beantragen", ["Personalausweis", "persönlich"]),
        ("gewer", "Gewerbe anmelden", ["Gewerbe"]),
        ("führersch", "Den Führerschein umtauschen", ["Führerschein"]),
        ("fuehrersch", "Den Führerschein umtauschen", ["Führerschein"]),
        ("per", "Personalausweis", []),
    ],
)
def test_four_typed_letters_mark_what_begins_with_them_as_it_is_written(
    query: str, text: str, marked: list[str]
) -> None:
    assert marks(query, text) == marked


def test_a_typing_error_marks_the_word_that_was_meant() -> None:
    assert marks("resiepass", "Reisepass beantragen") == ["Reisepass"]
    assert marks("hund", "Hand und Bund") == []


def test_the_pieces_are_the_text_again_whatever_it_is() -> None:
    text = "<b>Hund</b> & \u202eHund\n – Hunde\u00adsteuer! Bürger*innen 🐕"
    assert "".join(pieces("hund bürger", text)) == text


def marks(query: str, text: str) -> list[str]:
    """The marked words of a text."""
    return pieces(query, text)[1::2]


def pieces(query: str, text: str) -> list[str]:
    """The text cut into pieces, plain and marked by turns."""
    found: list[str] = ask("marks", known=KNOWN, cases=[[query, text]])[0]
    return found
