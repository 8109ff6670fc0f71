"""Öffnungszeiten stehen in der Schreibweise von OpenStreetMap und lassen sich als einfache Woche zeigen."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.hours import is_plain, is_readable
from plugins.catalog.places import Problem

_EXAMPLE = "Mo-Fr 08:00-12:00, Th 14:00-18:00"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Opening hours that the OSM grammar does not know, and those that differ from week to week."""
    for office in catalog.offices.values():
        hours = office.opening_hours
        if hours and not is_readable(hours):
            yield problem(
                office,
                f"Öffnungszeiten „{hours}“ sind nicht lesbar",
                hint=f"Zum Beispiel: {_EXAMPLE}",
                field="opening_hours",
            )
        elif hours and not is_plain(hours):
            yield problem(
                office,
                f"Öffnungszeiten „{hours}“ sind mehr als eine Woche mit Uhrzeiten",
                hint=f"Schreiben Sie hier nur die Zeiten jeder Woche, zum Beispiel {_EXAMPLE}, "
                "und alles andere in opening_note.",
                field="opening_hours",
            )
