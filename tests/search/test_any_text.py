"""Any text at all has the same terms and the same hits in Python and in the browser; Node answers many at once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import analysis, ranking
from search.ranking import Searchable
from tests.fuzzing.targets.search_input import TOKENS
from tests.search.node import ask, needs_node

pytestmark = [needs_node, pytest.mark.tools]

MANY = settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
TYPED = st.lists(st.sampled_from(TOKENS) | st.text(max_size=8), max_size=8).map("".join)


@MANY
@given(st.lists(TYPED, min_size=150, max_size=200))
def test_any_text_has_the_same_terms(texts: list[str]) -> None:
    assert ask("terms", texts=texts, stopwords=sorted(analysis.STOPWORDS)) == [analysis.terms(text) for text in texts]


@MANY
@given(queries=st.lists(TYPED, min_size=80, max_size=100))
def test_any_query_has_the_same_ten_hits(index: Searchable, search_folder: Path, queries: list[str]) -> None:
    answers = ask("hits", folder=str(search_folder), queries=queries, today="")
    ours = [[hit.position for hit in ranking.hits(index, query)] for query in queries]
    assert [[hit["position"] for hit in answer] for answer in answers] == ours
