"""What is alike is found without comparing all with all, and is what comparing all with all finds."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import company, likeness, vectors
from search.documents import SearchDocument
from search.vectors import DIGITS, Vector

WEIGHTS = st.dictionaries(st.sampled_from("abcdefghi"), st.floats(0.01, 4), max_size=6)


def compared(vectors: list[Vector], least: float) -> list[Mapping[int, float]]:
    """Every vector with every other one, by the plain definition."""
    found: list[Mapping[int, float]] = []
    for one, vector in enumerate(vectors):
        cosines = {
            number: round(sum(vector[term] * other[term] for term in vector if term in other), DIGITS)
            for number, other in enumerate(vectors)
            if number != one and vector.keys() & other.keys()
        }
        found.append({number: cosine for number, cosine in cosines.items() if cosine >= least})
    return found


@given(st.lists(WEIGHTS, max_size=12), st.floats(0.01, 0.99))
def test_those_alike_are_those_that_comparing_all_with_all_finds(weighed: list[Vector], least: float) -> None:
    found = vectors.vectors(weighed)
    assert list(vectors.alike(found, range(len(found)), least)) == compared(found, least)


@pytest.mark.parametrize("cosine", [0.15, 0.1499995, 0.1499994])
def test_who_is_just_alike_enough_after_rounding_is_found(cosine: float) -> None:
    pair: list[Vector] = [{"a": 1.0}, {"a": cosine}]
    assert list(vectors.alike(pair, [0], 0.15)) == compared(pair, 0.15)[:1]


def test_in_the_demo_too(services: list[SearchDocument]) -> None:
    found = vectors.vectors([dict.fromkeys((*one.title.split(), *one.topics), 1.0) for one in services])
    assert list(vectors.alike(found, range(len(found)), company.RELATED_FROM)) == compared(found, 0.15)


def test_without_services_by_rule_every_service_is_looked_at_once(
    services: list[SearchDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    find = vectors.Space.alike

    def counted(self: vectors.Space, position: int, least: float) -> dict[int, float]:
        asked.append(position)
        return find(self, position, least)

    monkeypatch.setattr(vectors.Space, "alike", counted)
    written = [replace(one, is_by_rule=False) for one in services[:40]]
    likeness.related(written)
    assert asked == list(range(40))
