"""Opening hours in German words, as our messages have them, back in OSM notation; whatever else is said is a note."""

import re

from plugins.catalog.hours import is_readable

_DAYS = {
    "Montag": "Mo",
    "Dienstag": "Tu",
    "Mittwoch": "We",
    "Donnerstag": "Th",
    "Freitag": "Fr",
    "Samstag": "Sa",
    "Sonntag": "Su",
}
_SPAN = r"\d{1,2}:\d\d bis \d{1,2}:\d\d"
_DAY = re.compile(rf"({'|'.join(_DAYS)}) ({_SPAN}(?: und {_SPAN})*) Uhr")
_ALWAYS = "Mo-Su 00:00-24:00"


def read(words: str) -> tuple[str, str]:
    """Hours and note: „Montag 8:00 bis 12:00 Uhr; im Keller“ → `Mo 08:00-12:00` and the cellar."""
    said = words.split("; ")
    week: dict[str, str] = {}
    for found in map(_DAY.fullmatch, said):
        if not found or _DAYS[found[1]] in week:
            break
        week[_DAYS[found[1]]] = _times(found[2])
    notation = _notation(week)
    return (notation, "; ".join(said[len(week) :])) if is_readable(notation) else ("", words)


def _times(spans: str) -> str:
    """`8:00 bis 12:00 und 14:00 bis 17:00` → `08:00-12:00,14:00-17:00`."""
    padded = re.sub(r"\b\d:", r"0\g<0>", spans)
    return padded.replace(" bis ", "-").replace(" und ", ",")


def _notation(week: dict[str, str]) -> str:
    """`Mo-We,Fr 08:00-12:00, Th 14:00-17:00`; after a semicolon a day would end the night before it."""
    days = {times: [n for n, day in enumerate(_DAYS.values()) if week.get(day) == times] for times in week.values()}
    written = ", ".join(f"{_named(numbers)} {times}" for times, numbers in days.items())
    return "24/7" if written == _ALWAYS else written


def _named(numbers: list[int]) -> str:
    """`[0, 1, 2, 4]` → `Mo-We,Fr`."""
    begins = [one for one in numbers if one - 1 not in numbers]
    ends = [one for one in numbers if one + 1 not in numbers]
    days = list(_DAYS.values())
    pairs = zip(begins, ends, strict=True)
    return ",".join(days[one] if one == end else f"{days[one]}-{days[end]}" for one, end in pairs)
