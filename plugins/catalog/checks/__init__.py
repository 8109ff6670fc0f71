"""The rules of the house, one per file; a file's name is the rule's code.

A rule is a function `check(catalog) -> Iterator[Problem]`. It sees all records, also those of files with mistakes as
far as they could be read, and reports everything it finds; but nothing that rests on what could not be read.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

from plugins.catalog.catalog import Catalog
from plugins.catalog.places import Place, Problem, Severity
from plugins.catalog.records.base import Record


def problem(
    record: Record, message: str, *, hint: str, field: str = "", line: int = 0, severity: Severity = Severity.ERROR
) -> Problem:
    """A finding at a field of a record; `line` counts on from the start of the field's text."""
    place = record.place(field)
    return Problem(Place(place.path, place.line + line, place.column) if line else place, message, hint, severity)


def rules() -> list[str]:
    """The codes of all rules in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def run(catalog: Catalog) -> Iterator[Problem]:
    """The findings of all rules."""
    catalog = catalog.with_partial()
    for rule in rules():
        module = importlib.import_module(f"{__name__}.{rule}")
        for found in module.check(catalog):
            yield replace(found, rule=rule.replace("_", "-"))
