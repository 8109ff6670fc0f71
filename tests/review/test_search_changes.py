"""What a request does to the search of the first town."""

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.review import search_changes
from plugins.review.search_changes import Move, SearchChange, search_change
from search.evaluation.gates import LostName
from search.evaluation.judgments import Judgment
from tests.conftest import TODAY, Draft

DOG = "services/hund-anmelden.md"


def changed(world: Catalog, write: Draft) -> SearchChange | None:
    return search_change(world, load(write.folder, TODAY)[0])


@pytest.fixture(autouse=True)
def _one_judged_query(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = {"dev": [Judgment("welpe", "colloquial", {"hund-anmelden": 2})], "test": []}
    monkeypatch.setattr(search_changes, "read", judged.get)


def test_what_the_search_does_not_read_changes_nothing(world: Catalog, write: Draft) -> None:
    write.change(DOG, "review_by: 2027-10-20", "review_by: 2027-10-21")
    assert changed(world, write) is None


def test_a_lost_word_loses_its_judged_query(world: Catalog, write: Draft) -> None:
    write.change(DOG, "  - Welpe\n", "")
    write.change(DOG, "Das gilt auch für Welpen.", "Das gilt immer.")
    found = changed(world, write)
    assert found is not None
    assert found.moves == (Move("welpe", 1, 0),)
    assert found.moves[0].is_lost


def test_a_query_that_finds_its_service_again_is_not_lost() -> None:
    assert not Move("welpe", 0, 1).is_lost
    assert not Move("welpe", 1, 3).is_lost
    assert Move("welpe", 3, 4).is_lost


def test_a_new_service_tells_how_many_of_its_words_find_it(world: Catalog, write: Draft) -> None:
    text = (write.folder / DOG).read_text("utf-8").replace("title: Hund anmelden", "title: Katze anmelden")
    write("services/katze-anmelden.md", text.replace("  - Welpe\n", "  - der die das\n"))
    found = changed(world, write)
    assert found is not None
    assert found.portal == "Stadt Großstadt"
    assert found.own_words == (("katze-anmelden", 3, 4),)
    assert found.lost == (LostName("der die das", "katze-anmelden", "nicht unter zehn"),)
