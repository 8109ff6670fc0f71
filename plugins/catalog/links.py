"""All links and pictures of a record: in its fields and in its texts."""

import re
from collections.abc import Iterator
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


def pictures_of(record: Record) -> Iterator[Shown]:
    """Every picture in the texts of a record, in the order of the declaration; a plain text has none."""
    for field, mark, text in record.marked(Section):
        for picture in markdown.pictures(text) if not mark.plain else ():
            yield Shown(record, field, picture)


def links_of(record: Record) -> Iterator[Link]:
    """Every link of a record and of the records inside it, in the order of the declaration; a plain text has none."""
    for field, _, value in record.marked(IsWebAddress):
        if value:
            yield Link(record, field, value)
    yield from _in_texts(record)
    for part in record.parts:
        if _may_link(type(part)):
            yield from links_of(part)


@cache
def _may_link(kind: type[Record]) -> bool:
    """False for parts without addresses, texts and parts of their own, of which there are most: fees."""
    return bool(marked_fields(kind, IsWebAddress) or marked_fields(kind, Section) or holding(kind))


def _in_texts(record: Record) -> Iterator[Link]:
    """The links that somebody reads among words; those inside a PDF are links of its medium."""
    for field, mark, text in record.marked(Section):
        for link in markdown.links(text) if text and not mark.plain else ():
            yield Link(record, field, link.address, link.line, in_text=True)
    if isinstance(record, Medium):
        yield from (Link(record, "links", address, in_text=True) for address in record.links)
