"""Whom people call or write to: phone numbers and mail addresses of a record, in its fields and behind its links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from plugins.catalog.links import Link, links_of
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import IsMail, IsPhone, Pattern
from plugins.catalog.shapes import records
from plugins.catalog.wording import words_of


@dataclass(frozen=True, slots=True)
class Contact:
    """A number or an address and where it is written: the record (or the part of it), the field, the line in it."""

    record: Record
    field: str
    value: str
    line: int = 0


def phones_of(record: Record, links: Iterable[Link] | None = None) -> Iterator[Contact]:
    """Every phone number, as it is written; `links` are those of the record, where they are known."""
    return _contacts(record, links_of(record) if links is None else links, IsPhone, "tel:")


def mails_of(record: Record) -> Iterator[Contact]:
    """Every mail address."""
    return _contacts(record, links_of(record), IsMail, "mailto:")


def _contacts(record: Record, links: Iterable[Link], kind: type[Pattern], scheme: str) -> Iterator[Contact]:
    wanted: Any = kind
    for part, field, text in words_of(record) if _has(type(record), wanted) else ():
        if field in marked_fields(type(part), kind):
            yield Contact(part, field, text)
    for link in links:
        if link.in_text and link.address.startswith(scheme):
            yield Contact(link.record, link.field, link.address.removeprefix(scheme), link.line)


@cache
def _has(record: type[Record], kind: Any) -> bool:
    """True when such a field is in records of a type, or in records inside them."""
    inside = (part for field in record.model_fields.values() for part in records(field.annotation))
    return bool(marked_fields(record, kind)) or any(_has(part, kind) for part in inside)
