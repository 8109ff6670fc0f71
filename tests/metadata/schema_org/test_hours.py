"""Opening hours in the words of schema.org."""

import pytest

from plugins.metadata.schema_org.hours import specifications
from plugins.metadata.schema_org.nodes import Node


def days(*names: str) -> list[str]:
    return [f"https://schema.org/{name}" for name in names]


CLOSED_ON_HOLIDAYS = {"@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/PublicHolidays"}


def spans(hours: str) -> list[tuple[list[str], str, str]]:
    return [(one["dayOfWeek"], one["opens"], one["closes"]) for one in specifications(hours) if "opens" in one]


def test_days_with_the_same_hours_stand_together() -> None:
    assert spans("Mo,Tu 08:00-12:00; Th 08:00-12:00,14:00-17:30") == [
        (days("Monday", "Tuesday", "Thursday"), "08:00", "12:00"),
        (days("Thursday"), "14:00", "17:30"),
    ]


def test_an_office_is_closed_on_public_holidays() -> None:
    assert specifications("Mo 08:00-12:00")[-1] == CLOSED_ON_HOLIDAYS


def test_who_is_always_there_is_there_on_holidays_and_until_the_last_minute() -> None:
    week = days("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    found: tuple[Node, ...] = specifications("24/7")
    assert [(one["dayOfWeek"], one["opens"], one["closes"]) for one in found] == [(week, "00:00", "23:59")]


def test_a_night_closes_before_it_opens() -> None:
    assert spans("Fr 20:00-02:00") == [(days("Friday"), "20:00", "02:00")]


@pytest.mark.parametrize("hours", ["Apr-Oct Mo 08:00-12:00", "We[1] 14:00-16:00", None])
def test_hours_that_are_not_the_same_in_every_week_are_not_told(hours: str | None) -> None:
    assert specifications(hours) == ()
