"""What can stand in a field: the records and choices inside its type."""

import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from plugins.catalog.records.base import Record


@cache
def records_in(model: type[Record], name: str) -> tuple[type[Record], ...]:
    """The record types in a field: `tuple[Fee, ...]` → Fee, a union of channels → all of them."""
    field = model.model_fields.get(name)
    return tuple(dict.fromkeys(records(field.annotation))) if field else ()


def is_list(model: type[Record], name: str) -> bool:
    """True when a field holds any number of values."""
    field = model.model_fields.get(name)
    return field is not None and typing.get_origin(field.annotation) is tuple


def kinds(model: type[Record]) -> tuple[str, ...]:
    """The values of `kind` that tell a record from its siblings: `("online",)`; empty when it has none."""
    field = model.model_fields.get("kind")
    return typing.get_args(field.annotation) if field else ()


def records(annotation: Any) -> Iterator[type[Record]]:
    """The record types in a type, in the order in which they are written."""
    for part in _parts(annotation):
        if _is_class(part) and issubclass(part, Record):
            yield part


def choices(annotation: Any) -> list[StrEnum]:
    """The values that a type allows, when it is a choice."""
    enums = [part for part in _parts(annotation) if _is_class(part) and issubclass(part, StrEnum)]
    return [choice for enum in enums for choice in enum]


def holds(annotation: Any, kind: type) -> bool:
    """True when a type is this kind of value, or this kind or none: `Day | None` holds dates."""
    return kind in _parts(annotation)


def _is_class(part: Any) -> bool:
    return isinstance(part, type) and not isinstance(part, types.GenericAlias)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in typing.get_args(annotation):
        yield from _parts(part)
