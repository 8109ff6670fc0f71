"""Opening hours in OSM syntax as a German week."""

import json
from pathlib import Path

import pytest

from plugins.catalog.hours import closes_on_holidays, is_plain, is_readable, schedule
from plugins.interface.speech import GERMAN

week = GERMAN.week


def test_a_week_begins_on_monday_and_leaves_closed_days_out() -> None:
    assert week("Sa 10:00-12:00; Mo,We 08:00-12:30") == (
        ("Montag", "8:00 bis 12:30 Uhr"),
        ("Mittwoch", "8:00 bis 12:30 Uhr"),
        ("Samstag", "10:00 bis 12:00 Uhr"),
    )


def test_a_comma_adds_hours_to_a_day() -> None:
    assert dict(week("Mo-Fr 08:00-12:00, Th 14:00-17:30"))["Donnerstag"] == "8:00 bis 12:00 und 14:00 bis 17:30 Uhr"


def test_a_semicolon_replaces_the_hours_of_a_day() -> None:
    assert dict(week("Mo-Fr 08:00-12:00; Th 14:00-17:30"))["Donnerstag"] == "14:00 bis 17:30 Uhr"


def test_closed_holidays_do_not_change_the_week() -> None:
    assert week("Mo-Fr 08:00-12:00; PH off") == week("Mo-Fr 08:00-12:00")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mo-Fr 08:00-12:00; PH off", True),
        ("PH closed; Mo-Su 22:00-26:00", True),
        ("24/7", True),
        ("24/7; Mo off", False),
        ("Jan-Mar Mo 08:00-12:00", False),
        ("Mo[1] 08:00-12:00", False),
        ("Mo 08:00+", False),
    ],
)
def test_a_plain_week_is_the_same_in_every_week(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


def test_midnight_ends_a_day_as_24_hours() -> None:
    assert week("Mo 20:00-24:00") == (("Montag", "20:00 bis 24:00 Uhr"),)
    assert week("24/7")[6] == ("Sonntag", "0:00 bis 24:00 Uhr")


def test_an_office_that_is_always_closed_has_no_days() -> None:
    assert week("off") == ()


def test_a_schedule_counts_minutes_and_has_seven_days() -> None:
    assert schedule("Mo,We 08:00-12:30; Mo 14:00-16:00") == (((840, 960),), (), ((480, 750),), (), (), (), ())


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    assert schedule("Su 22:00-26:00") == ((), (), (), (), (), (), ((1320, 1560),))
    assert week("Fr,Sa 08:00-12:00,22:00-26:00")[0] == ("Freitag", "8:00 bis 12:00 und 22:00 bis 2:00 Uhr")
    assert schedule("24/7") == (((0, 1440),),) * 7


@pytest.mark.parametrize(
    ("text", "closes"),
    [("Mo-Fr 08:00-12:00", True), ("Mo-Fr 08:00-12:00; PH off", True), ("24/7", False), ("24/7; PH off", True)],
)
def test_holidays_close_every_office_that_is_not_always_open(text: str, closes: bool) -> None:
    assert closes_on_holidays(text) is closes


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("Mo-Fr 08:00-12:00", True),
        ('Mo 08:00-12:00 "nur mit Termin"', True),
        ("Montag bis Freitag 8-12 Uhr", False),
        ("Mo-Fr 8.00 - 12.00", False),
        ("nach Vereinbarung", False),
        ("", False),
    ],
)
def test_only_osm_syntax_is_readable(text: str, readable: bool) -> None:
    assert is_readable(text) is readable


@pytest.mark.corpus
def test_no_naughty_string_stops_the_reader(corpora: Path) -> None:
    texts = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    readable = [f"Mo {text}" for text in texts if is_readable(f"Mo {text}")]
    assert 0 < len(readable) < len(texts)
    assert {day for text in readable for day, _ in week(text)} == {"Montag"}
