"""Sentences stay short, in every language by its own measure."""

import pytest

from tests.language.conftest import Hinted

ENGLISH = "services/hund-anmelden.en.md"
SIMPLE = "services/hund-anmelden.de-simple.md"


def words(number: int) -> str:
    return " ".join(["wau"] * number)


@pytest.mark.parametrize(
    "text",
    [
        words(20),
        f"{words(20)}. Dann {words(12)}.",
        f"- {words(15)}\n- {words(15)}",
        f"### {words(30)}",
        f"| a |\n|---|\n| {words(30)} |",
        f"Ab dem 1. Juli {words(14)} bis 27. Danach {words(10)}.",
        f"Nach Abs. 2 {words(10)}. Das gilt.",
    ],
)
def test_up_to_twenty_words_pass(hinted: Hinted, text: str) -> None:
    assert hinted("long-sentence", text) == []


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        (
            f"Kurz.\nUnd {words(20)}.",
            "services/hund-anmelden.md",
            "39:1: Hinweis: Der Satz hat 21 Wörter: „Und wau wau wau wau wau wau wau wau wau wau wau wau wau wau …“"
            "  [] → Machen Sie 2 Sätze daraus. Gut sind höchstens 20 Wörter.",
        ),
        (
            "Ab dem 1. Tag des Monats, in dem Sie einziehen, haben Sie nach Nr. 7 z. B. 14 Tage Zeit für alles andere.",
            "services/hund-anmelden.md",
            "38:1: Hinweis: Der Satz hat 23 Wörter: „Ab dem 1. Tag des Monats, in dem Sie einziehen, haben Sie …“"
            "  [] → Machen Sie 2 Sätze daraus. Gut sind höchstens 20 Wörter.",
        ),
        (
            f"Und {words(12)}",
            SIMPLE,
            "7:23: Hinweis: Der Satz hat 13 Wörter: „Und wau wau wau wau wau wau wau wau wau wau wau wau“"
            "  [] → Machen Sie 2 Sätze daraus. Gut sind höchstens 12 Wörter.",
        ),
        (
            f"{words(26)}.",
            ENGLISH,
            "10:1: Hinweis: Der Satz hat 26 Wörter: „wau wau wau wau wau wau wau wau wau wau wau wau wau wau wau …“"
            "  [] → Machen Sie 2 Sätze daraus. Gut sind höchstens 25 Wörter.",
        ),
    ],
)
def test_a_long_sentence_is_found_where_it_begins(hinted: Hinted, text: str, path: str, message: str) -> None:
    assert hinted("long-sentence", text, path) == [message]
