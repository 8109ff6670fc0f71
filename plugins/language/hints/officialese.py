"""Wörter der Verwaltung, für die es ein Wort der Leute gibt."""

from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.texts import Text
from plugins.language.wordlists import replacements


def find(text: Text) -> Iterator[Problem]:
    """Expressions of the list, with what is plainer."""
    for passage in text.passages if text.language is not Language.ENGLISH else ():
        for span, better in replacements("amtssprache").find(passage):
            yield hint(passage, span.start, f"„{span.text}“ ist Amtssprache", f"Schreiben Sie: {better}")
