"""The public holidays of Nordrhein-Westfalen."""

import datetime

import pytest
from opening_hours import OpeningHours, State

from plugins.catalog.holidays import holidays

NRW = "Nordrhein-Westfalen"
_ONLY_SOME_LANDS = {"Fronleichnam", "Allerheiligen"}


def test_the_eleven_holidays_of_2026() -> None:
    assert holidays(NRW, [2026]) == {
        "2026-01-01": "Neujahr",
        "2026-04-03": "Karfreitag",
        "2026-04-06": "Ostermontag",
        "2026-05-01": "Tag der Arbeit",
        "2026-05-14": "Christi Himmelfahrt",
        "2026-05-25": "Pfingstmontag",
        "2026-06-04": "Fronleichnam",
        "2026-10-03": "Tag der Deutschen Einheit",
        "2026-11-01": "Allerheiligen",
        "2026-12-25": "1. Weihnachtstag",
        "2026-12-26": "2. Weihnachtstag",
    }


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2027-05-27", "Fronleichnam"),
        ("2028-06-15", "Fronleichnam"),
        ("2024-03-29", "Karfreitag"),
        ("2038-04-26", "Ostermontag"),
    ],
)
def test_what_moves_with_easter(day: str, name: str) -> None:
    assert holidays(NRW, [int(day[:4])])[day] == name


def test_what_all_of_germany_keeps_is_what_the_reader_of_opening_hours_knows() -> None:
    found = [day for day, name in holidays(NRW, range(2020, 2041)).items() if name not in _ONLY_SOME_LANDS]
    calendar = OpeningHours("PH open", country="DE").intervals(
        datetime.datetime(2020, 1, 1), datetime.datetime(2041, 1, 1)
    )
    known = [
        (begin + datetime.timedelta(days=number)).date().isoformat()
        for begin, end, state, _ in calendar
        if state == State.OPEN
        for number in range((end - begin).days)
    ]
    assert found == known


def test_two_holidays_on_one_day_are_one() -> None:
    assert len(holidays(NRW, [2008])) == 10
    assert holidays(NRW, [2008])["2008-05-01"] == "Christi Himmelfahrt"


def test_nothing_is_claimed_about_another_land() -> None:
    assert holidays("Bayern", [2026]) == {}
