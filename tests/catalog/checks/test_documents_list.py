"""Documents are a list to tick off, steps a numbered one."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
ENGLISH = "services/hund-anmelden.en.md"
DOCUMENTS = "- Ihr Name und Ihre Anschrift\n- Rasse und Alter des Hundes"
STEPS = "1. Sie füllen das Formular aus.\n2. Sie bekommen den Steuerbescheid und die Hundemarke."


@pytest.mark.parametrize("text", ["Sie brauchen:\n\n- Ausweis", "* Ausweis", "+ Ausweis"])
def test_a_list_with_any_mark_and_words_before_it_passes(write: Draft, text: str) -> None:
    assert write.change(DOG, DOCUMENTS, text) == []


@pytest.mark.parametrize("text", ["Ausweis und Foto", "1. Ausweis\n2. Foto", "-Ausweis", "• Ausweis"])
def test_documents_that_are_no_list_are_an_error(write: Draft, text: str) -> None:
    assert said(write.change(DOG, DOCUMENTS, text)) == [
        f"content/{DOG}:42:1: Die Unterlagen sind keine Liste  [documents-list]"
        " → Beginnen Sie jede Zeile mit „- “, ein Ding je Zeile."
    ]


def test_translations_are_checked_too(write: Draft) -> None:
    assert said(write.change(ENGLISH, "- your name and address\n- breed and age of the dog", "your name")) == [
        f"content/{ENGLISH}:14:1: Die Unterlagen sind keine Liste  [documents-list]"
        " → Beginnen Sie jede Zeile mit „- “, ein Ding je Zeile."
    ]


@pytest.mark.parametrize("text", ["So geht es:\n\n1. Antrag", "1) Antrag"])
def test_numbered_steps_pass(write: Draft, text: str) -> None:
    assert write.change(DOG, STEPS, text) == []


@pytest.mark.parametrize("text", ["Sie stellen einen Antrag.", "- Antrag", "1.Antrag"])
def test_steps_without_numbers_are_an_error(write: Draft, text: str) -> None:
    assert said(write.change(DOG, STEPS, text)) == [
        f"content/{DOG}:47:1: Die Schritte sind keine nummerierte Liste  [documents-list]"
        " → Beginnen Sie jede Zeile mit „1. “, „2. “ und so weiter."
    ]
