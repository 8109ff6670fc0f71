"""Text is Markdown without HTML, with headings of the right level, and no picture is written so that it is none."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
HELP = "pages/hilfe.md"
TEXT = "Für jeden Hund zahlen Sie **Hundesteuer**. Das gilt auch für Welpen."


@pytest.mark.parametrize(
    "text",
    [
        "### Ausnahmen\n\nKeine.",
        "Mehr als 3 < 5 Hunde > 2",
        "Erstens\n\n---\n\nzweitens",
        "Hund #5",
        "Achtung![^1]",
        "```\n# a\n##b\n```",
    ],
)
def test_plain_markdown_passes(write: Draft, text: str) -> None:
    assert write.change(DOG, TEXT, text.replace("![", "! [")) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a\nb <br> c",
            "39:1: HTML ist nicht erlaubt  [markup] → Schreiben Sie Markdown: **fett**, - Liste."
            " Ist es ein Kleiner-als-Zeichen: Leerzeichen danach.",
        ),
        (
            "<!-- x -->",
            "38:1: HTML ist nicht erlaubt  [markup] → Schreiben Sie Markdown: **fett**, - Liste."
            " Ist es ein Kleiner-als-Zeichen: Leerzeichen danach.",
        ),
        ("a\n\n# Groß", "40:1: Überschrift auf falscher Ebene  [markup] → Beginnen Sie sie mit ###."),
        ("Groß\n====", "38:1: Überschrift auf falscher Ebene  [markup] → Beginnen Sie sie mit ###."),
        ("Groß\n=", "38:1: Überschrift auf falscher Ebene  [markup] → Beginnen Sie sie mit ###."),
        (
            "a\n\n###Ausnahmen",
            "40:1: Nach den Rauten fehlt ein Leerzeichen  [markup] → Schreiben Sie: ### Ausnahmen",
        ),
        (
            "a\n\n```\nb",
            "40:1: Der Code-Block hat kein Ende  [markup]"
            " → Löschen Sie die Zeile, oder setzen Sie unter den Code noch eine solche.",
        ),
        ("a\n\nGroß\n---", "40:1: Überschrift auf falscher Ebene  [markup] → Beginnen Sie sie mit ###."),
        (
            "a\n![Hund] (/media/rampe.png)",
            "39:1: So wird daraus kein Bild  [markup] → Schreiben Sie: ![Was zu sehen ist](/media/rathaus.jpg)",
        ),
    ],
)
def test_what_would_break_the_page_is_an_error_at_its_line(write: Draft, text: str, message: str) -> None:
    assert said(write.change(DOG, TEXT, text)) == [f"content/{DOG}:{message}"]


def test_a_page_begins_its_headings_one_level_higher(write: Draft) -> None:
    assert write.change(HELP, "Suchen Sie", "## Suche\n\nSuchen Sie") == []
    assert said(write.change(HELP, "## Suche", "# Suche")) == [
        f"content/{HELP}:7:1: Überschrift auf falscher Ebene  [markup] → Beginnen Sie sie mit ##."
    ]


def test_translations_are_checked_too(write: Draft) -> None:
    english = "services/hund-anmelden.en.md"
    assert said(write.change(english, "- breed", "- <i>breed</i>")) == [
        f"content/{english}:15:1: HTML ist nicht erlaubt  [markup] → Schreiben Sie Markdown: **fett**, - Liste."
        " Ist es ein Kleiner-als-Zeichen: Leerzeichen danach."
    ]


def test_a_code_block_without_an_end_swallows_no_heading(write: Draft) -> None:
    assert said(write.change(DOG, TEXT, "~~~\nText mit <b>Fett</b>")) == [
        f"content/{DOG}:38:1: Der Code-Block hat kein Ende  [markup]"
        " → Löschen Sie die Zeile, oder setzen Sie unter den Code noch eine solche.",
        f"content/{DOG}:39:1: HTML ist nicht erlaubt  [markup] → Schreiben Sie Markdown: **fett**, - Liste."
        " Ist es ein Kleiner-als-Zeichen: Leerzeichen danach.",
    ]


def test_a_heading_of_a_page_needs_its_space_too(write: Draft) -> None:
    assert said(write.change(HELP, "Suchen Sie", "##Suche\n\nSuchen Sie")) == [
        f"content/{HELP}:7:1: Nach den Rauten fehlt ein Leerzeichen  [markup] → Schreiben Sie: ## Suche"
    ]
