"""What a build left behind: its files, what it said, and what it was made of. The next one may find it as it was."""

import json
import os
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from stat import S_ISREG
from typing import Any

from plugins.catalog import digests, manifest
from plugins.catalog.kept import Kept
from plugins.catalog.places import Place, Problem, Severity
from plugins.pages.incremental.ingredients import Ingredients, Stamp, stamp
from plugins.pages.output import NEW
from search.packing import columns, framed

MOST = 16
"""So many output folders are remembered."""

KEPT = ("known", "listed", "fitting", "searched")
"""What has an entry of its own."""

_SUFFIX = ".left"
_PLAIN = ("settings", "code", "today", "history", "seen")
"""What of the ingredients is no long list."""


@dataclass(frozen=True, slots=True)
class Left:
    """`shown` is the line about the portal, `files` are the stamps of all its files by their paths.

    `known`, `listed`, `fitting` and `searched` name what else is kept of it.
    """

    ingredients: Ingredients
    problems: tuple[Problem, ...]
    shown: str
    files: Mapping[str, Stamp]
    known: str = ""
    listed: str = ""
    fitting: str = ""
    searched: str = ""

    def is_there(self, output: Path) -> bool:
        """True when every file is as it was left; one with another stamp is read. The list of them has its own."""
        try:
            if any(output.glob(f"{NEW}*")):
                return False
            others = [name for name, before in self.files.items() if stamp(os.lstat(f"{output}/{name}")) != before]
            written = manifest.read(output) if others else {}
            return all(_is_as_listed(output, name, written) for name in others)
        except (OSError, ValueError):
            return False


def stamps_of(output: Path, before: Mapping[str, Stamp], changed: Collection[str]) -> dict[str, Stamp]:
    """The stamps of all files that are there now; those of before hold for what did not change. Raises `OSError`."""
    names = sorted([*manifest.read(output), manifest.NAME])
    seen = {name: before[name] for name in names if name in before and name not in changed}
    return seen | {name: stamp(os.lstat(f"{output}/{name}")) for name in names if name not in seen}


def keep(found: Left, kept: Kept, output: Path) -> None:
    """Remember it for the next build into this folder."""
    told = {name: getattr(found, name) for name in ("shown", *KEPT)}
    problems = [asdict(one) for one in found.problems]
    made = found.ingredients
    head = {**told, "problems": problems, "ingredients": {name: getattr(made, name) for name in _PLAIN}}
    sums = "\n".join(made.files.values()).encode()
    stored = [json.dumps(head).encode(), _names(made.files), sums, *_table(made.stamps), *_table(found.files)]
    kept.put(_name(output), framed(stored))
    kept.forget(_SUFFIX, MOST)


def remembered(kept: Kept, output: Path) -> Left | None:
    """What the last build into this folder left; None where nothing is known for certain."""
    stored = kept.get(_name(output))
    if stored is None:
        return None
    head, names, sums, *tables = columns(stored)
    data = json.loads(head)
    made, problems = data.pop("ingredients"), tuple(map(_problem, data.pop("problems")))
    files = dict(zip(_named(names), sums.decode().split("\n"), strict=False))
    stamps, left = _stamps(*tables[:2]), _stamps(*tables[2:])
    return Left(Ingredients(**made, files=files, stamps=stamps), problems, files=left, **data)


def _names(files: Iterable[str]) -> bytes:
    """Paths as a column, whatever bytes are in them: none has a zero."""
    return "\0".join(files).encode("utf-8", "surrogateescape")


def _named(column: bytes) -> list[str]:
    return column.decode("utf-8", "surrogateescape").split("\0") if column else []


def _table(stamps: Mapping[str, Stamp]) -> tuple[bytes, bytes]:
    """Paths, and their numbers one after the other."""
    return _names(stamps), array("q", chain.from_iterable(stamps.values())).tobytes()


def _stamps(names: bytes, numbers: bytes) -> dict[str, Stamp]:
    each = iter(array("q", numbers))
    return dict(zip(_named(names), zip(each, each, each, strict=True), strict=True))


def _problem(data: Mapping[str, Any]) -> Problem:
    return Problem(**{**data, "place": Place(**data["place"]), "severity": Severity(data["severity"])})


def _is_as_listed(output: Path, name: str, written: Mapping[str, str]) -> bool:
    is_file = S_ISREG(os.lstat(output / name).st_mode)
    return is_file and name in written and manifest.file_digest(output / name) == written[name]


def _name(output: Path) -> str:
    """Other code may remember otherwise."""
    return f"{manifest.digest(os.fsencode(output.resolve()))[:32]}.{digests.of_code()}{_SUFFIX}"
