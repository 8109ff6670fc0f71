"""Where a portal lives on its server: whole releases, and a link to the one that is online.

releases/3f2a1c9-12/        a portal, whole; its name is the commit of the content and a number that only grows
releases/3f2a1c9-12.json    what is known about it
current                     → releases/3f2a1c9-12, what the web server shows
before                      → releases/3f2a1c9-11, what it showed before: open pages name its files
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog import manifest
from plugins.hosting import sites
from plugins.publishing.errors import PublishError, RefusedError
from plugins.publishing.notes import Note
from plugins.publishing.tree import Tree

KEPT = 5
"""So many releases stay, the newest first."""

_AT_ONCE = 16

_NAME = re.compile(r"(?P<commit>[a-z0-9-]+)-(?P<number>[0-9]+)")
_PASSING = ".passing-"
"""How everything begins that exists only while a command runs; what a killed one left behind is removed."""


@dataclass(frozen=True, slots=True)
class Release:
    """A whole portal that is, was or may be online."""

    folder: Path

    @property
    def name(self) -> str:
        """`3f2a1c9-12`."""
        return self.folder.name

    @property
    def number(self) -> int:
        """12."""
        return int(self.name.rpartition("-")[2])

    @property
    def tree(self) -> Tree:
        """Its files. Raises `OSError` or `ValueError` where somebody took the manifest away or damaged it."""
        return Tree.of(self.folder)

    @property
    def note_file(self) -> Path:
        """Beside it, so that a release is nothing but what the web server shows."""
        return self.folder.with_name(f"{self.name}.json")

    @property
    def note(self) -> Note:
        """What is known about it, empty where somebody took the note away."""
        return Note.read(self.note_file)


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one portal; others may lie in it too (`portals/<place>`)."""

    folder: Path

    @property
    def link(self) -> Path:
        """What the web server shows."""
        return self.folder / sites.ONLINE

    @property
    def before(self) -> Path:
        """What it showed until the last change."""
        return self.folder / sites.BEFORE

    @property
    def lock(self) -> Path:
        """The file that one publisher at a time holds."""
        return self.folder / ".lock"

    def portals(self) -> Iterator["Home"]:
        """The homes below `portals/`, in order."""
        return (Home(folder) for folder in sorted(self.folder.glob("portals/*")) if (folder / "releases").is_dir())

    def portal(self, slug: str) -> "Home":
        """The home of one of many portals."""
        return Home(self.folder / "portals" / slug)

    def prepare(self) -> None:
        """Make the folders. Raises `PublishError` where something else is in the way: nothing foreign is touched."""
        self.check()
        (self.folder / "releases").mkdir(parents=True, exist_ok=True)

    def check(self) -> None:
        """Raise `PublishError` where something is that we have not put there."""
        if (self.folder / "index.html").exists() or (self.folder / manifest.NAME).exists():
            raise PublishError(
                f"In {self.folder} liegt eine Website, wie make html und frühere Versionen sie bauen. Nehmen Sie einen "
                f"neuen Ordner (OUTPUT=…), oder verschieben Sie diese Website; gelöscht wird sie nicht. Der Webserver "
                f"zeigt dann {self.link}: docs/publishing.md."
            )
        for link in (self.link, self.before):
            if os.path.lexists(link) and not _leads_to(link):
                raise PublishError(
                    f"{link} ist keine Verknüpfung auf eine Veröffentlichung. Verschieben Sie, was dort liegt; "
                    "danach legt make publish die Verknüpfung selbst an."
                )

    def releases(self) -> list[Release]:
        """All that are there, the newest first."""
        folders = (self.folder / "releases").glob("*-*")
        found = [Release(folder) for folder in folders if _NAME.fullmatch(folder.name) and folder.is_dir()]
        return sorted(found, key=lambda release: release.number, reverse=True)

    @property
    def current(self) -> Release | None:
        """The one that is online; None before the first, and when the link leads nowhere."""
        name = _leads_to(self.link)
        return Release(self.folder / "releases" / name) if name and self.link.is_dir() else None

    def named(self, name: str) -> Release:
        """A release by its name. Raises `RefusedError`, which says the names there are."""
        known = {release.name: release for release in self.releases()}
        if name not in known:
            raise RefusedError(f"„{name}“ gibt es in {self.folder} nicht. Möglich sind: {', '.join(known) or 'keine'}.")
        return known[name]

    @contextmanager
    def passing(self) -> Iterator[Path]:
        """A fresh folder that is gone afterwards, unless it was moved to where it stays."""
        folder = self.folder / f"{_PASSING}{secrets.token_hex(8)}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what killed commands left behind. Only under the lock."""
        for left in self.folder.glob(f"{_PASSING}*"):
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
        for note in (self.folder / "releases").glob("*-*.json"):
            if _NAME.fullmatch(note.stem) and not note.with_suffix("").is_dir():
                note.unlink()

    def take_in(self, staged: Path, commit: str, note: Note) -> Release:
        """Make a staged folder a release and put it online. The link comes first: not every file system knows any."""
        number = max((release.number for release in self.releases()), default=0) + 1
        release = Release(self.folder / "releases" / f"{commit}-{number}")
        try:
            with self._link_to(release.name) as link:
                note.write(release.note_file)
                staged.rename(release.folder)
                sync(release.folder.parent)
                self._show(link)
        except BaseException:
            if self.current != release:
                self._remove(release)
            raise
        return release

    def switch(self, release: Release) -> None:
        """Put another release online: readers see the old one or the new one, never none."""
        with self._link_to(release.name) as link:
            self._show(link)

    @contextmanager
    def _link_to(self, name: str) -> Iterator[Path]:
        """A link to a release that nobody sees yet."""
        beside = self.folder / f"{_PASSING}{secrets.token_hex(8)}"
        beside.symlink_to(Path("releases") / name)
        try:
            yield beside
        finally:
            beside.unlink(missing_ok=True)

    def _show(self, link: Path) -> None:
        """What is online becomes what was before; killed in between, both links lead to the same."""
        if current := self.current:
            with self._link_to(current.name) as before:
                before.replace(self.before)
        link.replace(self.link)
        sync(self.folder)

    def prune(self) -> list[Release]:
        """Remove old releases; what is online stays, and what was online before it. Returns what is gone."""
        current = self.current
        held = {_leads_to(self.before), *((current.name, current.note.follows) if current else ())}
        gone = [release for release in self.releases()[KEPT:] if release.name not in held]
        for release in gone:
            self._remove(release)
        return gone

    def _remove(self, release: Release) -> None:
        """No half release, whenever this ends: it leaves `releases/` in one step."""
        leaving = self.folder / f"{_PASSING}{release.name}"
        if release.folder.exists():
            release.folder.rename(leaving)
            shutil.rmtree(leaving)
        release.note_file.unlink(missing_ok=True)


def _leads_to(link: Path) -> str:
    """The name of the release that a link of ours leads to, be it there or not; empty for anything else."""
    target = link.readlink() if link.is_symlink() else Path()
    return target.name if target.parent == Path("releases") and _NAME.fullmatch(target.name) else ""


def shown(release: Release | None) -> Tree | None:
    """The files of what is online, if anything is and its manifest says so."""
    try:
        return release.tree if release else None
    except (OSError, ValueError):
        return None


def sync(path: Path) -> None:
    """See to it that a file, or the names in a folder, outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_all(folder: Path) -> None:
    """The same for a folder and everything below it; many at once, because each waits for the disk."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(sync, (folder, *folder.rglob("*"))):
            pass


def keep_times(new: Tree, old: Tree) -> None:
    """Files with the bytes that are online keep their time, so browsers need not load them again; others are of now."""
    for name in sorted(new.digests.keys() & old.digests.keys()):
        file, before = new.folder / name, old.folder / name
        if before.is_file() and manifest.file_digest(before) == new.digests[name]:
            known = before.stat()
            os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
        else:
            os.utime(file)
