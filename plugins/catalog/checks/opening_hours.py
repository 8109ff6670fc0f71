"""Öffnungszeiten stehen in der Schreibweise von OpenStreetMap."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.hours import is_readable
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Opening hours that the OSM grammar does not know."""
    for office in catalog.offices.values():
        if office.opening_hours and not is_readable(office.opening_hours):
            yield problem(
                office,
                f"Öffnungszeiten „{office.opening_hours}“ sind nicht lesbar",
                hint="Zum Beispiel: Mo-Fr 08:00-12:00, Th 14:00-18:00",
                field="opening_hours",
            )
