"""The beginning of a content file, derived from the field declarations: what is known, and what must follow."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from plugins.catalog.labels import CHOICES
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.shapes import choices
from plugins.catalog.yaml_writing import as_yaml

Values = Mapping[str, Any]
"""Words, lists of words, and lists of such mappings, by the names of fields."""


def scaffold(model: type[Record], values: Values, wanted: Collection[str] = ()) -> str:
    """A Markdown file of a kind of record in the order of its declaration.

    What is in `values` is filled in. Required facts without a value, and those in `wanted`, stand there empty with
    their help above them; so do the headings of required and wanted texts.
    """
    texts = marked_fields(model, Section)
    fields = [name for name in model.model_fields if name not in model.computed]
    needed = {name for name in fields if model.model_fields[name].is_required() or name in wanted}
    facts = [_fact(model, name, values) for name in fields if name not in texts and (name in values or name in needed)]
    parts = [_text(mark, values.get(name, "")) for name, mark in texts.items() if name in values or name in needed]
    return f"---\n{''.join(facts)}---\n{''.join(parts)}"


def _text(mark: Section, text: str) -> str:
    return f"\n## {mark.heading}\n" + (f"\n{text}\n" if text else "")


def _fact(model: type[Record], name: str, values: Values) -> str:
    if name in values:
        return as_yaml({name: values[name]})
    return "".join(f"# {line}\n" for line in _help(model, name)) + f"{name}:\n"


def _help(model: type[Record], name: str) -> Iterator[str]:
    field = model.model_fields[name]
    yield ": ".join(filter(None, (field.title or name, field.description)))
    if listed := [str(choice) for choice in choices(field.annotation)]:
        yield "Möglich: " + " · ".join(f"{choice} ({CHOICES.get(choice, choice)})" for choice in listed)
