"""Writes a portal's files: only bytes that changed, and removes what the last build wrote and this one did not.

What changed waits in a hidden folder until all of it is there: a build that fails leaves the old portal as it was.
A folder that is not there yet waits as a whole: of what is in it nothing has to be looked for or moved one by one.
"""

import filecmp
import hashlib
import os
import shutil
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from stat import S_ISLNK
from tempfile import mkdtemp

from plugins.catalog import manifest
from plugins.pages.parts import Place, Shared, Written

NEW = ".new-"
"""How the hidden folder begins; one that a killed build has left behind goes with the next build that finishes."""


class OutsideError(ValueError):
    """An address that would be written outside the output folder."""


class Output:
    """An output folder during one build. Call `finish` at the end; without it every file stays as it was."""

    _tidied: "weakref.finalize[[str, Iterable[Path]], Output]"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digests: dict[str, str] = {}
        self.changed = 0
        self._entered: dict[str, Place] = {}
        self._waiting: list[tuple[str, str]] = []
        self._names: Iterator[str] = map(str, count())
        self._fresh: list[Path] = []

    def part(self, name: str) -> "Output":
        """For some of the files, in another process too; `join` takes what it has `written`."""
        return Output.of(self._shared, name)

    @staticmethod
    def of(shared: Shared, name: str) -> "Output":
        """A part of an output that another process has begun; what is half done of it is written once more."""
        found = Output(shared.folder)
        found._new, found._entered = shared.new, dict(shared.entered)
        found._names = (f"{name}-{number}" for number in count())
        return found

    def handed_over(self) -> Shared:
        """For another process that ends what this one has begun."""
        shared = self._shared
        self._tidied.detach()
        return shared

    @staticmethod
    def taken_over(shared: Shared) -> "Output":
        """Of a process that has handed it over."""
        found = Output.of(shared, "end")
        found._tidied = weakref.finalize(found, _tidy, shared.new, shared.fresh)
        return found

    @property
    def _shared(self) -> Shared:
        return Shared(self.folder, self._new, self._entered, self._fresh)

    def share(self, names: Iterable[str]) -> None:
        """Folders that the files of several parts are in: whatever is new of them is made by the whole."""
        for name in names:
            self._enter(name)

    @property
    def written(self) -> Written:
        """What was done so far."""
        return Written(self.digests, self.changed, self._entered, self._waiting)

    def join(self, part: Written) -> None:
        """What a part has done was done by the whole. Raises `ValueError` when both wrote the same file."""
        if twice := self.digests.keys() & part.digests.keys():
            raise ValueError(f"two pages want the file {min(twice)}")
        self.digests |= part.digests
        self.changed += part.changed
        self._entered |= part.entered
        self._waiting += part.waiting

    def write(self, name: str, data: bytes, like: str = "") -> None:
        """Write the file at path `name`. Raises `OutsideError`, and `ValueError` on a second write.

        `like` is a file that stands as the last build wrote it. Of the same bytes it is the same file in a new folder.
        """
        place = self._claimed(name)
        self.digests[name] = manifest.digest(data)
        is_like = place.is_new and self.before.get(like) == self.digests[name]
        self.changed += (is_like and self._linked(place, like)) or self._put(place, data)

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Write each of the files by its path."""
        for name, data in files.items():
            self.write(name, data)

    def stream(self, name: str, pieces: Iterator[bytes]) -> None:
        """Write a file piece by piece. It takes the place of the old one when it is whole and another one."""
        first = next(pieces, b"")
        second = next(pieces, None)
        if second is None:
            self.write(name, first)
            return
        place = self._claimed(name)
        before = not place.is_new and self._seen(place.path)
        new = self._aside(place)
        self.digests[name] = _written(new, chain((first, second), pieces))
        if before and filecmp.cmp(new, place.path, shallow=False):
            return
        self._keep(new, place)
        self.changed += 1

    def stay(self, but: Callable[[str], bool]) -> None:
        """Everything else stays as the last build wrote it, but for what somebody names."""
        self.digests = {name: digest for name, digest in self.before.items() if not but(name)} | self.digests

    def again(self) -> "Output":
        """The same folder for another build, when this one has finished."""
        found = Output(self.folder)
        vars(found)["before"] = self.digests
        return found

    def finish(self) -> int:
        """Bring everything into its place, remove stale files; returns how many. The manifest comes last."""
        self.bring()
        gone = self.before.keys() - self.digests.keys()
        above = {name: (self.folder / name).parent for name in sorted(gone)}
        inside = {folder for folder in {*above.values()} if self._is_inside(folder)}
        stale = [name for name in above if above[name] in inside and not self._leads_out(name)]
        for name in stale:
            (self.folder / name).unlink(missing_ok=True)
        for folder in {above[name] for name in stale}:
            self._leave(folder)
        self._put(Place(f"{self._enter('').path}/{manifest.NAME}"), manifest.written(self.digests))
        self.bring()
        for left in self.folder.glob(f"{NEW}*"):
            shutil.rmtree(left)
        return len(stale)

    def _claimed(self, name: str) -> Place:
        """The place of a file that nobody has written yet."""
        if name in self.digests:
            raise ValueError(f"two pages want the file {name}")
        if name.startswith("/") or ".." in name.split("/"):
            raise OutsideError(name)
        above, _, own = name.rpartition("/")
        folder = self._enter(above)
        return Place(f"{folder.path}/{own}", folder.is_new)

    def _enter(self, name: str) -> Place:
        """A folder, seen once to be inside of the output folder, as those above it are; made where there is none."""
        if name not in self._entered:
            self._entered[name] = self._made(name) if name else self._outermost()
        return self._entered[name]

    def _outermost(self) -> Place:
        self._fresh = [folder for folder in (self.folder, *self.folder.parents) if not folder.exists()]
        self.folder.mkdir(parents=True, exist_ok=True)
        return Place(str(self.folder))

    def _made(self, name: str) -> Place:
        above, _, own = name.rpartition("/")
        parent = self._enter(above)
        place = Place(f"{parent.path}/{own}", parent.is_new)
        if not place.is_new and self._seen(place.path):
            return place
        new = self._aside(place)
        with suppress(FileExistsError):
            os.mkdir(new)  # noqa: PTH102 - this and the next are done for every page
        self._keep(new, place)
        return Place(new, is_new=True)

    def _put(self, place: Place, data: bytes) -> bool:
        """Write what is not there yet; true when it was not."""
        found = None if place.is_new else self._seen(place.path)
        if found and found.st_size == len(data) and Path(place.path).read_bytes() == data:
            return False
        new = self._aside(place)
        _write(new, data)
        self._keep(new, place)
        return True

    def _linked(self, place: Place, like: str) -> bool:
        """Give a file another name; false where a file has no more than one."""
        try:
            os.link(f"{self.folder}/{like}", place.path)
        except OSError:
            return False
        return True

    def _aside(self, place: Place) -> str:
        """Where something new is made, on the same file system."""
        return place.path if place.is_new else f"{self._new}/{next(self._names)}"

    def _keep(self, new: str, place: Place) -> None:
        """Something new is whole, and waits to be brought into its place; what is in a new folder comes with it."""
        if not place.is_new:
            self._waiting.append((new, place.path))

    @cached_property
    def _new(self) -> str:
        """Where what is new waits; it goes when this build does, however it ends."""
        found = mkdtemp(prefix=NEW, dir=self._enter("").path)
        self._tidied = weakref.finalize(self, _tidy, found, self._fresh)
        return found

    def bring(self) -> None:
        """Everything that waits into its place."""
        for new, path in self._waiting:
            Path(new).replace(path)
        self._waiting.clear()

    def _seen(self, path: str) -> os.stat_result | None:
        """What is at a place in a folder that is inside; a link there may still lead out."""
        try:
            found = os.lstat(path)
        except FileNotFoundError:
            return None
        return self._followed(Path(path)) if S_ISLNK(found.st_mode) else found

    def _followed(self, path: Path) -> os.stat_result | None:
        if not self._is_inside(path):
            raise OutsideError(path.relative_to(self.folder).as_posix())
        return path.stat() if path.exists() else None

    def _leads_out(self, name: str) -> bool:
        path = self.folder / name
        return path.is_symlink() and not self._is_inside(path)

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.folder.resolve())

    @cached_property
    def before(self) -> dict[str, str]:
        """What the last build wrote, as far as its list says so."""
        try:
            return manifest.read(self.folder)
        except (OSError, ValueError):
            return {}

    def _leave(self, folder: Path) -> None:
        """Take away a folder in which nothing is left, and those above it that are empty then."""
        while folder != self.folder and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _write(path: str, data: bytes) -> None:
    """A file, with nothing between it and the system: this is done for every page."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        while data:
            data = data[os.write(file, data) :]
    finally:
        os.close(file)


def _written(path: str, pieces: Iterator[bytes]) -> str:
    """Write the pieces; their digest."""
    digest = hashlib.sha256()
    with Path(path).open("wb") as file:
        for piece in pieces:
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


def _tidy(waiting: str, fresh: Iterable[Path]) -> None:
    """Leave nothing that waits, and no new folder in which nothing is."""
    shutil.rmtree(waiting, ignore_errors=True)
    with suppress(OSError):
        for folder in fresh:
            folder.rmdir()
