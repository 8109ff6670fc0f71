"""What a build left behind: its files, what it said, and what it was made of. The next one may find it as it was."""

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any

from plugins.catalog import digests, manifest
from plugins.catalog.kept import Kept
from plugins.catalog.places import Place, Problem, Severity
from plugins.pages.incremental.ingredients import Ingredients, Stamp, stamp
from plugins.pages.output import NEW

MOST = 16
"""So many output folders are remembered."""

_SUFFIX = ".left"


@dataclass(frozen=True, slots=True)
class Left:
    """`shown` is the line about the portal, `files` are the stamps of all its files by their paths.

    `known` and `searched` name what else is kept of it.
    """

    ingredients: Ingredients
    problems: tuple[Problem, ...]
    shown: str
    files: Mapping[str, Stamp]
    known: str = ""
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
    told = {name: getattr(found, name) for name in ("shown", "files", "known", "searched")}
    problems = [asdict(one) for one in found.problems]
    data = {**told, "problems": problems, "ingredients": found.ingredients.as_data()}
    kept.put(_name(output), json.dumps(data).encode())
    kept.forget(_SUFFIX, MOST)


def remembered(kept: Kept, output: Path) -> Left | None:
    """What the last build into this folder left; None where nothing is known for certain."""
    stored = kept.get(_name(output))
    if stored is None:
        return None
    data = json.loads(stored)
    files = {name: tuple(found) for name, found in data["files"].items()}
    problems = tuple(map(_problem, data["problems"]))
    made = data["ingredients"]
    made["stamps"] = {name: tuple(found) for name, found in made["stamps"].items()}
    return Left(**{**data, "ingredients": Ingredients(**made), "problems": problems, "files": files})


def _problem(data: Mapping[str, Any]) -> Problem:
    return Problem(**{**data, "place": Place(**data["place"]), "severity": Severity(data["severity"])})


def _is_as_listed(output: Path, name: str, written: Mapping[str, str]) -> bool:
    is_file = S_ISREG(os.lstat(output / name).st_mode)
    return is_file and name in written and manifest.file_digest(output / name) == written[name]


def _name(output: Path) -> str:
    """Other code may remember otherwise."""
    return f"{manifest.digest(os.fsencode(output.resolve()))[:32]}.{digests.of_code()}{_SUFFIX}"
