"""Writes a portal's files: only bytes that changed, and removes what the last build wrote and this one did not.

What changed waits in a hidden folder until all of it is there: a build that fails leaves the old portal as it was.
"""

import filecmp
import hashlib
import os
import shutil
import weakref
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from stat import S_ISLNK
from tempfile import mkdtemp

from plugins.catalog import manifest

NEW = ".new-"
"""How the hidden folder begins; one that a killed build has left behind goes with the next build that finishes."""


class OutsideError(ValueError):
    """An address that would be written outside the output folder."""


class Output:
    """An output folder during one build. Call `finish` at the end; without it every file stays as it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digests: dict[str, str] = {}
        self.changed = 0
        self._entered: set[str] = set()
        self._waiting: list[tuple[Path, Path]] = []
        self._numbers = count()

    def write(self, name: str, data: bytes) -> None:
        """Write the file at path `name`. Raises `OutsideError`, and `ValueError` on a second write."""
        path = self._claimed(name)
        self.digests[name] = manifest.digest(data)
        self.changed += self._put(path, data)

    def stream(self, name: str, pieces: Iterator[bytes]) -> None:
        """Write a file piece by piece. It takes the place of the old one when it is whole and another one."""
        first = next(pieces, b"")
        second = next(pieces, None)
        if second is None:
            self.write(name, first)
            return
        path = self._claimed(name)
        before = self._seen(path)
        new = self._beside()
        self.digests[name] = _written(new, chain((first, second), pieces))
        if before and filecmp.cmp(new, path, shallow=False):
            return
        self._waiting.append((new, path))
        self.changed += 1

    def stay(self, but: Callable[[str], bool]) -> None:
        """Everything else stays as the last build wrote it, but for what somebody names."""
        self.digests = {name: digest for name, digest in self.before.items() if not but(name)} | self.digests

    def finish(self) -> int:
        """Bring everything into its place, remove stale files; returns how many. The manifest comes last."""
        self._bring()
        gone = self.before.keys() - self.digests.keys()
        stale = [name for name in sorted(gone) if self._is_inside(self.folder / name)]
        for name in stale:
            self._remove(self.folder / name)
        self._enter("")
        self._put(self.folder / manifest.NAME, manifest.written(self.digests))
        self._bring()
        for left in self.folder.glob(f"{NEW}*"):
            shutil.rmtree(left)
        return len(stale)

    def _claimed(self, name: str) -> Path:
        """The place of a file that nobody has written yet, in a folder that is there."""
        if name in self.digests:
            raise ValueError(f"two pages want the file {name}")
        if name.startswith("/") or ".." in name.split("/"):
            raise OutsideError(name)
        self._enter(name.rpartition("/")[0])
        return self.folder / name

    def _enter(self, name: str) -> None:
        """See once that a folder is there and inside of the output folder, as those above it are."""
        if name in self._entered:
            return
        if name:
            self._enter(name.rpartition("/")[0])
        folder = self.folder / name
        if self._seen(folder) is None:
            folder.mkdir(parents=not name, exist_ok=True)
        self._entered.add(name)

    def _put(self, path: Path, data: bytes) -> bool:
        """Write what is not there yet; true when it was not."""
        found = self._seen(path)
        if found and found.st_size == len(data) and path.read_bytes() == data:
            return False
        new = self._beside()
        new.write_bytes(data)
        self._waiting.append((new, path))
        return True

    def _beside(self) -> Path:
        """A place for new bytes, on the same file system."""
        return self._new / str(next(self._numbers))

    @cached_property
    def _new(self) -> Path:
        """Where new bytes wait; it goes when this build does, however it ends."""
        self._enter("")
        found = Path(mkdtemp(prefix=NEW, dir=self.folder))
        weakref.finalize(self, shutil.rmtree, found, ignore_errors=True)
        return found

    def _bring(self) -> None:
        """Everything that waits into its place."""
        for new, path in self._waiting:
            new.replace(path)
        self._waiting.clear()

    def _seen(self, path: Path) -> os.stat_result | None:
        """What is at a place in a folder that is inside; a link there may still lead out."""
        try:
            found = path.lstat()
        except FileNotFoundError:
            return None
        if not S_ISLNK(found.st_mode):
            return found
        if path != self.folder and not self._is_inside(path):
            raise OutsideError(path.relative_to(self.folder).as_posix())
        return path.stat() if path.exists() else None

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.folder.resolve())

    @cached_property
    def before(self) -> dict[str, str]:
        """What the last build wrote, as far as its list says so."""
        try:
            return manifest.read(self.folder)
        except (OSError, ValueError):
            return {}

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
