"""The link ledger: what is known about the external addresses of one host. `make links` writes it, nobody else."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Day, Line, labelled

MOST_STRIKES = 3
"""On so many days in a row an address must fail before it counts as broken."""


class LinkState(StrEnum):
    """What the last check of an address said; `missing` is a way in that has no address to check."""

    OK = "ok"
    CAUTION = "caution"
    BROKEN = "broken"
    DANGER = "danger"
    MISSING = "missing"
    PENDING = "pending"


OUT_OF_ORDER = frozenset({LinkState.BROKEN, LinkState.DANGER})
"""Where no page may lead."""

CheckedAddress = Annotated[str, StringConstraints(min_length=9, max_length=2000, pattern="^https://")]


class CheckedLink(Record):
    """One address, without a fragment, and what is known about it."""

    address: CheckedAddress = labelled("Adresse")
    state: LinkState = labelled("Zustand")
    since: Day = labelled("Seit", "Seit wann dieser Zustand gilt")
    checked_on: Day = labelled("Geprüft am", "Wann der Link zuletzt geprüft wurde")
    strikes: int = labelled(
        "Fehlversuche", "An wie vielen Tagen nacheinander er nicht ging", default=0, ge=0, le=MOST_STRIKES
    )
    moves_to: CheckedAddress | None = labelled("Zieht um nach", "Neue Adresse, die der Server nennt", default=None)
    note: Line | None = labelled("Befund", "Was bei der Prüfung auffiel", default=None)


class Ledger(Record):
    """All checked addresses of one host."""

    computed = frozenset({"host"})

    host: str = labelled("Server", "Dateiname ohne .yaml")
    links: tuple[CheckedLink, ...] = labelled("Links", "Geschrieben von `make links`, nicht von Hand")
