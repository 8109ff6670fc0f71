"""Numbers, words and postings survive the way into bytes and back; lunr's weights are lunr's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.builder import Builder
from lunr.index import Index

from search import analysis, indexed, indexing, packing, postings
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.postings import BOOSTS, Named, Postings
from search.term_index import term_index

NUMBERS = st.integers(min_value=0, max_value=100_000)
ASCENDING = st.lists(NUMBERS, unique=True).map(sorted)
TERMS = st.lists(st.text("abcdeé8", min_size=1), unique=True).map(sorted)


@st.composite
def places(draw: st.DrawFn) -> Postings:
    counts = st.tuples(*[st.integers(0, 15)] * 4).filter(any)
    named = []
    for document in draw(ASCENDING):
        own = draw(counts)
        phrases = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=3)
        held = draw(phrases) if any(own[:2]) else []
        named.append(Named(document, own, draw(st.booleans()), tuple(held)))
    return Postings(tuple(named), tuple(draw(ASCENDING)), draw(NUMBERS))


@given(st.lists(NUMBERS))
def test_numbers_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert list(packing.numbers(packing.varints(numbers))) == numbers


@given(TERMS)
def test_words_are_read_as_they_were_written(words: list[str]) -> None:
    assert packing.words(*packing.front_coded(words)) == words


@given(st.lists(places(), max_size=5))
def test_postings_are_read_as_they_were_written(terms: list[Postings]) -> None:
    assert postings.unpack(postings.pack(terms)) == terms


@given(st.lists(st.binary(max_size=3000)))
def test_columns_are_read_as_they_were_written(columns: list[bytes]) -> None:
    assert packing.inflated(packing.deflated(columns)) == columns


def lunr_weights(documents: list[SearchDocument]) -> dict[tuple[str, str], float]:
    """What lunr's own builder makes of the same terms, by reference and term."""
    builder = Builder()
    builder.ref("position")
    builder.b(0)
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    words = {word for one in documents for word in indexed.words(one).split()}
    terms = indexed.terms(Vocabulary.of(map(analysis.stem, words)))
    for position, one in enumerate(documents):
        fields = {name: list(counts.elements()) for name, counts in indexed.counts(one, terms).items()}
        builder.add({"position": position, **fields})
    return weights(builder.build())


def weights(index: Index) -> dict[tuple[str, str], float]:
    """The field vectors of an index with terms instead of their numbers."""
    terms = {entry["_index"]: term for term, entry in index.inverted_index.items()}
    found = {}
    for reference, vector in index.field_vectors.items():
        for number, weight in zip(vector.elements[::2], vector.elements[1::2], strict=True):
            found[reference, terms[number]] = weight
    return found


def test_weights_are_those_of_lunr_without_lengths_and_in_the_body_without_repetition(
    services: list[SearchDocument],
) -> None:
    some = services[:12]
    ours, theirs = weights(term_index(indexing.postings(some), len(some))), lunr_weights(some)
    assert ours.keys() == theirs.keys()
    for (reference, term), weight in theirs.items():
        if not reference.startswith("body"):
            assert ours[reference, term] == pytest.approx(weight, abs=0.002)
        else:
            assert weight / 2.2 <= ours[reference, term] <= weight + 0.002
