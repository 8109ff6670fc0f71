"""The declarations of the fields as JSON Schema: what the form, Visual Studio Code and other programs go by."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from plugins.catalog.kinds import KINDS, Kind
from plugins.catalog.labels import CHOICES
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section

Schema = dict[str, Any]


class _German(GenerateJsonSchema):
    """Pydantic's schema as a file is written: what is optional is left out, and only German words stay."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        return found if found.get("default") else {key: value for key, value in found.items() if key != "default"}

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        return {key: value for key, value in found.items() if key not in {"title", "description"}}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return {"type": "string", **_choices(schema["members"])}


def _choices(members: list[Enum]) -> Schema:
    values = [str(member.value) for member in members]
    return {"enum": values, "enumDescriptions": [CHOICES.get(value, value) for value in values]}


def written(model: type[Record]) -> Schema:
    """Every field an editor can fill in, by name; `$defs` resolved, texts of the body with the others."""
    schema = model.model_json_schema(schema_generator=_German)
    resolved: Schema = _resolved(schema, schema.get("$defs", {}))
    for name in model.computed:
        resolved["properties"].pop(name, None)
    resolved["required"] = [name for name in resolved.get("required", ()) if name not in model.computed]
    return {key: value for key, value in resolved.items() if key != "$defs"}


def _resolved(part: Any, definitions: Schema) -> Any:
    """The same with every reference replaced by what it names; records contain no circles."""
    if isinstance(part, list):
        return [_resolved(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    own = {key: value for key, value in part.items() if key not in {"$ref", "$defs"}}
    if "$ref" in part:
        named = definitions[part["$ref"].rpartition("/")[2]]
        own = {key: value for key, value in named.items() if key not in {"title", "description"}} | own
    return {key: _resolved(value, definitions) for key, value in own.items()}


def schema_of(kind: Kind) -> Schema:
    """The schema of the facts of a file, as an editor of YAML reads them: unquoted digits count as text."""
    schema = written(kind.model)
    texts = marked_fields(kind.model, Section)
    facts = {name: field for name, field in schema["properties"].items() if name not in texts}
    required = [name for name in schema["required"] if name not in texts]
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": kind.german}
    whole: Schema = _tolerant({**schema, "properties": facts, "required": required})
    return {**head, **whole}


def _tolerant(part: Any) -> Any:
    """Text may look like a number: our reader takes `52525` and `26.50` as they are written."""
    if isinstance(part, list):
        return [_tolerant(one) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _tolerant(value) for key, value in part.items()}
    if part.get("type") == "string" and "enum" not in part:
        inner["type"] = ["string", "number"]
    return inner


def kinds() -> Iterator[Kind]:
    """One kind for each sort of record that people write, in the order of the folders."""
    seen = {"ledger", "medium", "register"}
    for kind in KINDS:
        if kind.name not in seen:
            seen.add(kind.name)
            yield kind
