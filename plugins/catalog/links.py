"""All links and pictures of a record: in its fields and in its texts."""

import re
from dataclasses import dataclass
from functools import cache

from plugins.catalog import addresses, markdown
from plugins.catalog.records.base import Record, holding, marked_fields
from plugins.catalog.records.channel import PortalChannel
from plugins.catalog.records.fields import IsWebAddress, Section
from plugins.catalog.records.medium import Medium


@dataclass(frozen=True, slots=True)
class Link:
    """A link and where it is written: the record (or the part of it), the field, the line within the field's text."""

    record: Record
    field: str
    address: str
    line: int = 0
    in_text: bool = False

    @property
    def named(self) -> tuple[str, str] | None:
        """Short form and key of a named target, where one may stand: in a text, and as the deep link of a way."""
        may_be = self.in_text or isinstance(self.record, PortalChannel)
        return addresses.named_target(self.address) if may_be else None

    @property
    def checkable(self) -> str:
        """The address with the placeholders of a template filled in."""
        return self.address if self.in_text else re.sub(r"\{(leika|ars|form)\}", "0", self.address)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a text and where it is written."""

    record: Record
    field: str
    picture: markdown.Picture


def texts_of(record: Record) -> list[tuple[str, str]]:
    """(field, text) of every text in Markdown of a record, in the order of the declaration; a plain text is none."""
    values = vars(record)
    return [(field, values[field]) for field in _texts(type(record)) if values[field]]


def links_of(record: Record) -> list[Link]:
    """Every link of a record and of the records inside it, in the order of the declaration."""
    values = vars(record)
    found = [Link(record, field, values[field]) for field in _addresses(type(record)) if values[field]]
    for field, text in texts_of(record):
        found += [Link(record, field, link.address, link.line, in_text=True) for link in markdown.links(text)]
    if isinstance(record, Medium):
        found += [Link(record, "links", address, in_text=True) for address in record.links]
    for field in holding(type(record)):
        value = values[field]
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record) and _may_link(type(part)):
                found += links_of(part)
    return found


@cache
def _texts(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, mark in marked_fields(kind, Section).items() if not mark.plain)


@cache
def _addresses(kind: type[Record]) -> tuple[str, ...]:
    return tuple(marked_fields(kind, IsWebAddress))


@cache
def _may_link(kind: type[Record]) -> bool:
    """False for parts without addresses, texts and parts of their own, of which there are most: fees."""
    return bool(_addresses(kind) or _texts(kind) or holding(kind))
