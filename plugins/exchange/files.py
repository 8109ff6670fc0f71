"""Records as the files an editor would write: front matter with facts, text under its headings."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from plugins.catalog.records import Form, Landing, Municipality, Office, Page, Service, Topic
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.yaml_writing import as_yaml

_PATHS: dict[type[Record], str] = {
    Service: "services/{slug}.md",
    Topic: "topics/{slug}.yaml",
    Landing: "landings/{slug}.yaml",
    Form: "forms/{slug}.yaml",
    Page: "pages/{slug}.md",
    Municipality: "municipalities/{slug}/municipality.yaml",
    Office: "municipalities/{municipality}/offices/{slug}.yaml",
}


@dataclass(frozen=True, order=True, slots=True)
class ContentFile:
    """A file to be written; `source_id` names the foreign record it was made from, if it was made from one."""

    path: str
    text: str
    source_id: str = ""


def content_file(record: Record, source_id: str = "") -> ContentFile:
    """The file of a record: the same record, the same bytes."""
    path = _PATHS[type(record)].format(**{name: getattr(record, name) for name in record.computed})
    front = as_yaml(facts(record))
    if path.endswith(".yaml"):
        return ContentFile(path, front, source_id)
    return ContentFile(path, f"---\n{front}---\n{_body(record)}", source_id)


def facts(record: Record) -> dict[str, Any]:
    """The fields that differ from their defaults, in the order of their declaration, without the texts of the body."""
    left_out = record.computed | marked_fields(type(record), Section).keys()
    return {
        name: as_written(value)
        for name, field in type(record).model_fields.items()
        if name not in left_out and (value := getattr(record, name)) != field.default
    }


def as_written(value: Any) -> Any:
    """A value as an editor writes it: `26,50`, `2026-06-08`, lists and mappings of such words."""
    if isinstance(value, Record):
        return facts(value)
    if isinstance(value, Mapping):
        return {name: as_written(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [as_written(part) for part in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _body(record: Record) -> str:
    texts = [(mark.heading, text) for _, mark, text in record.marked(Section) if text]
    return "".join(f"\n## {heading}\n\n{text}\n" if heading else f"\n{text}\n" for heading, text in texts)
