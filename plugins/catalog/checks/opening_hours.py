"""Öffnungszeiten stehen in der Schreibweise von OpenStreetMap, lassen sich als einfache Woche zeigen und öffnen."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.hours import is_plain, is_readable, schedule
from plugins.catalog.places import Problem

_EXAMPLE = "Mo-Fr 08:00-12:00, Th 14:00-18:00"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Opening hours that the OSM grammar does not know, that differ from week to week, or that never open."""
    for office in catalog.offices.values():
        if office.opening_hours and (found := _objection(office.opening_hours)):
            message, hint = found
            yield problem(
                office, f"Öffnungszeiten „{office.opening_hours}“ {message}", hint=hint, field="opening_hours"
            )


def _objection(hours: str) -> tuple[str, str] | None:
    """What is wrong with opening hours and what to do; None when the page can show them."""
    if not is_readable(hours):
        return "sind nicht lesbar", f"Zum Beispiel: {_EXAMPLE}"
    if not is_plain(hours):
        return (
            "sind mehr als eine Woche mit Uhrzeiten",
            f"Schreiben Sie hier nur die Zeiten jeder Woche, zum Beispiel {_EXAMPLE}, "
            "und alles andere in opening_note.",
        )
    if not any(schedule(hours)):
        return "nennen keinen offenen Tag", "Löschen Sie die Zeile und schreiben Sie in opening_note, was gilt."
    return None
