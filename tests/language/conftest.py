"""The tiny country with another text in it, and what one rule says to that."""

from collections.abc import Callable

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.language import Text, texts_of
from plugins.language.hinting import rules
from plugins.language.spelling import Speller
from tests.conftest import TODAY, Draft, said

DOG = "services/hund-anmelden.md"
TEXT = "Für jeden Hund zahlen Sie **Hundesteuer**. Das gilt auch für Welpen."
WRITTEN = {
    DOG: TEXT,
    "services/hund-anmelden.en.md": "Have you taken in a dog?",
    "services/hund-anmelden.de-simple.md": "Die Stadt muss das wissen.",
}

Hinted = Callable[..., list[str]]


@pytest.fixture
def hinted(write: Draft) -> Hinted:
    """`hinted(rule, text, path)`: what a rule says when the text stands in line 38 of the German dog, or elsewhere."""

    def says(rule: str, text: str, path: str = DOG) -> list[str]:
        write.change(path, WRITTEN[path], text)
        catalog = load(write.folder, TODAY)[0]
        find = Speller.of(catalog).find if rule == "spelling" else rules()[rule]
        return [line.removeprefix(f"content/{path}:") for line in said(list(find(one(catalog, path))))]

    return says


def one(catalog: Catalog, path: str = DOG) -> Text:
    """The text of one file."""
    return next(text for text in texts_of(catalog) if text.path == path)
