"""Was es nicht mehr gibt, wird gelöscht oder verlängert."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity


def check(catalog: Catalog) -> Iterator[Problem]:
    """A service whose last day is over; it stays, behind all current ones in the search."""
    for service in catalog.written:
        if service.valid_until and service.valid_until < catalog.today:
            yield problem(
                service,
                f"Die Leistung gilt nur bis {service.valid_until:%d.%m.%Y}",
                hint="Setzen Sie valid_until neu oder löschen Sie die Leistung.",
                field="valid_until",
                severity=Severity.HINT,
            )
