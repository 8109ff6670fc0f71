"""Opening hours come back from words into notation, and whatever is said otherwise is kept as it is."""

import pytest

from plugins.catalog.hours import closes_on_holidays, schedule
from plugins.catalog.records import Office
from plugins.exchange.xzufi.week import read
from plugins.exports import words
from plugins.interface.speech import GERMAN


@pytest.mark.parametrize(
    ("said", "hours", "note"),
    [
        ("Montag 8:00 bis 12:00 Uhr", "Mo 08:00-12:00", ""),
        ("Freitag 8:00 bis 9:00 Uhr; Dienstag 8:00 bis 9:00 Uhr; Montag 8:00 bis 9:00 Uhr", "Mo-Tu,Fr 08:00-09:00", ""),
        ("Montag 8:00 bis 12:00 Uhr; im Keller; links", "Mo 08:00-12:00", "im Keller; links"),
        (
            "Dienstag 8:00 bis 12:00 und 14:00 bis 17:30 Uhr; Samstag 9:30 bis 11:30 Uhr",
            "Tu 08:00-12:00,14:00-17:30, Sa 09:30-11:30",
            "",
        ),
        ("Montag 8:00 bis 9:00 Uhr; Montag 10:00 bis 11:00 Uhr", "Mo 08:00-09:00", "Montag 10:00 bis 11:00 Uhr"),
        ("Mo–Fr 8–12 Uhr", "", "Mo–Fr 8–12 Uhr"),
        ("Montag 99:00 bis 99:99 Uhr", "", "Montag 99:00 bis 99:99 Uhr"),
        ("nach Vereinbarung", "", "nach Vereinbarung"),
        ("", "", ""),
    ],
)
def test_what_we_write_is_notation_and_all_else_a_note(said: str, hours: str, note: str) -> None:
    assert read(said) == (hours, note)


@pytest.mark.parametrize(
    "hours",
    [
        "Mo-We,Fr 08:30-12:00; Th 14:00-18:00",
        "Mo-Fr 08:00-12:30, Th 14:00-16:00",
        "Mo-Su 10:00-12:00",
        "Fr,Sa 22:00-02:00",
        "Fr 22:00-02:00, Sa 08:00-12:00",
        "24/7",
    ],
)
def test_there_and_back_the_doors_open_at_the_same_times(hours: str) -> None:
    office = Office.model_validate({"slug": "amt", "name": "Amt", "opening_hours": hours, "opening_note": "klingeln"})
    again, note = read(words.hours(office, GERMAN))
    assert (schedule(again), closes_on_holidays(again), note) == (
        schedule(hours),
        closes_on_holidays(hours),
        "klingeln",
    )
