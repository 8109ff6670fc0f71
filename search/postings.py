"""Where a term stands, and how much it says there: the records of the index and their bytes.

Twin of the way back: `theme/scripts/search/postings.mjs`. A weight of lunr is made of three things here: how rare the
term is, which all its postings share; the boost of the field; and how often the field has it. The length of the field
does not count, and in the body, where most postings are, neither does how often: that takes no byte.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from search.packing import ascending, from_steps, numbers, varints

BOOSTS = {"title": 10, "synonyms": 8, "official_name": 4, "summary": 3, "body": 1}
"""The searchable fields and what a match in them is worth."""

NAMED = tuple(field for field in BOOSTS if field != "body")
REPETITION = 1.2
"""The k1 of BM25, as in lunr: a term that stands twice is worth a third more, and never more than 2.2 times."""

MOST_COUNTED = 15
"""Higher counts are no news."""

_NAMES = 3
"""Title, synonyms and official name: what a service is called."""

_IN_PHRASES = 3
"""Title and synonyms: the fields that consist of phrases."""

_LENGTHS = 16
"""Longer phrases count as if they had one term less than this."""


class Named(NamedTuple):
    """A document that has a term elsewhere than only in its body: how often it stands in each field.

    `phrases` are those of title and synonyms that hold the term: number in the document, how many terms it has.
    """

    document: int
    counts: tuple[int, ...]
    in_body: bool
    phrases: tuple[tuple[int, int], ...] = ()

    @property
    def fields(self) -> int:
        """In how many fields the term stands."""
        return len(self.counts) - self.counts.count(0) + self.in_body


@dataclass(frozen=True, slots=True)
class Postings:
    """All places of a term; `elsewhere` counts those that the index leaves out."""

    named: tuple[Named, ...]
    body: tuple[int, ...]
    elsewhere: int = 0

    @property
    def frequency(self) -> int:
        """In how many fields of documents the term stands."""
        return sum(one.fields for one in self.named) + len(self.body) + self.elsewhere

    @property
    def numbers(self) -> int:
        """How many numbers it takes to write them, about."""
        return 3 + len(self.body) + sum(3 + one.fields - one.in_body + len(one.phrases) for one in self.named)

    def of_names(self) -> "Postings":
        """The same without summaries and texts; each place keeps its weight."""
        named = tuple(
            Named(one.document, (*counts, 0), in_body=False, phrases=one.phrases)
            for one in self.named
            if any(counts := one.counts[:_NAMES])
        )
        return Postings(named, (), self.frequency - Postings(named, ()).frequency)

    def weights(self, documents: int) -> Iterator[tuple[str, int, float]]:
        """Field, document and weight of each place, given the number of documents."""
        rarity = idf(self.frequency, documents)
        for one in self.named:
            for field, count in zip(NAMED, one.counts, strict=True):
                if count:
                    yield field, one.document, weight(rarity, field, count)
        for document in (*(one.document for one in self.named if one.in_body), *self.body):
            yield "body", document, weight(rarity, "body", 1)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title or synonym: how many different terms it has, and which of those that were looked for."""

    length: int
    terms: list[str]


def idf(frequency: int, documents: int) -> float:
    """How rare a term is, as lunr says it."""
    return math.log(1 + abs((documents - frequency + 0.5) / (frequency + 0.5)))


def weight(rarity: float, field: str, count: int) -> float:
    """The number in lunr's field vector; three digits, as lunr rounds."""
    repeated = (REPETITION + 1) * count / (REPETITION + count)
    return math.floor(rarity * BOOSTS[field] * repeated * 1000 + 0.5) / 1000


def pack(terms: Sequence[Postings]) -> list[bytes]:
    """The columns of consecutive terms."""
    named = [one for postings in terms for one in postings.named]
    return [
        varints(len(postings.named) for postings in terms),
        varints(len(postings.body) for postings in terms),
        varints(postings.elsewhere for postings in terms),
        varints(step for postings in terms for step in ascending(one.document for one in postings.named)),
        varints(sum(bool(count) << place for place, count in enumerate((*one.counts, one.in_body))) for one in named),
        varints(count for one in named for count in one.counts if count),
        varints(len(one.phrases) for one in named if any(one.counts[:2])),
        varints(number * _LENGTHS + min(length, _LENGTHS - 1) for one in named for number, length in one.phrases),
        varints(step for postings in terms for step in ascending(postings.body)),
    ]


def unpack(packed: Sequence[bytes]) -> list[Postings]:
    """The terms of these columns."""
    named_counts, body_counts, elsewhere, steps, *rest, body = map(numbers, packed)
    return [
        Postings(
            tuple(_named(document, *rest) for document in from_steps(islice(steps, count))),
            tuple(from_steps(islice(body, next(body_counts)))),
            next(elsewhere),
        )
        for count in named_counts
    ]


def _named(
    document: int, masks: Iterator[int], counts: Iterator[int], held: Iterator[int], phrases: Iterator[int]
) -> Named:
    """The next named posting; its numbers come from columns side by side."""
    mask = next(masks)
    own = tuple(next(counts) if mask >> place & 1 else 0 for place in range(len(NAMED)))
    count = next(held) if mask & _IN_PHRASES else 0
    return Named(
        document, own, bool(mask >> len(NAMED)), tuple(divmod(one, _LENGTHS) for one in islice(phrases, count))
    )


def phrases_of(postings: Mapping[str, Postings]) -> dict[int, list[Phrase]]:
    """The phrases of each document that hold one of these terms at least."""
    found: dict[int, dict[int, Phrase]] = {}
    for term, places in postings.items():
        for one in places.named:
            for number, length in one.phrases:
                found.setdefault(one.document, {}).setdefault(number, Phrase(length, [])).terms.append(term)
    return {document: list(phrases.values()) for document, phrases in found.items()}
