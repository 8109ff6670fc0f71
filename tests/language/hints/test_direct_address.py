"""A text speaks to its readers."""

import re

import pytest

from plugins.catalog.catalog import load
from plugins.language.hints import direct_address
from tests.conftest import TODAY, Draft, said
from tests.language.conftest import DOG, one

ENGLISH = "services/hund-anmelden.en.md"


def without_address(write: Draft, word: str, sentences: int = 12) -> list[str]:
    """What is said when the dog's text has none of the address but the given word."""
    written = (write.folder / DOG).read_text("utf-8")
    head = re.sub(r"\b(?:Sie|Ihre?)\b", "man", written[: written.index("## Erforderliche")])
    write(DOG, f"{head}\n\n{'Ein Hund ist anzumelden. ' * sentences}{word}\n")
    text = one(load(write.folder, TODAY)[0])
    return said(list(direct_address.find(text)))


@pytest.mark.parametrize("word", ["Sie", "Ihr", "Ihrem", "Ihnen"])
def test_one_word_of_address_is_enough(write: Draft, word: str) -> None:
    assert without_address(write, word) == []


def test_a_short_text_needs_none(write: Draft) -> None:
    assert without_address(write, "", sentences=1) == []


@pytest.mark.parametrize("word", ["", "sie", "ihr", "Sieb"])
def test_a_text_without_address_is_found_at_its_start(write: Draft, word: str) -> None:
    assert without_address(write, word) == [
        f"content/{DOG}:34:1: Hinweis: Der Text spricht niemanden mit „Sie“ an  []"
        " → Schreiben Sie „Sie brauchen …“ statt „Antragstellende benötigen …“."
    ]


def test_english_is_not_asked(write: Draft) -> None:
    write.change(ENGLISH, "- your name and address", "- a name " * 40)
    assert list(direct_address.find(one(load(write.folder, TODAY)[0], ENGLISH))) == []
