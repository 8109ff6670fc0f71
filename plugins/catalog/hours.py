"""Opening hours in OSM syntax, read by the `opening-hours` library, as minutes."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

_MONDAY = datetime.datetime(2001, 9, 3)  # a week without holidays anybody keeps
_MINUTE = datetime.timedelta(minutes=1)
_DAYS_OF_A_WEEK = 7
_HOLIDAYS = re.compile(r"\bPH (?:off|closed)\b")
_DAY = 24 * 60
_PLAIN = re.compile(r"24/7|(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|off|closed|open|\d{1,2}:\d\d)[-–,;\s]*)*", re.IGNORECASE)

Span = tuple[int, int]
"""From when to when, in minutes after midnight; what ends after 1440 ends on the next day."""


def is_readable(text: str) -> bool:
    """True when the text follows the OSM grammar of opening hours."""
    try:
        OpeningHours(text)
    except ParserError:
        return False
    return True


def is_plain(text: str) -> bool:
    """True when nothing but days of the week and times stand there, so that `schedule` holds in every week.

    Seasons, dates, „every first Wednesday“, sunrise, open ends, remarks and holidays with hours cannot be shown so.
    """
    return bool(_PLAIN.fullmatch(_HOLIDAYS.sub("", text.strip()).strip("; ,")))


@cache
def schedule(text: str) -> tuple[tuple[Span, ...], ...]:
    """When an office opens and closes on each day from Monday on; a night belongs to the day on which it begins."""
    hours = OpeningHours(text)
    days = [list(_spans(hours, _MONDAY + datetime.timedelta(days=number))) for number in range(_DAYS_OF_A_WEEK)]
    for today, tomorrow in zip(days, [*days[1:], days[0]], strict=True):
        if today and tomorrow and _is_one_night(today[-1], tomorrow[0]):
            today[-1] = (today[-1][0], _DAY + tomorrow.pop(0)[1])
    return tuple(map(tuple, days))


def _is_one_night(evening: Span, morning: Span) -> bool:
    return evening[0] > 0 and evening[1] == _DAY and morning[0] == 0 and morning[1] <= _DAY // 2


def closes_on_holidays(text: str) -> bool:
    """Offices are closed on public holidays, whether they say so or not; who is always there says `24/7`."""
    return "24/7" not in text or bool(_HOLIDAYS.search(text))


def _spans(hours: OpeningHours, midnight: datetime.datetime) -> Iterator[Span]:
    for begin, end, state, _ in hours.intervals(midnight, midnight + datetime.timedelta(days=1)):
        if state == State.OPEN:
            yield (begin - midnight) // _MINUTE, (end - midnight) // _MINUTE


def clock(minutes: int) -> str:
    """Hours without a leading zero, as Germans write them: `8:05`; the end of a day is `24:00`."""
    of_day = minutes if minutes <= _DAY else minutes - _DAY
    return f"{of_day // 60}:{of_day % 60:02}"
