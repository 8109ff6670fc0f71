"""Texts stand under the fixed headings, each at most once."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
FRIST = "## Fristen\n\nMelden Sie den Hund innerhalb von 14 Tagen an."


def test_a_known_heading_and_headings_below_it_pass(write: Draft) -> None:
    assert write.change(DOG, FRIST, "## Kosten\n\n### Ausnahmen\n\nKeine.") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "## Frist\n\nBald.",
            "50:1: Die Überschrift „Frist“ gibt es nicht  [unknown-heading] → Meinten Sie „Fristen“?",
        ),
        (
            "## Kurztext\n\nBald.",
            "50:1: „Kurztext“ steht zweimal da  [unknown-heading] → Fassen Sie beide Texte zusammen.",
        ),
        (
            "## Fristen\n",
            "50:1: Unter „Fristen“ steht nichts  [unknown-heading]"
            " → Schreiben Sie Text oder löschen Sie die Überschrift.",
        ),
        (
            "## Xyz\n\nBald.",
            "50:1: Die Überschrift „Xyz“ gibt es nicht  [unknown-heading] → Möglich sind: Kurztext, Volltext,"
            " Voraussetzungen, Erforderliche Unterlagen, Verfahrensablauf, Kosten, Fristen, Bearbeitungsdauer,"
            " Formulare, Rechtsgrundlagen, Rechtsbehelf, Zuständige Stelle, Ansprechpunkt, Hinweise,"
            " Weiterführende Informationen.",
        ),
    ],
)
def test_a_heading_that_no_field_takes_is_an_error(write: Draft, text: str, message: str) -> None:
    assert said(write.change(DOG, FRIST, text)) == [f"content/{DOG}:{message}"]


def test_text_before_the_first_heading_is_an_error(write: Draft) -> None:
    assert said(write.change(DOG, "## Kurztext", "Hallo.\n\n## Kurztext")) == [
        f"content/{DOG}:31:1: Text ohne Überschrift  [unknown-heading]"
        " → Beginnen Sie mit einer Überschrift: ## Kurztext"
    ]


def test_a_page_takes_any_heading(write: Draft) -> None:
    assert write.change("pages/impressum.md", "## Anbieter", "## Was auch immer") == []


@pytest.mark.parametrize(
    "line",
    [
        "##Fristen",
        "# Fristen",
        "#Fristen",
        " ## Fristen",
        "    ## Fristen",
        "**Fristen**",
        "**Fristen:**",
        "__Fristen__:",
        "**fristen**",
    ],
)
def test_a_line_that_was_meant_as_a_heading_is_an_error(write: Draft, line: str) -> None:
    assert said(write.change(DOG, "## Fristen", line)) == [
        f"content/{DOG}:50:1: „{line.strip()}“ ist keine Überschrift  [unknown-heading] → Schreiben Sie: ## Fristen"
    ]


def test_an_underlined_heading_is_an_error(write: Draft) -> None:
    assert said(write.change(DOG, "## Fristen\n", "Fristen\n-------\n")) == [
        f"content/{DOG}:50:1: „Fristen -------“ ist keine Überschrift  [unknown-heading] → Schreiben Sie: ## Fristen"
    ]


def test_hashes_without_a_space_are_an_error_whatever_follows(write: Draft) -> None:
    assert said(write.change(DOG, "## Fristen", "##Fristn")) == [
        f"content/{DOG}:50:1: „##Fristn“ ist keine Überschrift  [unknown-heading] → Schreiben Sie: ## Fristen"
    ]
    (found,) = said(write.change(DOG, "##Fristn", "##Xyz"))
    assert "„##Xyz“ ist keine Überschrift  [unknown-heading] → Möglich sind mit ## davor: Kurztext, Voll" in found


def test_a_second_text_under_a_mistyped_heading_belongs_to_the_first(write: Draft) -> None:
    assert said(write.change(DOG, FRIST, f"{FRIST}\n\n**Volltext**\n\nMehr.")) == [
        f"content/{DOG}:54:1: „**Volltext**“ ist keine Überschrift  [unknown-heading]"
        " → Fassen Sie den Text darunter mit dem unter „## Volltext“ zusammen."
    ]


@pytest.mark.parametrize("line", ["### Volltext", "#### Volltext", "# Volltext", "    ### Volltext", "**Volltext**"])
def test_a_heading_below_the_short_text_is_named_and_the_text_is_not_too_long(write: Draft, line: str) -> None:
    write.change(DOG, "Das gilt auch für Welpen.", "Das gilt auch für Welpen. " * 10)
    assert said(write.change(DOG, "## Volltext", line)) == [
        f"content/{DOG}:36:1: „{line.strip()}“ ist keine Überschrift  [unknown-heading] → Schreiben Sie: ## Volltext"
    ]


def test_the_short_text_has_no_headings_of_its_own(write: Draft) -> None:
    (found,) = said(write.change(DOG, "## Volltext", "### Worum es geht"))
    assert "36:1: „### Worum es geht“ ist keine Überschrift  [unknown-heading] → Möglich sind mit ## davor" in found


@pytest.mark.parametrize("line", ["### Fristen", "**Achtung**", "Das ist **Fristen**.", "```\n## Fristen\n```"])
def test_headings_below_bold_words_and_code_are_text(write: Draft, line: str) -> None:
    assert write.change(DOG, "Das gilt auch für Welpen.", f"Das gilt auch für Welpen.\n\n{line}\n\nMehr.") == []
