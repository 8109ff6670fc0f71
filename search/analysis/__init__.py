"""German analysis: text → words → terms. One set of rules with a twin in `theme/scripts/search/`.

The steps, each in its module:

1. `splitting`: NFC, lower case, invisible characters away; gender forms end before the star
   („Bürger*innen“ → „bürger“); then a word is a run of letters and digits („34c“, „kfz“ and „zulassung“).
2. `folding`: ß → ss; ae, oe, ue and ä, ö, ü → a, o, u; accents away. „Führerschein“, „fuehrerschein“ and
   „fuhrerschein“ are one word from here on.
3. `stopwords`: words that say nothing about a service go. They are compared folded, so „fuer“ is one like „für“.
4. `stemming`: Snowball German. Folding comes first because the stemmer takes the dots off anyway, but knows no
   „ue“; a word of other letters than a–z, or with a digit, stays as it is.
5. `compounds`: words made of words that the content uses are split; their parts are found too.
6. `forms`: half-typed suffixes and participles, for queries only.
"""

from functools import lru_cache
from itertools import chain

from search.analysis.compounds import Vocabulary
from search.analysis.folding import fold
from search.analysis.forms import forms
from search.analysis.splitting import split
from search.analysis.stemming import REMEMBERED, stem
from search.analysis.stopwords import STOPWORDS


def words(text: str) -> list[str]:
    """The folded words of a text in their order, without stop words; no step looks across a blank."""
    return list(chain.from_iterable(map(_words, text.split())))


def terms(text: str) -> list[str]:
    """What the index holds of a text: its words, stemmed."""
    return list(map(stem, words(text)))


@lru_cache(REMEMBERED)
def _words(piece: str) -> tuple[str, ...]:
    """The words of what stands between two blanks."""
    return tuple(word for word in map(fold, split(piece)) if word not in STOPWORDS)


__all__ = ["REMEMBERED", "STOPWORDS", "Vocabulary", "fold", "forms", "split", "stem", "terms", "words"]
