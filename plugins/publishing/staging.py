"""A portal that was built aside, and its way into the public."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from plugins.catalog import manifest
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.records import Municipality
from plugins.publishing import gatekeeping
from plugins.publishing.errors import PublishError
from plugins.publishing.finishing import finish, unfinished
from plugins.publishing.gates import Sight
from plugins.publishing.home import Home, Release, keep_times, shown, sync_all
from plugins.publishing.identity import Identity, State
from plugins.publishing.notes import Note
from plugins.publishing.tree import Tree

_WITHOUT_GIT = "ohne-git"
_NOTHING_BEFORE = (
    "Kein Vergleich möglich: In {folder} ist noch nichts online. Ob Seiten oder Adressen verloren gehen, sieht "
    "deshalb keine Prüfung. Ist das Portal schon im Netz, entpacken Sie seine portal.zip und sagen Sie dazu: "
    "BEFORE=Ordner"
)
_SHOWN = 5
"""So many damaged files are named."""


@dataclass(frozen=True)
class Staged:
    """The portal of a municipality in `folder`, for the public at `url`; `home` is where it will live.

    `before` is what to compare it with where nobody can know what is online: the mirror of the live portal.
    """

    catalog: Catalog
    municipality: Municipality
    home: Home
    url: str
    folder: Path
    before: Path | None = None

    def release(self, content: State, allowed: Collection[str]) -> Release:
        """Gates, more files, every byte, the disk; then online. Raises `PublishError`, `OSError` before anything is.

        What is online already stays: a portal without changes is no new release.
        """
        if not (self.folder / manifest.NAME).is_file():
            raise PublishError("Dieses Portal ließ sich nicht bauen.")
        old, online = self.home.current, shown(self.home.current)
        portal = directory(self.catalog, self.municipality)
        before = self._compared(online)
        overridden = _judged(Sight(self.catalog, portal, self.url, whole(self.folder), before), allowed)
        built = Identity.of(self.municipality.slug, self.url, content)
        finish(self.folder, built)
        new = whole(self.folder)
        if old and online and online.digests == new.digests and not any(online.faults()):
            return old
        if online:
            keep_times(new, online)
        sync_all(self.folder)
        note = Note(
            commit=built.content.commit or "",
            published=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
            follows=old.name if old else "",
            allowed=overridden,
        )
        return self.home.take_in(self.folder, note.commit[:7] or _WITHOUT_GIT, note)

    def _compared(self, online: Tree | None) -> Tree | None:
        """What the public sees now, as a build makes it; says so loudly when nobody knows."""
        if before := whole(self.before) if self.before else online:
            return unfinished(before)
        print(f"  {_NOTHING_BEFORE.format(folder=self.home.folder)}", flush=True)
        return None


def _judged(sight: Sight, allowed: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Ask all gates, print what they say; what was overridden, by gate. Raises `PublishError` when one is closed."""
    report = gatekeeping.look(sight, allowed)
    print("\n".join(f"  {line}" for line in report.lines()), flush=True)
    if not report.passes:
        raise PublishError(f"Nicht veröffentlicht wegen: {', '.join(report.closed)}.")
    return report.overridden


def whole(folder: Path) -> Tree:
    """The tree in a folder, every byte as its manifest says. Raises `PublishError` which names what is not."""
    try:
        tree = Tree.of(folder)
    except (FileNotFoundError, ValueError):
        raise PublishError(f"{folder} ist beschädigt: {manifest.NAME} fehlt oder ist nicht zu lesen.") from None
    if faults := list(islice(tree.faults(), _SHOWN)):
        raise PublishError(f"{folder} ist beschädigt: {'; '.join(faults)}.")
    return tree
