"""The short text is one paragraph of words."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
HELP = "pages/hilfe.md"
TEXT = "Haben Sie einen Hund aufgenommen? Melden Sie ihn zur Hundesteuer an."
LINK = "einen Link  [summary] → Schreiben Sie hier nur Wörter; der Link gehört in einen Text weiter unten."
MARKS = "eine Hervorhebung  [summary] → Löschen Sie die Sternchen oder Unterstriche um die Wörter."
LIST = "eine Liste  [summary] → Schreiben Sie ein bis zwei ganze Sätze."
CODE = "Code  [summary] → Schreiben Sie nur Wörter, ohne Einrückung und ohne `."


@pytest.mark.parametrize(
    "text",
    ["Ein Satz.\nNoch einer.", "Für Bürger*innen und Nutzer*innen.", "Kosten: 5 * 3 Euro & mehr", "Hund_und_Katze #5"],
)
def test_words_in_one_paragraph_pass(write: Draft, text: str) -> None:
    assert write.change(DOG, TEXT, text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Eins.\n\nZwei.\n\nDrei.",
            "36:1: Der Kurztext enthält mehr als einen Absatz  [summary] → Löschen Sie die leere Zeile dazwischen.",
        ),
        ("Ein [Hund](/themen/tiere/).", f"34:1: Der Kurztext enthält {LINK}"),
        ("Ein [Hund](http://hund.test).", f"34:1: Der Kurztext enthält {LINK}"),
        ("Siehe www.grossstadt.example.", f"34:1: Der Kurztext enthält {LINK}"),
        ("Ein **großer** *Hund*.", f"34:1: Der Kurztext enthält {MARKS}"),
        ("Ein __großer__ Hund.", f"34:1: Der Kurztext enthält {MARKS}"),
        ("- Hund\n- Katze", f"34:1: Der Kurztext enthält {LIST}"),
        ("Tiere:\n1. Hund\n2. Katze", f"35:1: Der Kurztext enthält {LIST}"),
        ("Ein `Hund`.", f"34:1: Der Kurztext enthält {CODE}"),
        ("> Hund", "34:1: Der Kurztext enthält ein Zitat  [summary] → Löschen Sie das Zeichen > am Anfang der Zeile."),
        (
            "Ein Hund.\n\n---",
            "36:1: Der Kurztext enthält eine Linie  [summary] → Löschen Sie die Zeile mit den Strichen.",
        ),
        (
            "Ein Hund.\n---",
            "34:1: Der Kurztext enthält eine Überschrift  [summary]"
            " → Löschen Sie die Zeichen # oder die Striche unter der Zeile.",
        ),
    ],
)
def test_anything_more_is_an_error(write: Draft, text: str, message: str) -> None:
    assert said(write.change(DOG, TEXT, text)) == [f"content/{DOG}:{message}"]


def test_different_marks_are_reported_at_once(write: Draft) -> None:
    assert said(write.change(DOG, TEXT, "Ein **großer** [Hund](/themen/tiere/) und `Katze`.")) == [
        f"content/{DOG}:34:1: Der Kurztext enthält {LINK}",
        f"content/{DOG}:34:1: Der Kurztext enthält {MARKS}",
        f"content/{DOG}:34:1: Der Kurztext enthält {CODE}",
    ]


def test_translations_and_pages_are_checked_too(write: Draft) -> None:
    english = "services/hund-anmelden.en.md"
    (found,) = said(write.change(english, "## Kurztext\n\n", "## Kurztext\n\n**New** dog? "))
    assert found.endswith(f"Der Kurztext enthält {MARKS}")
    write.change(english, "**New** dog? ", "")
    (found,) = said(write.change(HELP, "summary: ", "summary: Mit **Tipps** "))
    assert found == f"content/{HELP}:3:10: Der Kurztext enthält {MARKS}"
