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
            "50:1: Unter „Fristen“ steht nichts  [unknown-heading] → Schreiben Sie Text oder löschen Sie sie.",
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
