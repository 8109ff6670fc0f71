"""Which services are alike: what fits to a service, and pairs that may be one service written twice.

A service is a vector of the terms of its title, its synonyms and its summary, rare terms counting more; the body is
left out, because its boilerplate makes everything alike. The likeness of two is the cosine of their vectors, between 0
and 1: unlike a score of Whoosh or lunr it means the same for every pair, so that one threshold can say what is too
little.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from search import analysis, fields
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.vectors import Vector, alike, product, vectors

TITLE, SYNONYMS, SUMMARY, TOPIC = 3.0, 1.5, 1.0, 3.0
"""What a term weighs by the place where it stands, and a topic as a term of its own."""

PART = 0.5
"""What the part of a compound weighs beside the whole word."""

RELATED_FROM, WORDS_FROM = 0.15, 0.08
"""The least likeness of a service that fits to another, and the least without the help of topics in common."""

MOST_RELATED = 4

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


def related(documents: Sequence[SearchDocument]) -> Mapping[str, tuple[str, ...]]:
    """For each slug those of the most alike services, best first, at most four, for people it is for too.

    Topics in common help; a topic alone is not enough. To a written service fit only written ones. Who
    asks again of the same services, for another town, is told what was found out before.
    """
    return _of_all(tuple(documents))


@lru_cache(maxsize=4)
def _of_all(documents: Sequence[SearchDocument]) -> Mapping[str, tuple[str, ...]]:
    by_rule = [position for position, document in enumerate(documents) if document.is_by_rule]
    written = _written_ones(documents)
    return _related(documents, by_rule) | _related(written, range(len(written)))


def _related(documents: Sequence[SearchDocument], asked: Sequence[int]) -> dict[str, tuple[str, ...]]:
    """What fits to those asked for, by their positions."""
    if not asked:
        return {}
    weighed = _weighed(documents)
    by_words, with_topics = vectors(weighed), vectors(list(map(_with_topics, documents, weighed)))
    return {
        documents[position].slug: tuple(
            documents[other].slug for other in _best(position, likenesses, by_words, documents)
        )
        for position, likenesses in zip(asked, alike(with_topics, asked, RELATED_FROM), strict=True)
    }


def near_duplicates(documents: Sequence[SearchDocument]) -> list[Pair]:
    """The pairs of written services whose words are nearly the same, most alike first."""
    documents = _written_ones(documents)
    words = vectors(_weighed(documents))
    found = [
        Pair(documents[one], documents[other], likeness, _shared(documents[one], words[one], words[other]))
        for one, likenesses in enumerate(alike(words, range(len(words)), DUPLICATE_FROM))
        for other, likeness in likenesses.items()
        if one < other
    ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.one.slug, pair.other.slug))


def _written_ones(documents: Sequence[SearchDocument]) -> list[SearchDocument]:
    return [document for document in documents if not document.is_by_rule]


def _best(
    position: int, likenesses: Mapping[int, float], by_words: Sequence[Vector], documents: Sequence[SearchDocument]
) -> list[int]:
    """The most alike ones that share words and an audience too, not only topics."""
    ranked = sorted(likenesses, key=lambda other: (-likenesses[other], other))
    audience = set(documents[position].audience)
    same_people = (other for other in ranked if audience.intersection(documents[other].audience))
    sharing = (other for other in same_people if product(by_words[position], by_words[other]) >= WORDS_FROM)
    return list(islice(sharing, MOST_RELATED))


def _with_topics(document: SearchDocument, weights: Vector) -> Vector:
    return {**weights, **{f"#{topic}": TOPIC for topic in document.topics}}


def _weighed(documents: Sequence[SearchDocument]) -> list[Vector]:
    """Each document's terms with the weight of the best place where they stand."""
    worded = [list(_words(document)) for document in documents]
    vocabulary = Vocabulary.of({analysis.stem(word) for words in worded for word, _ in words})

    @cache
    def terms(word: str) -> list[tuple[str, float]]:
        return [(analysis.stem(word), 1.0), *((part, PART) for part in vocabulary.parts(word))]

    weighed: list[Vector] = []
    for words in worded:
        weights: dict[str, float] = {}
        for word, weight in words:
            for term, share in terms(word):
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
