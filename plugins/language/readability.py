"""How hard a text is to read: three measures for German, from the lengths of its words and sentences.

- LIX (Björnsson 1968): words per sentence + percentage of words of more than six letters. Below 40 is easy, above 60
  hard.
- First Wiener Sachtextformel (Bamberger and Vanecek 1984): about the school year that reads it with ease, 4 to 15.
- Flesch-Amstad (Amstad 1978): 180 − words per sentence − 58.5 × syllables per word; 100 is very easy, 0 very hard.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from plugins.language.texts import Text

_WORD = re.compile(r"\w+(?:[-’'.,/]\w+)*")
_VOWELS = re.compile(r"äu|a[aiuy]|e[eiuy]|ie|oo|(?<!q)[aeiouyäöüáàâéèêëíïóôúû]", re.IGNORECASE)
_LONG_LETTERS = 6
_MANY_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class Readability:
    """The size of a text and its three measures, rounded to one digit."""

    words: int
    sentences: int
    lix: float
    wiener: float
    flesch: float


def words_of(sentence: str) -> list[str]:
    """The words of a sentence; numbers and what hyphens join are words too."""
    return _WORD.findall(sentence)


@cache
def syllables(word: str) -> int:
    """How many syllables a German word has: its groups of vowels, at least one; diphthongs are one group."""
    return max(1, len(_VOWELS.findall(word)))


def readability_of(text: Text) -> Readability | None:
    """How hard a text is to read: its sentences and entries, without headings, tables and notes; None without words."""
    passages = (passage for passage in text.passages if passage.form.is_running_text)
    return measured(words for passage in passages for _, words in passage.sentences())


def measured(sentences: Iterable[str]) -> Readability | None:
    """The measures of some sentences; None when there is no word in them."""
    counted = [words for sentence in sentences if (words := words_of(sentence))]
    words = [word for sentence in counted for word in sentence]
    if not words:
        return None
    length = len(words) / len(counted)
    beats = [syllables(word) for word in words]
    long = _percentage(len(word) > _LONG_LETTERS for word in words)
    many = _percentage(count >= _MANY_SYLLABLES for count in beats)
    single = _percentage(count == 1 for count in beats)
    wiener = 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * single - 0.875
    flesch = 180 - length - 58.5 * sum(beats) / len(words)
    return Readability(len(words), len(counted), round(length + long, 1), round(wiener, 1), round(flesch, 1))


def _percentage(claims: Iterable[bool]) -> float:
    listed = list(claims)
    return 100 * sum(listed) / len(listed)
