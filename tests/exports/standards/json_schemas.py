"""JSON Schemas of the Human Services Data Specification, built from a table of facts about its fields."""

import csv
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

HSDS = Path(__file__).with_name("hsds.csv")


def hsds_validator(name: str) -> Draft202012Validator:
    """Checks an object of that name (`service`) and all it holds, with formats; the standard lets fields be added."""
    schema = {"$ref": f"#/$defs/{name}", "$defs": _objects(HSDS)}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def hsds_fields(name: str) -> set[str]:
    """The fields the standard names; what an object has beyond these is our own."""
    return set(_objects(HSDS)[name]["properties"])


def _objects(table: Path) -> dict[str, dict[str, Any]]:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    return {name: _object(list(fields)) for name, fields in groupby(rows, itemgetter("object"))}


def _object(fields: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field["field"]: _field(field) for field in fields},
        "required": [field["field"] for field in fields if field["required"]],
    }


def _field(field: dict[str, str]) -> dict[str, Any]:
    held = {"$ref": f"#/$defs/{field['of']}"}
    if field["type"] == "object":
        return held
    if field["type"] == "array":
        return {"type": "array", "items": held}
    schema: dict[str, Any] = {"type": field["type"]}
    if field["format"]:
        schema["format"] = field["format"]
    if field["values"]:
        schema["enum"] = field["values"].split("|")
    return schema
