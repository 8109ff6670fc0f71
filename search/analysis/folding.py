"""One spelling for every way to write a word. Twin: `fold` in `theme/scripts/search/words.mjs`."""

import re
import unicodedata

from search.analysis.splitting import without_unseen

_DIGRAPH = re.compile(r"aeu|[aeiouyäöüq]u|ae|oe|ue")
"""A „u“ after a vowel or a „q“ belongs to that letter („steuer“, „bauen“, „quer“) never to the next „e“."""

_FOLDED = {"aeu": "au", "ae": "a", "oe": "o", "ue": "u"}


def fold(word: str) -> str:
    """A lower-case word without umlauts, ß and accents: „führer“ and „fuehrer“ → „fuhrer“, „straße“ → „strasse“."""
    spelled = _DIGRAPH.sub(lambda found: _FOLDED.get(found[0], found[0]), word.replace("ß", "ss"))
    return without_unseen(unicodedata.normalize("NFD", spelled))
