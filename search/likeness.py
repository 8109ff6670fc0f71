"""Which services are alike: what fits to a service, and pairs that may be one service written twice.

A service is a vector of the terms of its title, its synonyms and its summary, rare terms counting more; the body is
left out, because its boilerplate makes everything alike. The likeness of two is the cosine of their vectors, between 0
and 1: unlike a score of Whoosh or lunr it means the same for every pair, so that one threshold can say what is too
little.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from search import analysis, fields
from search.analysis import Vocabulary
from search.documents import SearchDocument

Vector = Mapping[str, float]

TITLE, SYNONYMS, SUMMARY, TOPIC = 3.0, 1.5, 1.0, 3.0
"""What a term weighs by the place where it stands, and a topic as a term of its own."""

PART = 0.5
"""What the part of a compound weighs beside the whole word."""

RELATED_FROM, WORDS_FROM = 0.15, 0.08
"""The least likeness of a service that fits to another, and the least without the help of topics in common."""

MOST_RELATED = 4

COMMON = 300
"""A term of more services than that is left out: it tells them apart no more, and the work grows with its square."""

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


def related(documents: Sequence[SearchDocument]) -> dict[str, tuple[str, ...]]:
    """For each slug those of the most alike services, best first, at most four, for people it is for too.

    Topics in common help; a topic alone is not enough. To a written service fit only written ones.
    """
    return _related(documents) | _related(_written_ones(documents))


def _related(documents: Sequence[SearchDocument]) -> dict[str, tuple[str, ...]]:
    weighed = _weighed(documents)
    by_words = _vectors(weighed)
    likenesses = _likenesses(_vectors([_with_topics(*one) for one in zip(documents, weighed, strict=True)]))
    return {
        document.slug: tuple(documents[other].slug for other in _best(position, alike, by_words, documents))
        for position, (document, alike) in enumerate(zip(documents, likenesses, strict=True))
    }


def near_duplicates(documents: Sequence[SearchDocument]) -> list[Pair]:
    """The pairs of written services whose words are nearly the same, most alike first."""
    documents = _written_ones(documents)
    vectors = _vectors(_weighed(documents))
    found = [
        Pair(documents[one], documents[other], likeness, _shared(documents[one], vectors[one], vectors[other]))
        for one, likenesses in enumerate(_likenesses(vectors))
        for other, likeness in likenesses.items()
        if one < other and likeness >= DUPLICATE_FROM
    ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.one.slug, pair.other.slug))


def _written_ones(documents: Sequence[SearchDocument]) -> list[SearchDocument]:
    return [document for document in documents if not document.is_by_rule]


def _best(
    position: int, alike: Mapping[int, float], by_words: Sequence[Vector], documents: Sequence[SearchDocument]
) -> list[int]:
    """The most alike ones that share words and an audience too, not only topics."""
    enough = [other for other, likeness in alike.items() if likeness >= RELATED_FROM]
    ranked = sorted(enough, key=lambda other: (-alike[other], other))
    audience = set(documents[position].audience)
    same_people = (other for other in ranked if audience.intersection(documents[other].audience))
    sharing = (other for other in same_people if _product(by_words[position], by_words[other]) >= WORDS_FROM)
    return list(islice(sharing, MOST_RELATED))


def _product(one: Vector, other: Vector) -> float:
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)


def _likenesses(vectors: Sequence[Vector]) -> Iterator[dict[int, float]]:
    """For each document, how alike every other one is that shares a term; rounded, so that ties are ties."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for position, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings.setdefault(term, []).append((position, weight))
    return (_alike(position, vector, postings) for position, vector in enumerate(vectors))


def _alike(position: int, vector: Vector, postings: Mapping[str, list[tuple[int, float]]]) -> dict[int, float]:
    products: dict[int, float] = {}
    for term, weight in vector.items():
        for other, other_weight in postings[term]:
            products[other] = products.get(other, 0.0) + weight * other_weight
    products.pop(position, None)
    return {other: round(product, 6) for other, product in products.items()}


def _with_topics(document: SearchDocument, weights: Vector) -> Vector:
    return {**weights, **{f"#{topic}": TOPIC for topic in document.topics}}


def _vectors(weighed: Sequence[Vector]) -> list[Vector]:
    """One vector of length 1 per document."""
    having = Counter(term for weights in weighed for term in weights)
    rarity = {term: math.log(len(weighed) / count) for term, count in having.items() if count <= COMMON}
    return [
        _unit({term: weight * rarity[term] for term, weight in weights.items() if term in rarity})
        for weights in weighed
    ]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items() if weight} if length else {}


def _weighed(documents: Sequence[SearchDocument]) -> list[Vector]:
    """Each document's terms with the weight of the best place where they stand."""
    worded = [list(_words(document)) for document in documents]
    vocabulary = Vocabulary.of({analysis.stem(word) for words in worded for word, _ in words})
    weighed: list[Vector] = []
    for words in worded:
        weights: dict[str, float] = {}
        for word, weight in words:
            for term, share in ((analysis.stem(word), 1.0), *((part, PART) for part in vocabulary.parts(word))):
                weights[term] = max(weights.get(term, 0.0), weight * share)
        weighed.append(weights)
    return weighed


def _words(document: SearchDocument) -> Iterator[tuple[str, float]]:
    """The folded words of title, synonyms and summary, each with the weight of its place."""
    places = ((TITLE, document.title), (SYNONYMS, " ".join(document.synonyms)), (SUMMARY, document.summary))
    yield from ((word, weight) for weight, text in places for word in analysis.words(text))


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
