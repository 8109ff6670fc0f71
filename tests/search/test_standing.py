"""What speaks for a service whatever is asked: who provides it, and whether it is over."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from search import browser_index, ranking
from search.documents import FOREIGN, OWN, SearchDocument
from tests.search.conftest import written
from tests.search.node import ask, needs_node


@pytest.fixture(scope="module")
def alike(services: list[SearchDocument]) -> list[SearchDocument]:
    """Four services with the same words: another's, our own, one that was, one that still is."""
    one = replace(services[0], slug="a", weight=FOREIGN, valid_until="")
    return [
        one,
        replace(one, slug="own", weight=OWN),
        replace(one, slug="over", weight=OWN, valid_until="2026-10-31"),
        replace(one, slug="ends-today", weight=OWN, valid_until="2026-11-01"),
    ]


def ranked(documents: Sequence[SearchDocument], today: str) -> list[str]:
    index = browser_index.load(browser_index.build(documents))
    return [documents[hit.position].slug for hit in ranking.hits(index, documents[0].title, today=today)]


def test_what_we_do_ourselves_comes_before_what_others_do(alike: list[SearchDocument]) -> None:
    assert ranked(alike[:2], "2026-11-01") == ["own", "a"]


def test_what_is_over_comes_last_and_only_then(alike: list[SearchDocument]) -> None:
    assert ranked(alike, "2026-11-01") == ["own", "ends-today", "a", "over"]
    assert ranked(alike, "2026-10-31") == ["own", "over", "ends-today", "a"]
    assert ranked(alike, "2026-11-02") == ["own", "a", "over", "ends-today"]


def test_a_town_does_municipal_services_itself(services: list[SearchDocument]) -> None:
    weights = {one.slug: one.weight for one in services}
    assert weights["hund-anmelden"] == OWN
    assert weights["fahrzeug-zulassen"] == FOREIGN


@needs_node
@pytest.mark.tools
@pytest.mark.parametrize("today", ["", "2026-10-31", "2026-11-01", "2026-11-02"])
def test_the_browser_ranks_alike_on_every_day(alike: list[SearchDocument], today: str, tmp_path: Path) -> None:
    files = browser_index.build(alike)
    (answer,) = ask("hits", folder=str(written(files, tmp_path)), queries=[alike[0].title], today=today)
    mine = ranking.hits(browser_index.load(files), alike[0].title, today=today)
    assert answer == [{"position": hit.position, "score": hit.score} for hit in mine]
