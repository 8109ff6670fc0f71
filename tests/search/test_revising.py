"""After an edit of some texts the index is the one that is built from nothing."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from plugins.catalog.kept import Kept
from search import browser_index, fields, layout, revising
from search.documents import SearchDocument
from search.memory import Memory

NEW = ("Quastenflosser", "Quastenflosserpflege", "Wassergrundstücksabgabe", "Hund", "amt", "steuer")


@pytest.fixture(scope="module", autouse=True)
def _large() -> Iterator[None]:
    """Even a few documents are a very large directory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "SHARDED_FROM", 10)
        patch.setattr(layout, "SHARD", 100)
        patch.setattr(layout, "CHUNK", 4)
        yield


@pytest.fixture(scope="module")
def some(services: list[SearchDocument]) -> list[SearchDocument]:
    return [replace(one, body=one.body[:600]) for one in services[:40]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("kept"))


@pytest.mark.parametrize("seed", range(15))
def test_random_edits_give_the_same_bytes_as_a_build_from_nothing(
    some: list[SearchDocument], kept: Kept, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    words = sorted({word for one in some for text in fields.texts(one).values() for word in text.split()})
    now, memory = list(some), Memory()
    files = browser_index.build(now, memory)
    for _ in range(4):
        said = [*chance.sample(words, 6), *chance.sample(NEW, 2)]
        edited = {
            place: _edited(now[place], said, chance) for place in chance.sample(range(len(now)), chance.randrange(1, 3))
        }
        before, now = now, [edited.get(place, one) for place, one in enumerate(now)]
        files = revising.revised(files, memory, edited, before.__getitem__) or {}
        first = Memory()
        assert files == browser_index.build(now, first)
        assert list(files) == list(browser_index.build(now))
        memory = Memory(memory.stored(kept), kept)
        assert replace(memory.tally, most={}) == replace(first.tally, most={})
        assert memory.stems == first.stems


def _edited(document: SearchDocument, said: list[str], chance: random.Random) -> SearchDocument:
    """Another text, summary, name or list of synonyms; other facts that a hit shows."""
    texts: tuple[dict[str, Any], ...] = (
        {"body": " ".join([document.body[chance.randrange(200) :], *said])},
        {"summary": " ".join([document.summary[chance.randrange(60) :], *said[2:]])},
        {"official_name": " ".join(said[4:])},
        {"synonyms": (*document.synonyms[chance.randrange(2) :], said[0], said[-1])},
        {"title": " ".join(said[chance.randrange(4) :]), "other_titles": tuple(said[6:])},
        {"provider": said[0], "ways": tuple(chance.sample(("online", "post", "phone"), 2))},
        {"topics": tuple(chance.sample(("tiere", "umzug", "bauen"), 2)), "audience": ("citizens",)},
    )
    return replace(document, **chance.choice([*texts, texts[0] | texts[1]]))
