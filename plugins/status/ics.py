"""An agenda as a calendar to subscribe to: iCalendar (RFC 5545), each review an event of a whole day."""

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.status.reviews import Agenda, Review

_LONGEST = 75
"""Octets of a line without its end (section 3.1)."""

_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def as_ics(agenda: Agenda) -> bytes:
    """The calendar with every review, past and to come; the same bytes for the same agenda."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fundstelle//Wiedervorlage//DE", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_text(f'Wiedervorlage: {agenda.name}')}"]
    lines += [line for review in agenda.reviews for line in _event(review)]
    return b"".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(review: Review) -> Iterator[str]:
    """The UID stays when the day moves, so that a calendar moves the event too."""
    yield "BEGIN:VEVENT"
    yield f"UID:{review.service}@{urlsplit(review.url).hostname}"
    yield f"DTSTAMP:{review.last:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{review.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{review.due + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'Prüfen: {review.title}')}"
    yield f"DESCRIPTION:{_text(f'Zuletzt geprüft am {review.last:%d.%m.%Y}. Datei: {review.file}')}"
    yield f"URL:{review.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    r"""A value of type TEXT (section 3.3.11): `\`, `;`, `,` and line breaks escaped, no control characters."""
    plain = _UNPRINTABLE.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", r"\n")


def _folded(line: str) -> bytes:
    """A line of at most 75 octets, continued after a line break and a space; no letter is cut in two."""
    parts, current = [], b""
    for letter in line:
        octets = letter.encode()
        if len(current) + len(octets) > _LONGEST:
            parts.append(current)
            current = b" "
        current += octets
    return b"\r\n".join([*parts, current]) + b"\r\n"
