"""Whom people call or write to: phone numbers and mail addresses of a record, in its fields and behind its links."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.links import links_of
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import IsMail, IsPhone, Pattern
from plugins.catalog.wording import words_of


@dataclass(frozen=True, slots=True)
class Contact:
    """A number or an address and where it is written: the record (or the part of it), the field, the line in it."""

    record: Record
    field: str
    value: str
    line: int = 0


def phones_of(record: Record) -> Iterator[Contact]:
    """Every phone number, as it is written."""
    return _contacts(record, IsPhone, "tel:")


def mails_of(record: Record) -> Iterator[Contact]:
    """Every mail address."""
    return _contacts(record, IsMail, "mailto:")


def _contacts(record: Record, kind: type[Pattern], scheme: str) -> Iterator[Contact]:
    for part, field, text in words_of(record):
        if field in marked_fields(type(part), kind):
            yield Contact(part, field, text)
    for link in links_of(record):
        if link.in_text and link.address.startswith(scheme):
            yield Contact(link.record, link.field, link.address.removeprefix(scheme), link.line)
