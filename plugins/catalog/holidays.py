"""Public holidays, on which offices are closed, by the law of the Land; Easter comes from `dateutil`."""

import datetime
from collections.abc import Iterable

from dateutil.easter import easter

_COVERED = "Nordrhein-Westfalen"
_FIXED = (
    (1, 1, "Neujahr"),
    (5, 1, "Tag der Arbeit"),
    (10, 3, "Tag der Deutschen Einheit"),
    (11, 1, "Allerheiligen"),
    (12, 25, "1. Weihnachtstag"),
    (12, 26, "2. Weihnachtstag"),
)
"""Month, day and name (§ 2 Absatz 1 Feiertagsgesetz NW)."""

_FROM_EASTER = (
    (-2, "Karfreitag"),
    (1, "Ostermontag"),
    (39, "Christi Himmelfahrt"),
    (50, "Pfingstmontag"),
    (60, "Fronleichnam"),
)
"""Days after Easter Sunday and name (the same law)."""


def names() -> list[str]:
    """What the holidays are called."""
    return [name for *_, name in (*_FIXED, *_FROM_EASTER)]


def holidays(state: str, years: Iterable[int]) -> dict[str, str]:
    """The public holidays of a Land by day (`2026-11-01`); none for a Land whose law is not written here."""
    if state != _COVERED:
        return {}
    found: dict[datetime.date, str] = {}
    for year in years:
        found |= {datetime.date(year, month, day): name for month, day, name in _FIXED}
        found |= {easter(year) + datetime.timedelta(days=days): name for days, name in _FROM_EASTER}
    return {day.isoformat(): name for day, name in sorted(found.items())}
