"""Öffnungszeiten stehen in der Schreibweise von OpenStreetMap, lassen sich als einfache Woche zeigen und öffnen."""

import re
from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.hours import is_plain, is_readable, schedule
from plugins.catalog.places import Problem, Severity

_EXAMPLE = "Mo-Fr 08:00-12:00, Th 14:00-18:00"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_CLOSED = re.compile(r"\b(?:off|closed)\b")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Opening hours that the OSM grammar does not know, that differ from week to week, or that never open.

    A hint where a semicolon takes times away that a comma would leave standing.
    """
    for office in catalog.offices.values():
        if not office.opening_hours:
            continue
        if found := _objection(office.opening_hours):
            message, hint = found
            yield problem(
                office, f"Öffnungszeiten „{office.opening_hours}“ {message}", hint=hint, field="opening_hours"
            )
        elif found := _replaced(office.opening_hours):
            message, hint = found
            yield problem(office, message, hint=hint, field="opening_hours", severity=Severity.HINT)


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


def _replaced(hours: str) -> tuple[str, str] | None:
    """What a semicolon replaces; None where it only divides, and where it says that a day is closed."""
    together = hours.replace(";", ",")
    if ";" not in hours or _CLOSED.search(hours) or not is_readable(together):
        return None
    days = [name for name, some, more in zip(_DAYS, schedule(hours), schedule(together), strict=True) if some != more]
    return (
        (
            f"Hinter dem Semikolon beginnen die Zeiten neu: {' und '.join(days)} gilt nur, was dort steht",
            f"Gilt beides? Dann mit Komma: {together}",
        )
        if days
        else None
    )
