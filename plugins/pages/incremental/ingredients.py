"""What a build is made of: two builds of the same write the same bytes and say the same."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISREG
from typing import Any

from plugins.catalog import digests
from plugins.catalog.catalog import berlin_today

Stamp = tuple[int, int, int]
"""Size and times of a file: while they stay, nobody has written into it."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """`files` are the digests of the content by path, `stamps` when each was looked at; they are no part of the sum."""

    settings: Mapping[str, Any]
    code: str
    today: str
    history: str
    files: Mapping[str, str]
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False)

    def as_data(self) -> dict[str, Any]:
        """The sum, for JSON."""
        names = ("settings", "code", "today", "history", "files")
        return {name: getattr(self, name) for name in names}

    def after(self, content: Path, saved: Iterable[str]) -> "Ingredients":
        """What a build is made of when these of its files, and nothing else, were saved meanwhile. Raises `OSError`."""
        seen = stamps(content, saved)
        files, today = digests.digested(content, seen), berlin_today().isoformat()
        return replace(self, today=today, files={**self.files, **files}, stamps={**self.stamps, **seen})


def ingredients(settings: Mapping[str, Any], past: str) -> Ingredients | None:
    """What a build is made of now, with the digest of the history; None where nobody can tell for certain."""
    content = Path(settings["PATH"])
    names = list(digests.names(content))
    try:
        seen = stamps(content, names)
        files = digests.digested(content, seen)
    except OSError:
        return None
    if len(seen) < len(names):
        return None
    code = f"{digests.of_code()} {sys.version}"
    return Ingredients(_plain(settings), code, berlin_today().isoformat(), past, files, seen)


def stamps(content: Path, names: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of those of these files that are ordinary ones; a link has none. Raises `OSError`."""
    found = {name: os.lstat(f"{content}/{name}") for name in names}
    return {name: stamp(one) for name, one in found.items() if S_ISREG(one.st_mode)}


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Every setting that is a text, a number or a switch; all others are code."""
    return {name: value for name, value in sorted(settings.items()) if isinstance(value, str | int | float | None)}
