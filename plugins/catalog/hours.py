"""Opening hours in OSM syntax, read by the `opening-hours` library, as a German week."""

import datetime
import re
from functools import cache

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

_MONDAY = datetime.datetime(2001, 9, 3)  # a week without holidays anybody keeps
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_HOLIDAYS = re.compile(r"\bPH (?:off|closed)\b")
_PLAIN = re.compile(r"24/7|(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|off|closed|open|\d{1,2}:\d\d)[-–,;\s]*)*", re.IGNORECASE)


def is_readable(text: str) -> bool:
    """True when the text follows the OSM grammar of opening hours."""
    try:
        OpeningHours(text)
    except ParserError:
        return False
    return True


def is_plain(text: str) -> bool:
    """True when nothing but days of the week and times stand there, so that `week` is the whole truth in every week.

    Seasons, dates, „every first Wednesday“, sunrise, open ends, remarks and holidays with hours cannot be shown so.
    """
    return bool(_PLAIN.fullmatch(_HOLIDAYS.sub("", text.strip()).strip("; ,")))


@cache
def week(text: str) -> tuple[tuple[str, str], ...]:
    """(day, times) from Monday on: `("Montag", "8:00 bis 12:00 Uhr")`; closed days are left out."""
    hours = OpeningHours(text)
    days = []
    for number, name in enumerate(_DAYS):
        start = _MONDAY + datetime.timedelta(days=number)
        spans = [
            f"{_time(begin)} bis {_end(end)}"
            for begin, end, state, _ in hours.intervals(start, start + datetime.timedelta(days=1))
            if state == State.OPEN
        ]
        if spans:
            days.append((name, " und ".join(spans) + " Uhr"))
    return tuple(days)


def _end(moment: datetime.datetime) -> str:
    """The end of a span on its own day: midnight is 24:00."""
    return _time(moment) if moment.time() != datetime.time.min else "24:00"


def _time(moment: datetime.datetime) -> str:
    """Hours without a leading zero, as Germans write them: `8:05`."""
    return f"{moment.hour}:{moment:%M}"
