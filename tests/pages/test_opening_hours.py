"""What the browser says about an office at a moment, in the words of the template. Moments are UTC."""

from collections.abc import Iterable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment

from tests.pages.theme import environment
from tests.search.node import ask, needs_node

OFFICE = "Mo-Fr 08:00-12:00, Th 14:00-17:30"


def words(theme: Environment, hours: str, note: str | None = None) -> dict[str, str]:
    """The data of the component as a script sees it: `data-opening-hours` is `openingHours`."""
    macro: Any = theme.get_template("components/opening-hours/opening-hours.html").module
    place = BeautifulSoup(macro.opening_hours(hours, note), "html.parser").select_one(".opening-hours__now")
    assert place is not None
    named = {name.removeprefix("data-").split("-")[0]: str(value) for name, value in place.attrs.items()}
    return {("openingHours" if name == "opening" else name): value for name, value in named.items()}


def said(theme: Environment, hours: str, moments: Iterable[str]) -> dict[str, str]:
    """What an office with these hours is said to do, by moment."""
    known = list(moments)
    sentences = ask("opening", words=words(theme, hours), moments=known)
    return dict(zip(known, sentences, strict=True))


@needs_node
@pytest.mark.tools
def test_an_ordinary_week(theme: Environment) -> None:
    expected = {
        "2026-11-23T06:59:59Z": "Jetzt geschlossen – öffnet heute um 8:00 Uhr",
        "2026-11-23T07:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2026-11-23T10:59:59Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2026-11-23T11:00Z": "Jetzt geschlossen – öffnet morgen um 8:00 Uhr",
        "2026-11-26T12:00Z": "Jetzt geschlossen – öffnet heute um 14:00 Uhr",
        "2026-11-26T16:29Z": "Jetzt geöffnet – bis 17:30 Uhr",
        "2026-11-27T12:00Z": "Jetzt geschlossen – öffnet am Montag um 8:00 Uhr",
        "2026-11-29T22:59Z": "Jetzt geschlossen – öffnet morgen um 8:00 Uhr",
        "2026-11-29T23:00Z": "Jetzt geschlossen – öffnet heute um 8:00 Uhr",
    }
    assert said(theme, OFFICE, expected) == expected


@needs_node
@pytest.mark.tools
def test_before_and_after_the_clocks_change(theme: Environment) -> None:
    expected = {
        "2026-03-27T06:59Z": "Jetzt geschlossen – öffnet heute um 8:00 Uhr",
        "2026-03-27T07:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2026-03-30T05:59Z": "Jetzt geschlossen – öffnet heute um 8:00 Uhr",
        "2026-03-30T06:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2026-10-23T06:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2026-10-26T06:59Z": "Jetzt geschlossen – öffnet heute um 8:00 Uhr",
        "2026-10-26T07:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2027-03-25T11:00Z": "Jetzt geschlossen – öffnet heute um 14:00 Uhr",
        "2027-03-30T06:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2027-10-29T06:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
        "2027-11-02T06:59Z": "Jetzt geschlossen – öffnet heute um 8:00 Uhr",
        "2027-11-02T07:00Z": "Jetzt geöffnet – bis 12:00 Uhr",
    }
    assert said(theme, OFFICE, expected) == expected


@needs_node
@pytest.mark.tools
def test_in_the_night_in_which_the_clocks_change(theme: Environment) -> None:
    expected = {
        "2026-03-29T00:59Z": "Jetzt geöffnet – bis 4:00 Uhr",
        "2026-03-29T01:00Z": "Jetzt geöffnet – bis 4:00 Uhr",
        "2026-03-29T02:00Z": "Jetzt geschlossen – öffnet am Samstag um 22:00 Uhr",
        "2026-10-25T00:30Z": "Jetzt geöffnet – bis 4:00 Uhr",
        "2026-10-25T01:30Z": "Jetzt geöffnet – bis 4:00 Uhr",
        "2026-10-25T03:00Z": "Jetzt geschlossen – öffnet am Samstag um 22:00 Uhr",
    }
    assert said(theme, "Sa 22:00-28:00", expected) == expected


@needs_node
@pytest.mark.tools
@pytest.mark.parametrize("hours", [OFFICE, f"{OFFICE}; PH off"])
def test_holidays_and_sundays(theme: Environment, hours: str) -> None:
    expected = {
        "2026-06-03T12:00Z": "Jetzt geschlossen – öffnet am Freitag um 8:00 Uhr",
        "2026-06-04T08:00Z": "Heute geschlossen: Feiertag (Fronleichnam) – öffnet morgen um 8:00 Uhr",
        "2027-05-27T08:00Z": "Heute geschlossen: Feiertag (Fronleichnam) – öffnet morgen um 8:00 Uhr",
        "2026-11-01T09:00Z": "Heute geschlossen: Feiertag (Allerheiligen) – öffnet morgen um 8:00 Uhr",
        "2027-11-01T09:00Z": "Heute geschlossen: Feiertag (Allerheiligen) – öffnet morgen um 8:00 Uhr",
        "2026-12-24T16:30Z": "Jetzt geschlossen – öffnet am Montag um 8:00 Uhr",
        "2026-12-25T09:00Z": "Heute geschlossen: Feiertag (1. Weihnachtstag) – öffnet am Montag um 8:00 Uhr",
        "2026-12-31T22:59Z": "Jetzt geschlossen – öffnet am Montag um 8:00 Uhr",
        "2026-12-31T23:00Z": "Heute geschlossen: Feiertag (Neujahr) – öffnet am Montag um 8:00 Uhr",
        "2026-11-15T09:00Z": "Jetzt geschlossen – öffnet morgen um 8:00 Uhr",
    }
    assert said(theme, hours, expected) == expected


@needs_node
@pytest.mark.tools
@pytest.mark.parametrize(
    ("hours", "moment", "sentence"),
    [
        ("Fr 22:00-26:00", "2026-11-27T21:30Z", "Jetzt geöffnet – bis 2:00 Uhr"),
        ("Fr 22:00-26:00", "2026-11-27T23:30Z", "Jetzt geöffnet – bis 2:00 Uhr"),
        ("Fr 22:00-26:00", "2026-11-28T01:00Z", "Jetzt geschlossen – öffnet am Freitag um 22:00 Uhr"),
        ("Mo 20:00-24:00", "2026-11-23T22:59Z", "Jetzt geöffnet – bis 24:00 Uhr"),
        ("Mo 20:00-24:00", "2026-11-23T23:00Z", "Jetzt geschlossen – öffnet am Montag um 20:00 Uhr"),
        (
            "Fr 22:00-26:00",
            "2026-12-26T00:30Z",
            "Heute geschlossen: Feiertag (2. Weihnachtstag) – öffnet am Freitag, 8. Januar um 22:00 Uhr",
        ),
        ("Th 22:00-26:00", "2026-12-25T00:30Z", "Jetzt geöffnet – bis 2:00 Uhr"),
        ("Mo-Su 00:00-24:00", "2026-11-23T22:59Z", "Jetzt geöffnet"),
        ("24/7", "2026-11-01T09:00Z", "Jetzt geöffnet"),
        ("24/7; PH off", "2026-10-31T09:00Z", "Jetzt geöffnet – bis 24:00 Uhr"),
    ],
)
def test_nights_and_offices_that_are_always_there(theme: Environment, hours: str, moment: str, sentence: str) -> None:
    assert said(theme, hours, [moment]) == {moment: sentence}


@needs_node
@pytest.mark.tools
@pytest.mark.parametrize(("moment", "claims"), [("2028-12-15T09:00Z", True), ("2028-12-20T09:00Z", False)])
def test_an_old_page_says_nothing_about_days_whose_holidays_it_does_not_know(
    theme: Environment, moment: str, claims: bool
) -> None:
    assert bool(said(theme, OFFICE, [moment])[moment]) is claims


@needs_node
@pytest.mark.tools
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
def test_the_time_zone_of_the_visitor_does_not_count(
    theme: Environment, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    expected = {"2026-11-23T07:00Z": "Jetzt geöffnet – bis 12:00 Uhr"}
    assert said(theme, OFFICE, expected) == expected


def test_a_note_is_pointed_at_and_stands_there_without_hours_too(theme: Environment) -> None:
    macro: Any = theme.get_template("components/opening-hours/opening-hours.html").module
    noted = BeautifulSoup(macro.opening_hours(OFFICE, "Nur mit Termin"), "html.parser")
    assert noted.select(".opening-hours__now")[0].get_text() == " (bitte den Hinweis beachten)"
    assert [tag.get_text() for tag in noted.select(".opening-hours__note")] == ["Nur mit Termin"]
    alone = BeautifulSoup(macro.opening_hours(None, "Nach Vereinbarung"), "html.parser")
    assert [tag.name for tag in alone.find_all(True)] == ["p"]


def test_where_holidays_are_not_known_nothing_is_said_about_now() -> None:
    elsewhere = environment()
    elsewhere.globals["holidays"] = {}
    macro: Any = elsewhere.get_template("components/opening-hours/opening-hours.html").module
    found = BeautifulSoup(macro.opening_hours(OFFICE), "html.parser")
    assert found.select(".opening-hours__now") == []
    assert len(found.select("table")) == 1
