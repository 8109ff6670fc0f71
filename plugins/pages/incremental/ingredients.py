"""What a build is made of: two builds of the same write the same bytes and say the same."""

import os
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISREG
from typing import Any

from plugins.catalog import digests
from plugins.catalog.files import content_names
from plugins.catalog.today import berlin_today

Stamp = tuple[int, int, int]
"""Size and times of a file: while they stay, nobody has written into it."""

SETTLED = 2_000_000_000
"""So many nanoseconds after a file was written nobody can write into it again and leave its times as they are."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """`files` are the digests of the content by path. `stamps`, when they were `seen`, are no part of the sum."""

    settings: Mapping[str, Any]
    code: str
    today: str
    history: str
    files: Mapping[str, str]
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False)
    seen: int = field(default=0, compare=False)

    def known(self, now: Mapping[str, Stamp]) -> dict[str, str]:
        """The digests of files into which nobody has written since they were seen, given their stamps now."""
        settled = self.seen - SETTLED
        return {
            name: self.files[name]
            for name, stamp in self.stamps.items()
            if stamp == now.get(name) and max(stamp[1:]) < settled
        }

    def after(self, content: Path, saved: Iterable[str]) -> "Ingredients":
        """What a build is made of when these of its files, and nothing else, were saved meanwhile. Raises `OSError`."""
        seen = stamps(content, saved)
        files, today = digests.digested(content, seen), berlin_today().isoformat()
        return replace(self, today=today, files={**self.files, **files}, stamps={**self.stamps, **seen})


def ingredients(settings: Mapping[str, Any], past: str, before: Ingredients | None = None) -> Ingredients | None:
    """What a build is made of now, with the digest of the history; None where nobody can tell for certain.

    Of files that are as `before` nobody reads more than the stamp.
    """
    content, seen = Path(settings["PATH"]), time.time_ns()
    names = list(content_names(content))
    try:
        now = stamps(content, names)
        known = before.known(now) if before else {}
        files = {**known, **digests.digested(content, now.keys() - known.keys())}
    except OSError:
        return None
    if len(now) < len(names):
        return None
    code = f"{digests.of_code()} {sys.version}"
    in_order = {name: files[name] for name in now}
    return Ingredients(plain(settings), code, berlin_today().isoformat(), past, in_order, now, seen)


def stamps(content: Path, names: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of those of these files that are ordinary ones; a link has none. Raises `OSError`."""
    found = {name: os.lstat(f"{content}/{name}") for name in names}
    return {name: stamp(one) for name, one in found.items() if S_ISREG(one.st_mode)}


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Every setting that is a text, a number or a switch; all others are code."""
    return {name: value for name, value in sorted(settings.items()) if isinstance(value, str | int | float | None)}
