"""Phones and mails that pages of services name: what the files of offices need, in order of how often they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from plugins.exchange.findings import Findings, Matter
from plugins.exchange.html.sections import Section

_PLACES = frozenset({"contact", "competent_office"})
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w.(])\(?(?:\+49|0)[\d /()-]{4,22}\d(?!\w)")


def note_all(services: Iterable[tuple[str, Sequence[Section]]], findings: Findings) -> None:
    """A line for each number and address: how many services name it, and one of them."""
    counts: Counter[str] = Counter()
    example: dict[str, str] = {}
    for name, parts in services:
        for found in sorted(_named(parts)):
            counts[found] += 1
            example.setdefault(found, name)
    for found, times in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        where = f"bei {times} Dienstleistungen, zum Beispiel" if times > 1 else "bei"
        findings.about(found)(Matter.OFFICE, f"{where} „{example[found]}“")


def _named(parts: Sequence[Section]) -> set[str]:
    text = " · ".join(section.text for section in parts if section.field in _PLACES)
    return {" ".join(found.split()) for found in (*_PHONE.findall(text), *_MAIL.findall(text))}
