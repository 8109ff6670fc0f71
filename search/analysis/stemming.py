"""Words → stems, with the one Snowball version that Python and JavaScript share.

Whoosh's German stemmer equals the one of the npm package `lunr-languages`; Snowball 3 differs on 2.4 % of the words.
Twin: `stem` in `theme/scripts/search/analysis.mjs`.
"""

import re
from functools import lru_cache

from whoosh.lang.snowball.german import GermanStemmer

REMEMBERED = 200_000
"""How many different words are looked at only once: the texts of a country share theirs."""

_PLAIN = re.compile(r"[a-z]+")
_snowball = GermanStemmer()


@lru_cache(REMEMBERED)
def stem(word: str) -> str:
    """The stem of a folded word; what is not all a–z („34c“) stays as it is. Not to be applied twice."""
    return str(_snowball.stem(word)) if _PLAIN.fullmatch(word) else word
