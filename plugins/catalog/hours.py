"""Opening hours in OSM syntax, read by the `opening-hours` library, as a German week."""

import datetime
from functools import cache

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

_MONDAY = datetime.datetime(2001, 9, 3)  # a week without holidays anybody keeps
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def is_readable(text: str) -> bool:
    """True when the text follows the OSM grammar of opening hours."""
    try:
        OpeningHours(text)
    except ParserError:
        return False
    return True


@cache
def week(text: str) -> tuple[tuple[str, str], ...]:
    """(day, times) from Monday on: `("Montag", "8:00 bis 12:00 Uhr")`; closed days are left out."""
    hours = OpeningHours(text)
    days = []
    for number, name in enumerate(_DAYS):
        start = _MONDAY + datetime.timedelta(days=number)
        spans = [
            f"{begin:%-H:%M} bis {_end(end)}"
            for begin, end, state, _ in hours.intervals(start, start + datetime.timedelta(days=1))
            if state == State.OPEN
        ]
        if spans:
            days.append((name, " und ".join(spans) + " Uhr"))
    return tuple(days)


def _end(moment: datetime.datetime) -> str:
    """The end of a span on its own day: midnight is 24:00."""
    return f"{moment:%-H:%M}" if moment.time() != datetime.time.min else "24:00"
