"""Writes a portal's files: only bytes that changed, and removes what the last build wrote and this one did not."""

import filecmp
import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from plugins.catalog import manifest


class OutsideError(ValueError):
    """An address that would be written outside the output folder."""


class Output:
    """An output folder during one build. Call `finish` at the end; without it nothing old is removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digests: dict[str, str] = {}
        self.changed = 0

    def write(self, name: str, data: bytes) -> None:
        """Write the file at path `name`. Raises `OutsideError`, and `ValueError` on a second write."""
        path = self._claimed(name)
        self.digests[name] = manifest.digest(data)
        if self._is_current(path, data):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.changed += 1

    def stream(self, name: str, pieces: Iterator[bytes]) -> None:
        """Write a file piece by piece. It takes the place of the old one when it is whole and another one."""
        first = next(pieces, b"")
        second = next(pieces, None)
        if second is None:
            self.write(name, first)
            return
        path = self._claimed(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.part")
        self.digests[name] = _written(beside, chain((first, second), pieces))
        if path.is_file() and filecmp.cmp(beside, path, shallow=False):
            beside.unlink()
            return
        beside.replace(path)
        self.changed += 1

    def finish(self) -> int:
        """Remove stale files and write the manifest (the format of `sha256sum -c`); returns how many were removed."""
        stale = self._previous() - self.digests.keys()
        for name in sorted(stale):
            self._remove(self.folder / name)
        path, data = self.folder / manifest.NAME, manifest.written(self.digests)
        if not self._is_current(path, data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return len(stale)

    def _claimed(self, name: str) -> Path:
        """The place of a file that nobody has written yet."""
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise OutsideError(name)
        if name in self.digests:
            raise ValueError(f"two pages want the file {name}")
        return path

    @staticmethod
    def _is_current(path: Path, data: bytes) -> bool:
        try:
            return path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False

    def _before(self) -> dict[str, str]:
        """What the last build wrote, as far as its list says so."""
        try:
            return manifest.read(self.folder)
        except (OSError, ValueError):
            return {}

    def _previous(self) -> set[str]:
        return {name for name in self._before() if (self.folder / name).resolve().is_relative_to(self.folder.resolve())}

    def _remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.folder or not parent.is_dir() or any(parent.iterdir()):
                return
            parent.rmdir()


def _written(path: Path, pieces: Iterator[bytes]) -> str:
    """Write the pieces; their digest."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for piece in pieces:
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()
