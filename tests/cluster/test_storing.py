"""A portal in an object store: only what changed is sent, in an order that holds, and what broke off is made good."""

from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from plugins.cluster import storing
from plugins.pages.output import Output

BUCKET = "memory://bucket/portals/rurheim"
FIRST = {"index.html": b"one", "assets/style-1.css": b"css", "assets/search.json": b"{}"}


@pytest.fixture
def bucket() -> MemoryFileSystem:
    """An empty store."""
    store = MemoryFileSystem()
    store.store.clear()
    store.pseudo_dirs[:] = [""]
    return store


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is sent, in order."""
    names: list[str] = []
    pipe = MemoryFileSystem.pipe_file

    def noting(store: MemoryFileSystem, path: str, data: bytes) -> None:
        names.append(path.removeprefix("/bucket/portals/rurheim/"))
        pipe(store, path, data)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", noting)
    return names


def built(folder: Path, files: dict[str, bytes]) -> Path:
    output = Output(folder)
    for name, data in files.items():
        output.write(name, data)
    output.finish()
    return folder


def stored(bucket: MemoryFileSystem) -> dict[str, bytes]:
    return {
        path.removeprefix("/bucket/portals/rurheim/"): bucket.cat_file(path)
        for path in bucket.find("/bucket")
        if not path.endswith(".manifest")
    }


def test_pages_come_after_what_they_name_and_the_pointer_and_the_list_last(
    bucket: MemoryFileSystem, sent: list[str], tmp_path: Path
) -> None:
    assert storing.store(built(tmp_path, FIRST), BUCKET) == 3
    assert sent == [".manifest", "assets/style-1.css", "index.html", "assets/search.json", ".manifest"]
    assert stored(bucket) == FIRST
    assert bucket.cat_file(f"{BUCKET}/.manifest") == (tmp_path / ".manifest").read_bytes()


@pytest.mark.usefixtures("bucket")
def test_the_same_portal_sends_nothing(sent: list[str], tmp_path: Path) -> None:
    storing.store(built(tmp_path, FIRST), BUCKET)
    sent.clear()
    assert storing.store(tmp_path, BUCKET) == 0
    assert sent == []


def test_only_what_changed_is_sent_and_what_is_gone_goes(
    bucket: MemoryFileSystem, sent: list[str], tmp_path: Path
) -> None:
    storing.store(built(tmp_path, FIRST), BUCKET)
    sent.clear()
    second = {"index.html": b"two", "assets/search.json": b"{}"}
    assert storing.store(built(tmp_path, second), BUCKET) == 1
    assert sent == [".manifest", "index.html", ".manifest"]
    assert stored(bucket) == second


@pytest.mark.parametrize("last", ["assets/style-1.css", "index.html", "assets/search.json"])
def test_what_broke_off_is_made_good_even_by_going_back(
    bucket: MemoryFileSystem, tmp_path: Path, last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    storing.store(built(tmp_path / "old", FIRST), BUCKET)
    second = {name: data * 2 for name, data in FIRST.items()}
    pipe = MemoryFileSystem.pipe_file

    def breaking(store: MemoryFileSystem, path: str, data: bytes) -> None:
        pipe(store, path, data)
        if path.endswith(last):
            raise OSError("the line is down")

    with monkeypatch.context() as broken:
        broken.setattr(MemoryFileSystem, "pipe_file", breaking)
        with pytest.raises(OSError, match="the line is down"):
            storing.store(built(tmp_path / "new", second), BUCKET)
    storing.store(tmp_path / "old", BUCKET)
    assert stored(bucket) == FIRST


def test_a_damaged_list_in_the_store_is_none(bucket: MemoryFileSystem, tmp_path: Path) -> None:
    storing.store(built(tmp_path, FIRST), BUCKET)
    bucket.pipe_file(f"{BUCKET}/.manifest", b"\xff\xfe")
    assert storing.store(tmp_path, BUCKET) == 3
    assert stored(bucket) == FIRST
