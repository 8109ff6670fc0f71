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
from plugins.publishing.home import Home, Release, shown, sync_all
from plugins.publishing.identity import Identity
from plugins.publishing.notes import Note
from plugins.publishing.tree import Tree

_WITHOUT_GIT = "ohne-git"
_SHOWN = 5
"""So many damaged files are named."""


@dataclass(frozen=True)
class Staged:
    """The portal of a municipality in `folder`, for the public at `url`; `home` is where it will live."""

    catalog: Catalog
    municipality: Municipality
    home: Home
    url: str
    folder: Path

    def release(self, content: Path, allowed: Collection[str]) -> Release:
        """Gates, more files, every byte, the disk; then online. Raises `PublishError`, `OSError` before anything is.

        What is online already stays: a portal without changes is no new release.
        """
        if not (self.folder / manifest.NAME).is_file():
            raise PublishError("Dieses Portal ließ sich nicht bauen.")
        old, online = self.home.current, shown(self.home.current)
        portal = directory(self.catalog, self.municipality)
        before = unfinished(online) if online else None
        overridden = _judged(Sight(self.catalog, portal, self.url, whole(self.folder), before), allowed)
        built = Identity.of(self.municipality.slug, self.url, content)
        finish(self.folder, built)
        new = whole(self.folder)
        if old and online and online.digests == new.digests and not any(online.faults()):
            return old
        sync_all(self.folder)
        note = Note(
            commit=built.content.commit or "",
            published=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
            follows=old.name if old else "",
            allowed=overridden,
        )
        return self.home.take_in(self.folder, note.commit[:7] or _WITHOUT_GIT, note)


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
