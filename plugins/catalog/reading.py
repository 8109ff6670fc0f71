"""From a source to a typed record, and to *all* of its problems, each in German with its remedy.

A file without a mistake is read in one go. In any other, every part is read for itself, so that what is right can be
checked further although something beside it is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from plugins.catalog.facts import Facts
from plugins.catalog.german import nearest
from plugins.catalog.messages import Finding, problem_of
from plugins.catalog.nodes import Node
from plugins.catalog.places import Origin, Place, Problem
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.salvage import elsewhere, salvaged
from plugins.catalog.shapes import records_in
from plugins.catalog.source import Source

MOST = 100
"""So many wrong values of one file are told: nobody reads more, and 50 MB of them would fill the memory."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Reading(Generic[AnyRecord]):
    """A record and the problems of reading it; a record that is not whole lacks what could not be read."""

    record: AnyRecord
    problems: tuple[Problem, ...] = ()
    whole: bool = True


def read_record(source: Source, model: type[AnyRecord], **computed: str) -> Reading[AnyRecord]:
    """The record that a source holds; `computed` are the fields that follow from its path, such as the slug."""
    texts, lines = _texts(source, model)
    if elsewhere(model).isdisjoint(source.values):
        written = {key: value for key, value in source.values.items() if value != ""}
        try:
            record = model.model_validate({**written, **texts, **computed})
        except ValidationError:
            pass
        else:
            _locate(record, _InFile(source.facts, (), lines))
            return Reading(record)
    places = {name: Place(source.path, line) for name, line in lines.items()}
    record, findings = salvaged(source.front, model, {**texts, **computed}, places)
    empty = {section.heading for section in source.sections if not section.text}
    told = [found for found in findings if not _has_heading(found, empty)]
    problems = [problem_of(found, places) for found in told[:MOST]]
    if len(told) > MOST:
        hint = f"Hier stehen die ersten {MOST}; vielleicht ist die Datei keine von uns."
        problems.append(Problem(Place(source.path), f"{len(told)} Fehler in einer Datei", hint, rule="value"))
    return Reading(record, tuple(problems), whole=False)


def _texts(source: Source, model: type[Record]) -> tuple[dict[str, Any], dict[str, int]]:
    """The texts of the body by field, and their lines. A heading that is nearly right counts: a rule reports it."""
    fields = _fields_by_heading(model)
    texts: dict[str, Any] = {}
    lines: dict[str, int] = {}
    if "" in fields and source.body.strip():
        leading = len(source.body) - len(source.body.lstrip())
        texts[fields[""]] = source.body.strip()
        lines[fields[""]] = source.body_line + source.body.count("\n", 0, leading)
    for section in source.sections if "" not in fields else ():
        name = fields.get(section.heading) or (section.heading and fields.get(nearest(section.heading, fields)))
        if name and section.text and name not in texts:
            texts[name] = section.text
            lines[name] = section.text_line
    return texts, lines


@cache
def _fields_by_heading(model: type[Record]) -> dict[str, str]:
    return {mark.heading: name for name, mark in marked_fields(model, Section).items()}


def _has_heading(found: Finding, empty: set[str]) -> bool:
    """A text is missing because there is nothing under its heading: the rule for headings says so."""
    mark = marked_fields(found.model, Section).get(str(found.name))
    return found.kind == "missing" and mark is not None and mark.heading in empty


@dataclass(frozen=True, slots=True)
class _InFile(Origin):
    """The origin of a record that was read without a mistake: the way to it among the facts of a file.

    `lines` are those of what stands in the body.
    """

    facts: Facts
    way: tuple[str | int, ...]
    lines: Mapping[str, int]

    @property
    def path(self) -> str:
        """The file."""
        return self.facts.path

    def places(self) -> Mapping[str, Place]:
        """Where each written field stands: now the file is read with positions."""
        node: Node | None = self.facts.tree()
        for step in self.way:
            node = node.child(step) if node else None
        texts = {name: Place(self.path, line) for name, line in self.lines.items()}
        return {**(node.places() if node else {}), **texts}


def _locate(record: Record, origin: _InFile) -> None:
    """Tell the record and all records inside it where they are written."""
    record.located(origin)
    for name in _fields_with_records(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            _locate(value, _InFile(origin.facts, (*origin.way, name), {}))
        for number, part in enumerate(value) if isinstance(value, tuple) else ():
            _locate(part, _InFile(origin.facts, (*origin.way, name, number), {}))


@cache
def _fields_with_records(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if records_in(model, name))
