"""Ein Reifegrad nennt eine Stufe, die es in seinem Modell gibt."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem

_HIGHEST = {"1.1": 4, "2.0": 7}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Levels beyond the last one of their model."""
    for service in catalog.written:
        found = service.maturity
        if found and found.is_read("level", "model") and found.level > _HIGHEST[found.model]:
            yield problem(
                found,
                f"Stufe {found.level} gibt es im Reifegradmodell {found.model} nicht",
                hint=f"Stufen 0 bis {_HIGHEST[found.model]}; gilt das neuere Modell, dann model: 2.0",
                field="level",
            )
