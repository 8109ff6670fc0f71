"""An edit costs its own analysis; what is built is what would be built from nothing."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from search import browser_index, cache, fields
from search.documents import SearchDocument


@pytest.fixture
def some(services: list[SearchDocument]) -> list[SearchDocument]:
    return services[:12]


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the documents that a build looked into."""
    titles: list[str] = []
    find = fields.worded

    def noted(document: SearchDocument) -> dict[str, list[str]]:
        titles.append(document.title)
        return find(document)

    monkeypatch.setattr(fields, "worded", noted)
    return titles


def test_only_the_edited_document_is_analysed_again(
    some: list[SearchDocument], analysed: list[str], tmp_path: Path
) -> None:
    cache.files(some, tmp_path)
    analysed.clear()
    cache.files([*some[:5], replace(some[5], body=f"{some[5].body} {some[5].title}"), *some[6:]], tmp_path)
    assert analysed == [some[5].title]


def test_what_is_not_searched_is_no_edit(some: list[SearchDocument], analysed: list[str], tmp_path: Path) -> None:
    cache.files(some, tmp_path)
    analysed.clear()
    cache.files([replace(one, provider="Stadt Rurheim", url="/x/") for one in some], tmp_path)
    assert analysed == []


def test_random_edits_give_the_same_bytes_as_a_build_from_nothing(some: list[SearchDocument], tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    words = sorted({word for one in some for text in fields.texts(one).values() for word in text.split()})
    for _ in range(12):
        place = chance.randrange(len(some))
        edited = " ".join(chance.sample(words, 8)) + chance.choice(["", " Wassergrundstücksabgabe", "verwaltung"])
        one = some[place]
        some[place] = chance.choice(
            [replace(one, title=edited), replace(one, summary=edited), replace(one, body=edited)]
        )
        if chance.random() < 0.3:
            chance.shuffle(some)
        assert cache.files(some, tmp_path) == browser_index.build(some)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 100])
def test_a_broken_memory_is_forgotten(damage: bytes, some: list[SearchDocument], tmp_path: Path) -> None:
    cache.files(some, tmp_path)
    (memory,) = tmp_path.glob("*.memory")
    memory.write_bytes(damage)
    edited = [replace(some[0], title="Neu"), *some[1:]]
    assert cache.files(edited, tmp_path) == browser_index.build(edited)
