"""An edit costs its own analysis; what is built is what would be built from nothing."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalog.kept import Kept
from search import browser_index, cache, fields, indexed, indexing
from search.documents import SearchDocument
from search.indexed import Indexed, Terms
from search.memory import Memory


@pytest.fixture
def some(services: list[SearchDocument]) -> list[SearchDocument]:
    return services[:12]


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the documents that a build looked into."""
    titles: list[str] = []
    find = indexed.indexed

    def noted(document: SearchDocument, terms: Terms) -> Indexed:
        titles.append(document.title)
        return find(document, terms)

    monkeypatch.setattr(indexed, "indexed", noted)
    return titles


def test_only_the_edited_document_is_analysed_again(
    some: list[SearchDocument], analysed: list[str], tmp_path: Path
) -> None:
    cache.files(some, tmp_path)
    analysed.clear()
    cache.files([*some[:5], replace(some[5], body=f"{some[5].body} {some[5].title}"), *some[6:]], tmp_path)
    assert analysed == [some[5].title]


def test_a_new_word_costs_the_analysis_of_those_it_may_be_a_part_of(
    some: list[SearchDocument], analysed: list[str], tmp_path: Path
) -> None:
    one, other = replace(some[0], title="Quastenflosserpflege"), replace(some[1], title="Quasten")
    cache.files([one, *some[1:]], tmp_path)
    analysed.clear()
    cache.files([one, other, *some[2:]], tmp_path)
    assert analysed == ["Quastenflosserpflege", "Quasten"]


def test_with_many_new_words_all_is_analysed_again(
    some: list[SearchDocument], analysed: list[str], tmp_path: Path
) -> None:
    cache.files(some, tmp_path)
    analysed.clear()
    letters = [f"{one}{two}{three}" for one in "qxy" for two in "jvwxyzabcd" for three in "klmnprstq"]
    cache.files([replace(some[0], body=" ".join(letters)), *some[1:]], tmp_path)
    assert len(analysed) == len(some)


def test_what_a_memory_keeps_is_what_it_was_told(some: list[SearchDocument], tmp_path: Path) -> None:
    first, kept = Memory(), Kept(tmp_path)
    indexing.postings(some, memory=first)
    again = Memory(first.stored(kept), kept)
    assert indexing.postings(some, memory=again) == indexing.postings(some)
    assert again.tally == first.tally
    assert Memory(again.stored(kept), kept).tally == again.tally


def test_what_is_not_searched_is_no_edit(some: list[SearchDocument], analysed: list[str], tmp_path: Path) -> None:
    cache.files(some, tmp_path)
    analysed.clear()
    cache.files([replace(one, provider="Stadt Rurheim", url="/x/") for one in some], tmp_path)
    assert analysed == []


@pytest.mark.parametrize("from_", [2_000, 10])
def test_random_edits_give_the_same_bytes_as_a_build_from_nothing(
    from_: int, some: list[SearchDocument], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)  # noqa: S311
    words = sorted({word for one in some for text in fields.texts(one).values() for word in text.split()})
    monkeypatch.setattr("search.layout.SHARDED_FROM", from_)
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
