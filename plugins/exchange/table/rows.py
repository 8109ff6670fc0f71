"""The rows of the table: one per file and one per fee or address in it, as the files have them now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.catalog import source
from plugins.catalog.catalog import Catalog
from plugins.catalog.kinds import kind_of
from plugins.catalog.manuscript import Way
from plugins.catalog.nodes import Node
from plugins.catalog.records import Local, Office, Service
from plugins.catalog.records.base import Record
from plugins.catalog.shapes import records_in
from plugins.catalog.source import Source
from plugins.exchange.table.columns import PARTS, Column, columns, part_name


@dataclass(frozen=True, slots=True)
class Row:
    """The single values of a record: where it stands, and each value by its field as it is written."""

    path: str
    way: Way
    part: str
    model: type[Record]
    values: Mapping[str, str]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that belong to it."""
        return tuple(column for column in columns() if column.model is self.model)

    @property
    def check(self) -> str:
        """Changes with any of the values; begins with a letter, because Excel would calculate with 1e234567."""
        written = "\0".join([self.path, self.part, *(self.values.get(one.name, "") for one in self.columns)])
        return f"p{sha256(written.encode()).hexdigest()[:8]}"


def rows(catalog: Catalog, folder: Path, owner: str = "") -> Iterator[Row]:
    """Services, what towns do differently, and offices, in the order of their paths; of one department or of all."""
    owners = {service.slug: service.owner for service in catalog.services}
    for outline in catalog.outlines:
        found = kind_of(outline.path)
        kept = _kept(found[0].model) if found else None
        read = source.read(outline.path, folder) if found and kept else None
        if found and kept and isinstance(read, Source):
            keeper = _written_owner(read) or owners.get(found[1]["slug"], "") if kept is Service else found[1]["slug"]
            if owner in ("", keeper):
                yield from _of_file(read, kept)


def _kept(model: type[Record]) -> type[Record] | None:
    """The kind of record whose fields a file holds, when it is one of the table."""
    shared = Service if issubclass(model, Local) else model
    return shared if shared in (Service, Office) else None


def _written_owner(read: Source) -> str:
    node = read.front.child("owner")
    return node.value if node and isinstance(node.value, str) else ""


def _of_file(read: Source, model: type[Record]) -> Iterator[Row]:
    yield _row(read.path, (), model, model, read.front)
    for name in PARTS:
        node = read.front.child(name)
        for inner in records_in(model, name) if node else ():
            items = enumerate(node.value) if node and isinstance(node.value, list) else ()
            yield from (_row(read.path, (name, number), model, inner, item) for number, item in items)
            if node and isinstance(node.value, dict):
                yield _row(read.path, (name,), model, inner, node)


def _row(path: str, way: Way, outer: type[Record], model: type[Record], node: Node) -> Row:
    children = node.value if isinstance(node.value, dict) else {}
    values = {name: child.value for name, child in children.items() if isinstance(child.value, str)}
    return Row(path, way, part_name(outer, way), model, values)
