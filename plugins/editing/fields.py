"""Fields of the form: a declaration as JSON Schema becomes the field that Sveltia CMS shows for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.catalog.json_schema import Schema, written
from plugins.catalog.labels import WAYS
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section

Field = dict[str, Any]

_LONG = 1000
_MARKDOWN: Field = {
    "widget": "richtext",
    "buttons": ["bold", "link", "bulleted-list", "numbered-list"],
    "editor_components": ["image"],
    "modes": ["rich_text", "raw"],
    "use_emoji_autocomplete": False,
}


@dataclass(frozen=True, slots=True)
class References:
    """Where the form finds what a field may name: `shown` in a list of the form by kind, or `known` names by kind."""

    shown: Mapping[str, str]
    known: Mapping[str, Mapping[str, str]]

    def field(self, kind: str) -> Field:
        """One entry of another list, or one of the names that stand in the folders of several towns."""
        if kind in self.shown:
            title = self.shown[kind]
            return {
                "widget": "relation",
                "collection": kind,
                "value_field": "{{slug}}",
                "display_fields": [title],
                "search_fields": [title],
            }
        names = sorted(self.known.get(kind, {}).items(), key=lambda pair: pair[1])
        return {"widget": "select", "options": [{"label": label, "value": name} for name, label in names]}


def fields_of(model: type[Record], references: References, translated: frozenset[str] = frozenset()) -> list[Field]:
    """The fields of a kind of record in the order of their declaration; `translated` ones exist in every language."""
    schema, texts = written(model), marked_fields(model, Section)
    fields = _fields(schema, references)
    for field in fields:
        mark = texts.get(field["name"])
        if mark and mark.plain:
            field["widget"] = "text"
        elif mark:
            del field["maxlength"]
            field |= _MARKDOWN
        if field["name"] in translated:
            field["i18n"] = True
    return fields


def _fields(schema: Schema, references: References) -> list[Field]:
    return [
        {
            "name": name,
            "label": part["title"],
            "hint": _hint(part),
            "required": name in schema.get("required", ()),
            **_widget(part, references),
        }
        for name, part in schema["properties"].items()
        if "const" not in part
    ]


def _hint(part: Schema) -> str:
    """The help of a field, unless it is for those who write files."""
    text: str = part.get("description", "")
    return "" if "x-refers-to" in part and "content/" in text else text


def _widget(part: Schema, references: References) -> Field:
    """What a value of this schema is typed into. Digits are text: a number field would turn 26,50 into 26.5."""
    if part.get("type") == "array":
        return _list(part, references)
    if "x-refers-to" in part:
        return references.field(part["x-refers-to"])
    if "enum" in part:
        labels = zip(part["enum"], part["enumDescriptions"], strict=True)
        return {"widget": "select", "options": [{"label": label, "value": value} for value, label in labels]}
    if "properties" in part:
        return {"widget": "object", "fields": _fields(part, references)}
    if part["type"] == "boolean":
        return {"widget": "boolean", "default": part.get("default", False)}
    if part["type"] == "integer":
        return {"widget": "number", "value_type": "int/string", **_limits(part, min="minimum", max="maximum")}
    return _text(part)


def _text(part: Schema) -> Field:
    limits = _limits(part, maxlength="maxLength")
    if "pattern" in part:
        return {"widget": "string", "pattern": [part["pattern"], part["patternErrorMessage"]], **limits}
    widget = "text" if limits.get("maxlength", 0) >= _LONG else "string"
    return {"widget": widget, "use_emoji_autocomplete": False, **limits}


def _list(part: Schema, references: References) -> Field:
    """Several choices, several names, or entries one can add, move and delete."""
    items: Schema = part["items"]
    limits = _limits(part, min="minItems", max="maxItems")
    if "x-refers-to" in part:
        return {**references.field(part["x-refers-to"]), "multiple": True, **limits}
    if "enum" in items:
        return {**_widget(items, references), "multiple": True, **limits}
    if "oneOf" in items:
        return {
            "widget": "list",
            "typeKey": "kind",
            "types": [_type(one, references) for one in items["oneOf"]],
            **limits,
        }
    if "properties" in items:
        return {"widget": "list", "fields": _fields(items, references), **limits}
    if "pattern" in items:
        return {"widget": "list", "field": {"name": "entry", "label": part["title"], **_text(items)}, **limits}
    return {"widget": "list", **limits}


def _type(part: Schema, references: References) -> Field:
    kind = part["properties"]["kind"]["const"]
    return {"name": kind, "label": WAYS[kind], "widget": "object", "fields": _fields(part, references)}


def _limits(part: Schema, **names: str) -> Field:
    return {ours: part[theirs] for ours, theirs in names.items() if theirs in part}
