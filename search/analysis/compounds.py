"""Compound words → their parts. Learns from the content: a part is a word that the content uses.

Twin: `theme/scripts/search/compounds.mjs`. Both take their words from the terms of the index, so both split alike.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TypeVar

from search.analysis.stemming import REMEMBERED, stem

LINKS = ("", "s", "n", "en", "es", "er", "e")
"""What may stand between two parts: „Geburt-s-urkunde“, „Hund-e-steuer“."""

FIRST_FROM, LAST_FROM = 3, 3
"""How many letters a part has at least: „Kfz“ at the front, „Amt“ at the end."""

REST_FROM = 4
"""How many letters a rest has at least, because nothing tells what the others are."""

KIN_FROM, KIN_MOST = 5, 8
"""How many letters two words share to be kin; a beginning that more words share says nothing."""

TELLING = 5
"""How many letters of a part tell that it is none."""

LONGEST = 50
"""Longer words are not split; the work grows with the square of their letters."""

_LETTERS = re.compile(r"[a-z]+")

_Found = TypeVar("_Found")


def _once_per_word(method: "Callable[[Vocabulary, str], _Found]") -> "cached_property[Callable[[str], _Found]]":
    """A method that remembers what it said: of one vocabulary it is always the same."""
    return cached_property(lambda self: lru_cache(REMEMBERED)(partial(method, self)))


@dataclass(frozen=True)
class Vocabulary:
    """The stems that the content uses, three letters or more, no digits."""

    stems: frozenset[str]

    @classmethod
    def of(cls, terms: Iterable[str]) -> "Vocabulary":
        """The vocabulary of these index terms."""
        return cls(frozenset(term for term in terms if len(term) >= FIRST_FROM and _LETTERS.fullmatch(term)))

    @_once_per_word
    def parts(self, word: str) -> tuple[str, ...]:
        """The stems of the parts of a folded word, as few and as long as can be; empty when it is no compound."""
        if len(word) > LONGEST or not _LETTERS.fullmatch(word):
            return ()
        best: dict[int, tuple[str, ...]] = {}
        for start in range(len(word) - LAST_FROM, -1, -1):
            if self._may_begin(word[start:]) and (splits := self._splits(word, start, best)):
                best[start] = min(splits, key=_preference)
        return best.get(0, ())

    def rest(self, word: str) -> str:
        """The stem of the longest ending that is known, else of the longest beginning; empty when there is none.

        A German compound is a kind of its last part: „Dackelsteuer“ is a tax.
        """
        length = min(len(word), LONGEST)
        endings = (word[-letters:] for letters in range(length - 1, REST_FROM - 1, -1))
        beginnings = (word[:letters] for letters in range(length - 1, REST_FROM - 1, -1))
        return next((found for part in (*endings, *beginnings) if (found := self._known(part))), "")

    def kin(self, stemmed: str) -> tuple[str, ...]:
        """The stems with the longest beginning in common, five letters at least: „dement“ → „demenz“."""
        shared = {one: shared_letters(one, stemmed) for one in self.stems}
        longest = max(shared.values(), default=0)
        found = sorted(one for one, letters in shared.items() if letters == longest)
        return tuple(found) if longest >= KIN_FROM and len(found) <= KIN_MOST else ()

    def _splits(self, word: str, start: int, best: dict[int, tuple[str, ...]]) -> list[tuple[str, ...]]:
        """All ways to read the word from `start` on, given the best ones further to the right."""
        splits: list[tuple[str, ...]] = [(last,)] if start and (last := self._known(word[start:])) else []
        for end in reversed(best):
            if end >= start + FIRST_FROM and (first := self._before_link(word[start:end])):
                splits.append((first, *best[end]))
        return splits

    @_once_per_word
    def _before_link(self, text: str) -> str:
        """The stem of a part that may end in a linking element; empty when it is not known."""
        candidates = (text.removesuffix(link) for link in LINKS if text.endswith(link))
        return next((found for part in candidates if len(part) >= FIRST_FROM and (found := self._known(part))), "")

    @_once_per_word
    def _known(self, part: str) -> str:
        stemmed = stem(part) if self._may_begin(part) else ""
        return stemmed if stemmed in self.stems else ""

    def _may_begin(self, text: str) -> bool:
        """The stemmer only takes endings off: most parts are dismissed without stemming."""
        return not self._beginnings.isdisjoint((text[:TELLING], text[:4], text[:FIRST_FROM]))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first letters of the stems, of short ones all."""
        return frozenset(one[:TELLING] for one in self.stems)


def shared_letters(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _preference(parts: tuple[str, ...]) -> tuple[int, int]:
    return len(parts), -min(map(len, parts))
