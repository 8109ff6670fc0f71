"""The columns of the table, from the field declarations: one per fact that is a single value."""

from dataclasses import dataclass
from functools import cache

from pydantic.fields import FieldInfo

from plugins.catalog.manuscript import Way
from plugins.catalog.records import Office, Service
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.shapes import is_list, records_in

FILE, PART, CHECK = "Datei", "Teil", "Prüfwert"
"""Which file a row is about, which part of it, and what stood there when the table was made."""

PARTS = ("fees", "address")
"""The fields whose records have rows of their own."""


@dataclass(frozen=True, slots=True)
class Column:
    """A fact: the record it belongs to, its field, and its heading in the table."""

    model: type[Record]
    name: str
    heading: str

    @property
    def field(self) -> FieldInfo:
        """Its declaration."""
        return self.model.model_fields[self.name]


@cache
def columns() -> tuple[Column, ...]:
    """All columns: a service, its fees, an office, its address."""
    kinds: tuple[tuple[type[Record], str], ...] = ((Service, ""), (Office, "Stelle: "))
    return tuple(column for model, prefix in kinds for column in (*_of(model, prefix), *_of_parts(model, prefix)))


def _of(model: type[Record], prefix: str) -> list[Column]:
    texts = marked_fields(model, Section)
    names = [name for name in model.model_fields if name not in model.computed and name not in texts]
    single = [name for name in names if not is_list(model, name) and not records_in(model, name)]
    return [Column(model, name, f"{prefix}{model.model_fields[name].title}") for name in single]


def _of_parts(model: type[Record], prefix: str) -> list[Column]:
    return [
        column
        for name in PARTS
        for inner in records_in(model, name)
        for column in _of(inner, f"{prefix}{model.model_fields[name].title}: ")
    ]


def part_name(model: type[Record], way: Way) -> str:
    """What a part is called in the table: `("fees", 1)` → „Gebühren 2“; empty for the file itself."""
    if not way:
        return ""
    title = model.model_fields[str(way[0])].title or str(way[0])
    return " ".join([title, *(str(int(step) + 1) for step in way[1:])])
