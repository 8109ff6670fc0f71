"""How the figures went: at the end of each of the last twelve months, as git has the content."""

import datetime
import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.git import GitError, git
from plugins.catalog.kept import Kept
from plugins.language.revision import catalog_at
from plugins.status.standing import Figures, totals
from search.memory import digest

MONTHS = 12
_CODE = Path(__file__).parents[1]
_BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Milestone:
    """The figures of a whole portal at the end of a day."""

    day: datetime.date
    figures: Figures


def trend(catalog: Catalog, municipality: str, folder: Path, cache: Path) -> tuple[Milestone, ...]:
    """From the oldest to today; only today where git has nothing. What was counted once is read from the cache."""
    past = (_at(day, municipality, folder, cache) for day in month_ends(catalog.today))
    now = _figures(catalog, municipality)
    return tuple(one for one in (*past, Milestone(catalog.today, now) if now else None) if one)


def month_ends(today: datetime.date) -> list[datetime.date]:
    """The last days of the months before this one, the oldest first."""
    return list(_month_ends(today))[::-1]


def _month_ends(day: datetime.date) -> Iterator[datetime.date]:
    for _ in range(MONTHS):
        day = day.replace(day=1) - datetime.timedelta(days=1)
        yield day


def _at(day: datetime.date, municipality: str, folder: Path, cache: Path) -> Milestone | None:
    """None when there was no such portal yet."""
    commit = _commit_at_the_end_of(day, folder)
    tree = _asked(folder, "rev-parse", "--verify", "--quiet", f"{commit}:./") if commit else ""
    if not tree:
        return None
    kept, entry = Kept(cache), f"{digest(_code(), tree, municipality, str(day))}.json"
    stored = kept.get(entry)
    if stored is None:
        figures = _figures(replace(catalog_at(commit, folder), today=day), municipality)
        stored = json.dumps(figures).encode()
        kept.put(entry, stored)
    counted = json.loads(stored)
    return Milestone(day, tuple(counted)) if counted else None


def _commit_at_the_end_of(day: datetime.date, folder: Path) -> str:
    last_second = datetime.datetime.combine(day, datetime.time(23, 59, 59), _BERLIN).isoformat()
    return _asked(folder, "rev-list", "-1", "--first-parent", f"--before={last_second}", "HEAD")


def _asked(folder: Path, *arguments: str) -> str:
    """What git answers; nothing where it has none."""
    try:
        return git(folder, *arguments).strip()
    except GitError:
        return ""


def _figures(catalog: Catalog, municipality: str) -> Figures | None:
    found = catalog.current.get(municipality)
    return totals(catalog, directory(catalog, found)) if found else None


@functools.cache
def _code() -> str:
    """The digest of the code that counts: after a change of it everything is counted anew."""
    return digest(*(path.read_text(encoding="utf-8") for path in sorted(_CODE.rglob("*.py"))))
