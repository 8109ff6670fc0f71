"""Other forms of a typed word that the stemmer does not lead to the same stem.

Twin: `theme/scripts/search/forms.mjs`.
"""

import re
from collections.abc import Iterator

from search.analysis.stemming import stem

SUFFIXES = ("ung", "heit", "keit", "isch", "lich", "end")
"""Suffixes that the stemmer takes off only when they are complete."""

_PARTICIPLE = re.compile(
    r"(ab|an|auf|aus|bei|durch|ein|fest|frei|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zu|zuruck|)"
    r"ge([a-z]{3,}?)(?:e?t|e?n)(?:e[mnrs]?)?"
)
"""„geparkt“ → „park“, „angemeldet“ → „anmeld“."""


def forms(word: str) -> Iterator[str]:
    """Stems that a folded word may also stand for; whoever asks keeps those that exist."""
    yield from _half_typed(word)
    if found := _PARTICIPLE.fullmatch(word):
        yield stem(f"{found[1]}{found[2]}en")


def _half_typed(word: str) -> Iterator[str]:
    """„anmeldun“ and „anmeldu“ → „anmeld“, because „anmeldung“ is on its way."""
    for suffix in SUFFIXES:
        for typed in range(1, len(suffix)):
            if word.endswith(suffix[:typed]):
                yield stem(f"{word}{suffix[typed:]}")
