"""What all records share: frozen, no unknown fields, and each value remembers where it was written."""

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic.fields import FieldInfo

from plugins.catalog.places import Place

Mark = TypeVar("Mark")


class Record(BaseModel):
    """A frozen, fully checked piece of content. Titles and descriptions of fields are German: editors read them."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=True)
    _places: Mapping[str, Place] = PrivateAttr(default_factory=dict)

    computed: ClassVar[frozenset[str]] = frozenset({"slug"})
    """Fields that come from the file's path; an editor cannot write them."""

    def place(self, field: str = "") -> Place:
        """Where `field` is written; the start of the record when it is not written at all."""
        return self._places.get(field) or self._places.get("") or Place()

    def located(self, places: Mapping[str, Place]) -> None:
        """Remember the positions found while reading; called once, by the reader."""
        self._places = places

    def marked(self, kind: type[Mark]) -> list[tuple[str, Mark, Any]]:
        """(field name, metadata, value) of every field whose declaration carries metadata of this kind."""
        return [(name, mark, getattr(self, name)) for name, mark in marked_fields(type(self), kind).items()]


def marked_fields(model: type[BaseModel], kind: type[Mark]) -> dict[str, Mark]:
    """The fields of a model that carry metadata of this kind, in the order of their declaration."""
    return {name: mark for name, mark in _metadata(model) if isinstance(mark, kind)}


@cache
def _metadata(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, mark) for name, field in model.model_fields.items() for mark in _marks(field))


def _marks(field: FieldInfo) -> Iterator[Any]:
    """What is attached to a field; when the field is optional, pydantic leaves it inside the union."""
    yield from field.metadata
    for part in typing.get_args(field.annotation):
        yield from getattr(part, "__metadata__", ())
