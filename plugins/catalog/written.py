"""Every single value that stands among the facts of a file, with the field it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from plugins.catalog.manuscript import Way
from plugins.catalog.nodes import Node
from plugins.catalog.records.base import Record
from plugins.catalog.shapes import kinds, records_in


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """A value as it is written, the way to it, and the field of the record that holds it, alone or in a list."""

    way: Way
    value: str
    model: type[Record]
    name: str

    @property
    def field(self) -> FieldInfo:
        """The declaration of its field."""
        return self.model.model_fields[self.name]


def written_values(node: Node, model: type[Record], way: Way = ()) -> Iterator[WrittenValue]:
    """The values of a record and of the records inside it, in the order in which they are written."""
    for name, child in node.value.items() if isinstance(node.value, dict) else ():
        if name in model.model_fields:
            yield from _in_field(child, model, name, (*way, name))


def record_of(node: Node, model: type[Record], name: str) -> type[Record] | None:
    """The type of a record in a field; its `kind` tells it from its siblings."""
    kind = node.child("kind")
    inside = records_in(model, name)
    return next((one for one in inside if not kinds(one) or (kind and kind.value in kinds(one))), None)


def _in_field(node: Node, model: type[Record], name: str, way: Way) -> Iterator[WrittenValue]:
    if isinstance(node.value, str):
        yield WrittenValue(way, node.value, model, name)
    elif isinstance(node.value, list):
        for number, item in enumerate(node.value):
            yield from _in_field(item, model, name, (*way, number))
    elif inner := record_of(node, model, name):
        yield from written_values(node, inner, way)
