"""Leichte Sprache cuts long words with hyphens."""

import pytest

from tests.language.conftest import Hinted

SIMPLE = "services/hund-anmelden.de-simple.md"
REMEDY = "  [] → Nehmen Sie ein kürzeres Wort, oder trennen Sie es mit Bindestrich: Aufenthalts-Erlaubnis"


@pytest.mark.parametrize("text", ["Das ist die Hunde-Steuer-Anmeldung.", "Haftpflichtver"])
def test_short_and_cut_words_pass(hinted: Hinted, text: str) -> None:
    assert hinted("long-word", text, SIMPLE) == []


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [
        ("Das ist der Personalausweis.", 35, "Personalausweis"),
        ("Hundesteuerbescheid", 23, "Hundesteuerbescheid"),
    ],
)
def test_a_long_word_is_found(hinted: Hinted, text: str, column: int, word: str) -> None:
    message = f"7:{column}: Hinweis: „{word}“ ist für Leichte Sprache zu lang{REMEDY}"
    assert hinted("long-word", text, SIMPLE) == [message]


def test_other_german_texts_may_have_long_words(hinted: Hinted) -> None:
    assert hinted("long-word", "Der Hundesteuerbescheid kommt.") == []
