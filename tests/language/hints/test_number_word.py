"""Numbers are figures."""

import pytest

from tests.language.conftest import Hinted

ENGLISH = "services/hund-anmelden.en.md"


@pytest.mark.parametrize(
    "text",
    [
        "Sie haben 14 Tage Zeit, bei einem Hund und einer Katze.",
        "Das 1. Mal und das zweite Mal, zweimal im Jahr.",
        "Lassen Sie das nicht außer Acht.",
        "Die Zwei-Wege-Prüfung",
    ],
)
def test_figures_one_and_phrases_pass(hinted: Hinted, text: str) -> None:
    assert hinted("number-word", text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Sie haben zwei Wochen Zeit.",
            "38:11: Hinweis: „zwei“ ist ein Zahlwort  [] → Schreiben Sie die Ziffern: 2",
        ),
        ("Zwölf Hunde", "38:1: Hinweis: „Zwölf“ ist ein Zahlwort  [] → Schreiben Sie die Ziffern: 12"),
        ("Erst\n\n- tausend Euro", "40:3: Hinweis: „tausend“ ist ein Zahlwort  [] → Schreiben Sie die Ziffern: 1.000"),
    ],
)
def test_a_number_word_is_found_with_its_figures(hinted: Hinted, text: str, message: str) -> None:
    assert hinted("number-word", text) == [message]


def test_english_keeps_its_words(hinted: Hinted) -> None:
    assert hinted("number-word", "Acht and elf are German.", ENGLISH) == []
