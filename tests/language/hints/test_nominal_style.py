"""Verbs instead of nouns."""

import pytest

from tests.language.conftest import Hinted

REMEDY = "  [] → Sagen Sie mit Tätigkeitswörtern, wer etwas tut."


@pytest.mark.parametrize(
    "text",
    [
        "Die Prüfung und die Anmeldung sind frei.",
        "Ihre Wohnung, Ihre Rechnung und Ihre Versicherung",
        "- Prüfung, Meldung, Zahlung",
        "Die Prüfung. Die Anmeldung. Die Zahlung.",
    ],
)
def test_few_nouns_things_and_lists_pass(hinted: Hinted, text: str) -> None:
    assert hinted("nominal-style", text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Die Prüfung der Anmeldung erfolgt nach Zahlung.",
            "38:1: Hinweis: Viele Hauptwörter in einem Satz: Prüfung, Anmeldung, Zahlung",
        ),
        (
            "Ja. Inanspruchnahme setzt Bewilligungen und Fähigkeiten voraus.",
            "38:5: Hinweis: Viele Hauptwörter in einem Satz: Inanspruchnahme, Bewilligungen, Fähigkeiten",
        ),
    ],
)
def test_three_nouns_in_a_sentence_are_named(hinted: Hinted, text: str, message: str) -> None:
    assert hinted("nominal-style", text) == [message + REMEDY]
