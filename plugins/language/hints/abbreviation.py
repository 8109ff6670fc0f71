"""Abkürzungen werden ausgeschrieben: Wer sie nicht kennt, stolpert, und Vorleseprogramme lesen sie falsch."""

import re
from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.texts import Text
from plugins.language.wordlists import replacements

_UNKNOWN = re.compile(r"(?<![\w.])(?:[^\W\d_]\.\s?){2,}(?!\w)")


def find(text: Text) -> Iterator[Problem]:
    """Abbreviations of the list, and single letters with dots that no list knows."""
    known = replacements("abbreviations" if text.language is Language.ENGLISH else "abkuerzungen")
    for passage in text.passages:
        seen = set()
        for span, words in known.find(passage):
            seen.add(span.start)
            yield hint(passage, span.start, f"„{span.text}“ ist eine Abkürzung", f"Schreiben Sie: {words}")
        for found in _UNKNOWN.finditer(passage.text) if text.language is not Language.ENGLISH else ():
            if found.start() not in seen:
                remedy = "Schreiben Sie die Wörter aus."
                yield hint(passage, found.start(), f"„{found[0].strip()}“ ist eine Abkürzung", remedy)
