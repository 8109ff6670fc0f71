"""Opening hours are written as in OpenStreetMap."""

import pytest

from tests.conftest import Draft, said

OFFICE = "municipalities/kleinstadt/offices/buergerbuero.yaml"
HOURS = "opening_hours: Mo-Fr 08:00-12:00"


@pytest.mark.parametrize(
    "hours", ["Mo-Fr 08:00-12:00, Th 14:00-18:00", "Mo,We 8:00-12:00,13:00-15:00; PH off; Sa off", "24/7"]
)
def test_osm_syntax_passes(write: Draft, hours: str) -> None:
    assert write.change(OFFICE, HOURS, f"opening_hours: {hours}") == []


@pytest.mark.parametrize("hours", ["Montag bis Freitag 8-12 Uhr", "Mo-Fr 8.00-12.00 Uhr", "nach Vereinbarung"])
def test_hours_in_words_are_an_error(write: Draft, hours: str) -> None:
    assert said(write.change(OFFICE, HOURS, f"opening_hours: {hours}")) == [
        f"content/{OFFICE}:8:16: Öffnungszeiten „{hours}“ sind nicht lesbar  [opening-hours]"
        " → Zum Beispiel: Mo-Fr 08:00-12:00, Th 14:00-18:00"
    ]


@pytest.mark.parametrize(
    "hours",
    [
        "Mo-Fr 08:00-12:00; We[1] 14:00-18:00",
        "Apr-Sep Mo-Fr 07:00-12:00",
        "Mo-Fr 08:00-12:00; Dec 24-Jan 01 off",
        "Mo-Fr 08:00+",
        "Mo-Fr sunrise-16:00",
        "week 01-53/2 Mo 08:00-12:00",
        "2020 Mo-Fr 08:00-12:00",
        "Mo-Fr 08:00-12:00; 2020 Dec 24 off",
        "Mo-Fr 08:00-12:00; PH 10:00-12:00",
        "Mo-Fr 08:00-12:00; SH off",
        "Mo-Fr 08:00-12:00 || Mo-Fr 14:00-16:00",
    ],
)
def test_what_no_plain_week_can_show_is_an_error(write: Draft, hours: str) -> None:
    assert said(write.change(OFFICE, HOURS, f"opening_hours: {hours}")) == [
        f"content/{OFFICE}:8:16: Öffnungszeiten „{hours}“ sind mehr als eine Woche mit Uhrzeiten  [opening-hours]"
        " → Schreiben Sie hier nur die Zeiten jeder Woche, zum Beispiel Mo-Fr 08:00-12:00, Th 14:00-18:00,"
        " und alles andere in opening_note."
    ]


def test_a_remark_would_be_lost_and_is_an_error(write: Draft) -> None:
    (found,) = write.change(OFFICE, HOURS, "opening_hours: 'Mo 08:00-12:00 \"nur mit Termin\"'")
    assert "mehr als eine Woche mit Uhrzeiten" in found.message


@pytest.mark.parametrize("hours", ["off", "closed", "Mo-Fr off; Sa,Su closed", "Mo-Su 08:00-12:00; Mo-Su off"])
def test_an_office_that_never_opens_is_an_error(write: Draft, hours: str) -> None:
    assert said(write.change(OFFICE, HOURS, f"opening_hours: {hours}")) == [
        f"content/{OFFICE}:8:16: Öffnungszeiten „{hours}“ nennen keinen offenen Tag  [opening-hours]"
        " → Löschen Sie die Zeile und schreiben Sie in opening_note, was gilt."
    ]


@pytest.mark.parametrize(
    ("hours", "days", "together"),
    [
        ("Mo-Fr 08:00-12:00; Th 14:00-18:00", "Th", "Mo-Fr 08:00-12:00, Th 14:00-18:00"),
        ("Mo-We 08:00-12:00; Mo,Tu 14:00-16:00", "Mo und Tu", "Mo-We 08:00-12:00, Mo,Tu 14:00-16:00"),
    ],
)
def test_a_semicolon_that_takes_times_away_is_a_hint(write: Draft, hours: str, days: str, together: str) -> None:
    assert said(write.change(OFFICE, HOURS, f"opening_hours: {hours}")) == [
        f"content/{OFFICE}:8:16: Hinweis: Hinter dem Semikolon beginnen die Zeiten neu: {days} gilt nur, was dort steht"
        f"  [opening-hours] → Gilt beides? Dann mit Komma: {together}"
    ]


@pytest.mark.parametrize("hours", ["Mo-We 08:00-12:00; Th 14:00-18:00", "Mo-Fr 08:00-12:00; Fr off"])
def test_a_semicolon_between_days_or_before_a_closed_one_is_well(write: Draft, hours: str) -> None:
    assert write.change(OFFICE, HOURS, f"opening_hours: {hours}") == []
