"""What all records share: frozen, no unknown fields, and each value remembers where it was written."""

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from plugins.catalog.places import Known, Origin, Place

Mark = TypeVar("Mark")


class Record(BaseModel):
    """A frozen, fully checked piece of content. Titles and descriptions of fields are German: editors read them."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        populate_by_name=True,
        defer_build=True,  # an edit reads one record: the rules of the other kinds are never put together
    )
    computed: ClassVar[frozenset[str]] = frozenset({"slug"})
    """Fields that come from the file's path; an editor cannot write them."""

    main: ClassVar[str] = ""
    """The field that takes what somebody writes without any key: `- gebührenfrei` is the `note` of a fee."""

    replaces: ClassVar["type[Record] | None"] = None
    """The kind of record whose fields may stand here too, each in place of that record's own."""

    def __hash__(self) -> int:
        """By its name where it has one: what looks up an office again and again need not ask for its opening hours."""
        values = self.__dict__
        return hash(values.get("slug") or tuple(values.values()))

    @property
    def origin(self) -> Origin:
        """Where it is written."""
        return self._reading.origin

    @property
    def places(self) -> Mapping[str, Place]:
        """Where each field is written; the empty name is the start of the record."""
        return self.origin.places()

    def place(self, field: str = "") -> Place:
        """Where `field` is written; the start of the record when it is not written at all."""
        places = self.places
        return places.get(field) or places.get("") or Place()

    def located(self, origin: Origin, unread: frozenset[str] = frozenset()) -> None:
        """Remember where it was read, and the fields that could not be; called by the reader."""
        object.__setattr__(self, "__pydantic_private__", {"reading": _Reading(origin, unread)})

    @property
    def _reading(self) -> "_Reading":
        return self.__pydantic_private__["reading"] if self.__pydantic_private__ else _NOWHERE

    def is_read(self, *fields: str) -> bool:
        """False when one of these fields, or a part of it, is left out because what stands there could not be read."""
        return self._reading.unread.isdisjoint(fields)

    def marked(self, kind: type[Mark]) -> list[tuple[str, Mark, Any]]:
        """(field name, metadata, value) of every field whose declaration carries metadata of this kind."""
        values = self.__dict__
        return [(name, mark, values[name]) for name, mark in marked_fields(type(self), kind).items()]

    @property
    def parts(self) -> Iterator["Record"]:
        """The records right inside this one, in the order of the declaration."""
        for name in holding(type(self)):
            value = getattr(self, name)
            yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Record))


class _Reading(NamedTuple):
    """What is known of a record beside its fields.

    Pydantic keeps it where private attributes are kept, copied and compared. It is none that the class declares:
    for those pydantic runs Python code whenever a record is made.
    """

    origin: Origin
    unread: frozenset[str] = frozenset()


_NOWHERE = _Reading(Known({}))


def marked_fields(model: type[BaseModel], kind: type[Mark]) -> dict[str, Mark]:
    """The fields of a model that carry metadata of this kind, in the order of their declaration."""
    wanted: Any = kind
    return _marked(model, wanted)


@cache
def _marked(model: type[BaseModel], kind: type[Any]) -> dict[str, Any]:
    marks = ((name, mark) for name, field in model.model_fields.items() for mark in _marks(field))
    return {name: mark for name, mark in marks if isinstance(mark, kind)}


@cache
def holding(model: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that may hold records."""
    return tuple(name for name, field in model.model_fields.items() if _holds(field.annotation))


def _holds(annotation: Any) -> bool:
    is_record = isinstance(annotation, type) and issubclass(annotation, Record)
    return is_record or any(map(_holds, typing.get_args(annotation)))


def _marks(field: FieldInfo) -> Iterator[Any]:
    """What is attached to a field; when the field is optional, pydantic leaves it inside the union."""
    yield from field.metadata
    for part in typing.get_args(field.annotation):
        yield from getattr(part, "__metadata__", ())
