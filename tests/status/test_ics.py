"""The calendar of an agenda keeps RFC 5545: lines, folding, escaping, and the same bytes each time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.status.ics import as_ics
from plugins.status.reviews import Agenda
from tests.status.conftest import PORTAL, Planned, review


def unfolded(data: bytes) -> list[str]:
    """The lines of a calendar as a program reads them (RFC 5545, section 3.1)."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def summary(title: str) -> str:
    """The title of an event as a program reads it: unescaped (section 3.3.11)."""
    agenda = Agenda("steueramt", "Steueramt", PORTAL, (review(title),))
    (line,) = [line for line in unfolded(as_ics(agenda)) if line.startswith("SUMMARY:")]
    text = line.removeprefix("SUMMARY:Prüfen: ").replace(r"\\", "\0")
    return text.replace(r"\n", "\n").replace(r"\,", ",").replace(r"\;", ";").replace("\0", "\\")


def test_a_review_is_an_event_of_a_whole_day(planned: Planned) -> None:
    assert unfolded(as_ics(planned(review()))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fundstelle//Wiedervorlage//DE",
        "CALSCALE:GREGORIAN",
        "NAME:Wiedervorlage: Steueramt",
        "BEGIN:VEVENT",
        "UID:hund-anmelden@service.grossstadt.example",
        "DTSTAMP:20251020T000000Z",
        "DTSTART;VALUE=DATE:20261031",
        "DTEND;VALUE=DATE:20261101",
        "SUMMARY:Prüfen: Hund anmelden",
        "DESCRIPTION:Zuletzt geprüft am 20.10.2025. Datei: services/hund-anmelden.md",
        "URL:https://service.grossstadt.example/leistungen/hund-anmelden/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_event_keeps_its_uid_when_its_day_moves(planned: Planned) -> None:
    one, other = (unfolded(as_ics(planned(review(due=day)))) for day in ("2026-10-31", "2027-10-31"))
    assert {*one} ^ {*other} == {
        "DTSTART;VALUE=DATE:20261031",
        "DTEND;VALUE=DATE:20261101",
        "DTSTART;VALUE=DATE:20271031",
        "DTEND;VALUE=DATE:20271101",
    }


def test_long_lines_are_folded_between_letters_at_75_octets(planned: Planned) -> None:
    lines = as_ics(planned(review("ä" * 80))).split(b"\r\n")
    (start,) = [number for number, line in enumerate(lines) if line.startswith(b"SUMMARY")]
    assert [len(line) for line in lines[start : start + 3]] == [75, 75, 29]
    assert [line.decode()[0] for line in lines[start : start + 3]] == ["S", " ", " "]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Pass; Ausweis, Karte", r"SUMMARY:Prüfen: Pass\; Ausweis\, Karte"),
        ("C:\\neu", r"SUMMARY:Prüfen: C:\\neu"),
        ("Pass\r\nEND:VCALENDAR", r"SUMMARY:Prüfen: Pass\nEND:VCALENDAR"),
        ("Pass\rATTACH:x", r"SUMMARY:Prüfen: Pass\nATTACH:x"),
        ("Pass\x00\x1b", "SUMMARY:Prüfen: Pass  "),
    ],
)
def test_what_could_end_a_value_is_escaped(planned: Planned, title: str, written: str) -> None:
    assert written in unfolded(as_ics(planned(review(title))))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\\;,\n")))
def test_every_title_comes_back_and_no_line_is_too_long(title: str) -> None:
    agenda = Agenda("steueramt", "Steueramt", PORTAL, (review(title),))
    assert max(map(len, as_ics(agenda).split(b"\r\n"))) <= 75
    assert summary(title) == title


def test_an_agenda_without_reviews_is_a_calendar_too(planned: Planned) -> None:
    assert unfolded(as_ics(planned()))[-2:] == ["NAME:Wiedervorlage: Steueramt", "END:VCALENDAR"]
