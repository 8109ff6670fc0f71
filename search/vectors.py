"""Documents as vectors of length 1 over their terms, and which of them point nearly the same way."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, takewhile

Vector = Mapping[str, float]

COMMON = 300
"""A term of more documents than that is left out: it tells them apart no more, and the work grows with its square."""

DIGITS, _ROUNDED_AWAY = 6, 1e-6
"""Likenesses are rounded, so that ties are ties; and more than that can add to one, whatever is added first."""


def vectors(weighed: Sequence[Vector]) -> list[Vector]:
    """One vector of length 1 per document, given what its terms weigh; rare terms count more."""
    rarity = rarities(Counter(chain.from_iterable(weighed)), len(weighed))
    return [unit(weights, rarity) for weights in weighed]


def rarities(having: Mapping[str, int], number: int) -> dict[str, float]:
    """What each term counts that so many of a `number` of documents have; common ones are left out."""
    return {term: math.log(number / count) for term, count in having.items() if count <= COMMON}


def unit(weights: Vector, rarity: Vector) -> Vector:
    """One vector of length 1."""
    vector = {term: weight * rarity[term] for term, weight in weights.items() if term in rarity}
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items() if weight} if length else {}


def product(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)


def alike(vectors: Sequence[Vector], asked: Iterable[int], least: float) -> Iterator[dict[int, float]]:
    """For each of those asked for, every other vector that is at least so alike, and how alike it is."""
    space = Space.of(vectors)
    return (space.alike(position, least) for position in asked)


@dataclass(frozen=True, slots=True)
class Space:
    """Vectors; by term what it weighs in which of them, and the most of that."""

    vectors: Sequence[Vector]
    weights: Mapping[str, Mapping[int, float]]
    most: Mapping[str, float]

    @classmethod
    def of(cls, vectors: Sequence[Vector]) -> "Space":
        """These vectors."""
        weights: dict[str, dict[int, float]] = {}
        for position, vector in enumerate(vectors):
            for term, weight in vector.items():
                weights.setdefault(term, {})[position] = weight
        return cls(vectors, weights, {term: max(of_term.values()) for term, of_term in weights.items()})

    def alike(self, position: int, least: float) -> dict[int, float]:
        """Every other vector that is at least so alike, and how alike it is."""
        vector = self.vectors[position]
        near = (other for other, likeness in self._products(vector, least).items() if likeness >= least - _ROUNDED_AWAY)
        likenesses = {other: cosine(vector, self.vectors[other]) for other in near if other != position}
        return {other: likeness for other, likeness in likenesses.items() if likeness >= least}

    def _products(self, vector: Vector, least: float) -> dict[int, float]:
        """About how alike others are: all that share a telling term, for no one else can be so alike."""
        frequent, telling = self._parted(vector, least)
        products: dict[int, float] = {}
        for term in telling:
            weight = vector[term]
            for other, other_weight in self.weights[term].items():
                products[other] = products.get(other, 0.0) + weight * other_weight
        for term in frequent:
            weight, weights = vector[term], self.weights[term]
            for other in products.keys() & weights.keys():
                products[other] += weight * weights[other]
        return products

    def _parted(self, vector: Vector, least: float) -> tuple[list[str], list[str]]:
        """As many of the most frequent terms as do not make anything so alike, and the telling ones."""
        frequent_first = sorted(vector, key=lambda term: -len(self.weights[term]))
        together = accumulate(vector[term] * self.most[term] for term in frequent_first)
        number = sum(1 for _ in takewhile(lambda likeness: likeness < least - _ROUNDED_AWAY, together))
        return frequent_first[:number], frequent_first[number:]


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors of length 1 are; what is added first may tip the last of the digits."""
    added = 0.0
    for term, weight in one.items():
        if term in other:
            added += weight * other[term]
    return round(added, DIGITS)
