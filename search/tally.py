"""What is counted over all documents, so that after an edit nothing is counted again."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from search.indexed import Indexed
from search.packing import columns, framed
from search.postings import idf
from search.pruning import UNNAMED

Counts = Mapping[str, int]

_NUMBERS = {"stems": "q", "texts": "q", "fields": "q", "most": "d", "numbers": "q"}
"""What is counted by term, and of which kind the numbers are, as `array` calls it."""

_ALL_KEPT = -1.0
"""Stands for None: nothing is worth less than nothing."""


@dataclass(frozen=True)
class Tally:
    """By term: in how many `texts` and in how many other `fields` it stands, the `most` it says in a text, and how many
    `numbers` the index has of it. `stems` are those of all words, as often as documents have them.

    By document: its name, and the `least` that a kept term of it is worth, None where all are.
    """

    names: list[str] = field(default_factory=list)
    stems: Counts = field(default_factory=dict)
    texts: Counts = field(default_factory=dict)
    fields: Counts = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)
    least: list[float | None] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def stored(self) -> bytes:
        """As columns of words and of numbers."""
        least = array("d", [_ALL_KEPT if one is None else one for one in self.least])
        counts = [(getattr(self, name), kind) for name, kind in _NUMBERS.items()]
        rows = ((" ".join(one).encode(), array(kind, one.values()).tobytes()) for one, kind in counts)
        return framed([" ".join(self.names).encode(), least.tobytes(), *chain.from_iterable(rows)])

    @classmethod
    def read(cls, stored: bytes) -> "Tally":
        """What was stored."""
        names, least, *rows = columns(stored)
        counts: dict[str, Any] = {
            name: dict(zip(terms.decode().split(), array(kind, numbers), strict=True))
            for (name, kind), terms, numbers in zip(_NUMBERS.items(), rows[::2], rows[1::2], strict=True)
        }
        kept = [None if one == _ALL_KEPT else one for one in array("d", least)]
        return cls(names.decode().split(), least=kept, **counts)

    def worth(self, term: str) -> float:
        """What a term is worth anywhere."""
        fields = self.fields.get(term, 0)
        rarity = idf(self.texts.get(term, 0) + fields, len(self.names))
        return rarity if fields else rarity * UNNAMED

    def elsewhere(self, term: str, kept: Collection[int]) -> int:
        """How many texts have a term and do not keep it."""
        return self.texts.get(term, 0) - len(kept)


def fields(found: Iterable[Indexed]) -> Counter[str]:
    """In how many fields of documents each term stands that is not only in a text."""
    count: Counter[str] = Counter()
    for one in found:
        for term, (counts, in_body, _) in one.named.items():
            count[term] += len(counts) - counts.count(0) + in_body
    return count


def texts(found: Iterable[Indexed]) -> Counter[str]:
    """In how many texts each term stands that is nowhere else in the document."""
    return Counter(chain.from_iterable(one.text for one in found))


def most(found: Iterable[Indexed]) -> dict[str, float]:
    """The most that each term says in any text."""
    said: dict[str, float] = {}
    for one in found:
        for term, told in one.text.items():
            if told > said.get(term, 0):
                said[term] = told
    return said
