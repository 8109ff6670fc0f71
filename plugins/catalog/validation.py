"""Read and check everything before anything is built."""

import datetime
from pathlib import Path

from plugins.catalog import checks
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.places import Problem, Severity


def validated(folder: Path, today: datetime.date | None = None) -> tuple[Catalog, list[Problem]]:
    """The catalog of a content folder and all problems, those of reading and those of every rule."""
    catalog, problems = load(folder, today)
    return catalog, [*problems, *checks.run(catalog)]


def has_errors(problems: list[Problem]) -> bool:
    """True when something must be mended before a build."""
    return any(found.severity is Severity.ERROR for found in problems)
