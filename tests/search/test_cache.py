"""What was built once is not built again; a broken entry is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from search import browser_index, cache, layout, revising
from search.blocks import SUFFIX
from search.documents import SearchDocument
from search.lines import Lines
from search.memory import Memory


@pytest.fixture
def some(services: list[SearchDocument]) -> list[SearchDocument]:
    return services[:3]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each build had."""
    builds: list[int] = []
    build = browser_index.build

    def counted(documents: Sequence[SearchDocument], memory: Memory) -> dict[str, bytes]:
        builds.append(len(documents))
        return build(documents, memory)

    monkeypatch.setattr(browser_index, "build", counted)
    return builds


def test_the_same_documents_are_built_once(some: list[SearchDocument], built: list[int], tmp_path: Path) -> None:
    assert cache.files(some, tmp_path) == cache.files(some, tmp_path)
    assert built == [3]


def test_another_word_is_another_build(some: list[SearchDocument], built: list[int], tmp_path: Path) -> None:
    cache.files(some, tmp_path)
    cache.files([replace(some[0], body="neu"), *some[1:]], tmp_path)
    assert built == [3, 3]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 100])
def test_a_broken_entry_is_built_again(
    damage: bytes, some: list[SearchDocument], built: list[int], tmp_path: Path
) -> None:
    first = cache.files(some, tmp_path)
    (entry,) = tmp_path.glob("*.files")
    entry.write_bytes(damage)
    assert cache.files(some, tmp_path) == first
    entry.write_bytes(entry.read_bytes()[:-1])
    assert cache.files(some, tmp_path) == first
    assert built == [3, 3, 3]


def test_only_the_last_builds_stay(some: list[SearchDocument], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT", 3)
    for number in range(5):
        cache.files([replace(some[0], title=f"Titel {number}")], tmp_path)
    assert len(list(tmp_path.glob("*.files"))) == cache.KEPT


@pytest.fixture
def large(services: list[SearchDocument], monkeypatch: pytest.MonkeyPatch) -> list[SearchDocument]:
    """A few documents that are taken for a very large directory."""
    monkeypatch.setattr(layout, "SHARDED_FROM", 3)
    return services[:6]


def test_other_texts_of_a_large_directory_are_no_other_build(
    large: list[SearchDocument], built: list[int], tmp_path: Path
) -> None:
    edited = [replace(large[0], body=f"{large[0].body} Quastenflosser"), *large[1:]]
    cache.files(large, tmp_path)
    found = cache.of_lines(Lines.of(edited), tmp_path, Lines.of(large))
    assert built == [6]
    assert found == browser_index.build(edited, Memory())


def test_without_what_is_remembered_of_documents_all_are_built(
    large: list[SearchDocument], built: list[int], tmp_path: Path
) -> None:
    edited = [replace(large[0], body=f"{large[0].body} Quastenflosser"), *large[1:]]
    cache.files(large, tmp_path)
    for file in tmp_path.glob(f"*{SUFFIX}"):
        file.unlink()
    found = cache.of_lines(Lines.of(edited), tmp_path, Lines.of(large))
    assert built == [6, 6]
    assert found == browser_index.build(edited, Memory())


@pytest.mark.parametrize("most", [revising.MOST, 0])
def test_another_key_or_many_documents_to_read_are_another_build(
    most: int, large: list[SearchDocument], built: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revising, "MOST", most)
    other = replace(large[0], body="Quasten") if most == 0 else replace(large[0], leika=("1",))
    first = [*large[:5], replace(large[5], body="Quastenflosser")]
    edited = [other, *first[1:]]
    cache.files(first, tmp_path)
    found = cache.of_lines(Lines.of(edited), tmp_path, Lines.of(first))
    assert built == [6, 6]
    assert found == browser_index.build(edited, Memory())
