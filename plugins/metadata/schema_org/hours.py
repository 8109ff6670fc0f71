"""Opening hours in the words of schema.org, from what the office wrote in OSM syntax."""

from functools import cache

from plugins.catalog.hours import Span, closes_on_holidays, is_plain, schedule
from plugins.metadata.schema_org.nodes import CONTEXT, Node, node

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = 24 * 60
_LAST_MINUTE = "23:59"


@cache
def specifications(hours: str | None) -> tuple[Node, ...]:
    """Each span of time with its days; none for hours that are not the same in every week.

    Public holidays stand there without times: closed, by the definition of `OpeningHoursSpecification`.
    """
    if not hours or not is_plain(hours):
        return ()
    days: dict[Span, list[str]] = {}
    for name, spans in zip(_DAYS, schedule(hours), strict=True):
        for span in spans:
            days.setdefault(span, []).append(_day(name))
    found = (node(_KIND, dayOfWeek=names, opens=_time(span[0]), closes=_time(span[1])) for span, names in days.items())
    closed = [node(_KIND, dayOfWeek=_day("PublicHolidays"))] if closes_on_holidays(hours) else []
    return (*found, *closed)


_KIND = "OpeningHoursSpecification"


def _day(name: str) -> str:
    return f"{CONTEXT}/{name}"


def _time(minutes: int) -> str:
    """`08:05`; what closes before it opens closes on the next day, and the end of a day is its last minute."""
    return _LAST_MINUTE if minutes == _DAY else f"{minutes % _DAY // 60:02}:{minutes % 60:02}"
