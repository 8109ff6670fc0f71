"""Reading what has mistakes: every wrong value is a finding and is left out, all the rest is read."""

import datetime
import typing
from collections.abc import Mapping
from copy import copy
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError, create_model

from plugins.catalog.messages import Finding, meant_key
from plugins.catalog.nodes import Node
from plugins.catalog.places import Known, Place
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.shapes import is_list, kinds, records_in

AnyRecord = TypeVar("AnyRecord", bound=Record)


def salvaged(
    node: Node, model: type[AnyRecord], more: Mapping[str, Any], places: Mapping[str, Place]
) -> tuple[AnyRecord, list[Finding]]:
    """What can be read of a record, and what is wrong; `more` are the values that do not stand in the node."""
    salvage = _Salvage(node, model, more)
    record = salvage.record()
    record.located(Known({**node.places(), **places}), frozenset(salvage.unread))
    return typing.cast(AnyRecord, record), salvage.findings


@cache
def elsewhere(model: type[Record]) -> frozenset[str]:
    """The fields that do not stand among the facts: they follow from the path, or are texts of the body."""
    return model.computed | marked_fields(model, Section).keys()


class _Salvage:
    """One record in the making: the values that are left, the fields that are not read, the findings so far."""

    def __init__(self, node: Node, model: type[Record], more: Mapping[str, Any]) -> None:
        self.node = node
        self.model = model
        self.findings: list[Finding] = []
        self.unread: set[str] = set()
        self.too_long: dict[str, str] = {}
        self.values: dict[str, Any] = {**self.written(), **more}
        for name, field in model.model_fields.items():
            if field.is_required() and name not in self.values:
                self.unread.add(name)
                self.findings.append(Finding("missing", node, name, model, name))

    def written(self) -> dict[str, Any]:
        """The values of the node; keys that belong elsewhere are refused."""
        others = elsewhere(self.model)
        children = self.node.value if isinstance(self.node.value, dict) else {}
        for key in self.node.keys:
            if key in others:
                self.findings.append(Finding("extra_forbidden", self.node, key, self.model, key))
        return {key: self.value(key, child) for key, child in children.items() if key not in others}

    def value(self, key: str, child: Node) -> Any:
        """The value of one field, with the records inside it salvaged."""
        if not is_list(self.model, key):
            return self.part(key, child)
        if not isinstance(child.value, list):
            return child.plain()
        return [self.part(key, entry) for entry in child.value]

    def part(self, key: str, node: Node) -> Any:
        """A record inside this one, salvaged for itself; the plain value when none can stand there."""
        models = records_in(self.model, key)
        kind = node.child("kind")
        fitting = [one for one in models if len(models) == 1 or (kind and kind.value in kinds(one))]
        if not fitting or not isinstance(node.value, dict):
            return node.plain()
        record, findings = salvaged(node, fitting[0], {}, {})
        self.findings += findings
        return record

    def record(self) -> Record:
        """Leave out what is wrong until the rest is right."""
        while True:
            try:
                record = _partial(self.model).model_validate(self.values)
            except ValidationError as error:
                for found in sorted(error.errors(), key=_entry, reverse=True):
                    self.leave_out(found, str(found["loc"][0]), _entry(found))
            else:
                return record.model_copy(update=self.too_long)

    def leave_out(self, error: Any, field: str, entry: int) -> None:
        """Take out a value, or one entry of a list, and note why."""
        written = self.node.child(field)
        if error["type"] == "extra_forbidden":
            self.unread.add(meant_key(field, self.model))
        elif error["type"].endswith("too_long") and isinstance(error["input"], str) and entry < 0:
            self.too_long[field] = self.values[field]
        else:
            self.unread.add(field)
        if error["type"] != "too_short" or not (written and written.value):
            holder, name = (written, entry) if written and entry >= 0 else (self.node, field)
            context = error.get("ctx", {})
            self.findings.append(Finding(error["type"], holder, name, self.model, field, error["input"], context))
        if entry >= 0:
            del self.values[field][entry]
        else:
            del self.values[field]


def _entry(error: Any) -> int:
    """The number of the entry that is wrong, or -1 when it is the whole value."""
    return next((part for part in error["loc"][1:2] if isinstance(part, int)), -1)


@cache
def _partial(model: type[Record]) -> type[Record]:
    """The same kind of record with nothing necessary: what is missing is empty."""
    optional: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required():
            optional[name] = (field.annotation, copy(field))
            optional[name][1].default = _empty(field.annotation)
    return create_model(model.__name__, __base__=model, **optional)


def _empty(annotation: Any) -> Any:
    """A value of a type that says nothing. Rules do not report it: `Record.is_read` is false for its field."""
    kind = typing.get_origin(annotation) or annotation
    if kind is typing.Literal:
        return typing.get_args(annotation)[0]
    if not isinstance(kind, type):
        return None
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    if issubclass(kind, Record):
        return _partial(kind)()
    return datetime.date.min if kind is datetime.date else kind()
