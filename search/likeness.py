"""Which services are alike: what fits to a service, and pairs that may be one service written twice.

A service is a vector of the terms of its title, its synonyms and its summary, rare terms counting more; the body is
left out, because its boilerplate makes everything alike. The likeness of two is the cosine of their vectors, between 0
and 1: unlike a score of Whoosh or lunr it means the same for every pair, so that one threshold can say what is too
little.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from search import analysis, fields
from search.company import Company
from search.documents import SearchDocument
from search.fitting import Fitting, Related, written_ones
from search.vectors import Vector, alike, vectors

DUPLICATE_FROM = 0.6
"""The likeness from which a pair is worth a look: two services for one thing, or one text copied for two."""

SHARED_WORDS = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two services that are suspiciously alike, and the words they share, the most telling first."""

    one: SearchDocument
    other: SearchDocument
    likeness: float
    shared: tuple[str, ...]


def related(documents: Sequence[SearchDocument]) -> Related:
    """For each slug those of the services that fit to it, best first, at most four.

    Who asks again of the same services, for another town, is told what was found out before.
    """
    return _related(tuple(documents))


@lru_cache(maxsize=4)
def _related(documents: Sequence[SearchDocument]) -> Related:
    return Fitting.of(documents).related()


def near_duplicates(documents: Sequence[SearchDocument]) -> list[Pair]:
    """The pairs of written services whose words are nearly the same, most alike first."""
    documents = written_ones(documents)
    words = vectors(Company.of(documents).weighed)
    found = [
        Pair(documents[one], documents[other], likeness, _shared(documents[one], words[one], words[other]))
        for one, likenesses in enumerate(alike(words, range(len(words)), DUPLICATE_FROM))
        for other, likeness in likenesses.items()
        if one < other
    ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.one.slug, pair.other.slug))


def _shared(document: SearchDocument, one: Vector, other: Vector) -> tuple[str, ...]:
    """The words as the first of the two writes them."""
    products = {term: weight * other[term] for term, weight in one.items() if term in other}
    written = _written(document)
    telling = sorted((term for term in products if term in written), key=lambda term: (-products[term], term))
    return tuple(written[term] for term in telling[:SHARED_WORDS])


def _written(document: SearchDocument) -> dict[str, str]:
    """Term → its first word in title, synonyms or summary."""
    written: dict[str, str] = {}
    for text in (document.title, *document.synonyms, document.summary):
        for word, folded in fields.written_words(text):
            written.setdefault(analysis.stem(folded), word)
    return written
