"""What was built once is not built again; a broken entry is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from search import browser_index, cache
from search.documents import SearchDocument
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
