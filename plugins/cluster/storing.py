"""A portal into an object store, by fsspec: only what changed, in an order that holds, the list of files last."""

from collections.abc import Mapping
from pathlib import Path

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from plugins.catalog import manifest
from plugins.pages.assets import POINTER


def store(folder: Path, target: str) -> int:
    """Bring `target` (`s3://bucket/path`, `file:///…`) to the state of the folder; how many files were sent.

    Before anything is sent the list in the store loses what changes. So a list never promises more than is there,
    and what was broken off is made good by the next time.
    """
    files, root = url_to_fs(target)
    old, new = _listed(files, root), manifest.read(folder)
    changed = sorted((name for name, digest in new.items() if old.get(name) != digest), key=_turn)
    gone = sorted(old.keys() - new.keys())
    if changed or gone:
        certain = {name: digest for name, digest in old.items() if new.get(name) == digest}
        _list(files, root, certain)
        for name in changed:
            _put(files, f"{root}/{name}", (folder / name).read_bytes())
        for name in gone:
            _remove(files, f"{root}/{name}")
        _list(files, root, new)
    return len(changed)


def _turn(name: str) -> tuple[bool, bool, str]:
    """What pages name comes before them, and the pointer to the search files last."""
    return name.endswith(f"/{POINTER}"), name.endswith(".html"), name


def _listed(files: AbstractFileSystem, root: str) -> Mapping[str, str]:
    """What is in the store for certain; nothing where no list says so."""
    try:
        return manifest.parsed(files.cat_file(f"{root}/{manifest.NAME}"))
    except (OSError, ValueError):
        return {}


def _list(files: AbstractFileSystem, root: str, digests: Mapping[str, str]) -> None:
    _put(files, f"{root}/{manifest.NAME}", manifest.written(digests))


def _put(files: AbstractFileSystem, path: str, data: bytes) -> None:
    files.makedirs(files._parent(path), exist_ok=True)
    files.pipe_file(path, data)


def _remove(files: AbstractFileSystem, path: str) -> None:
    if files.exists(path):
        files.rm_file(path)
