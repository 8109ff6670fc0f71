"""From a source to a typed record, and to *all* of its problems, each in German with its remedy.

A file without a mistake is read in one go. In any other, every part is read for itself, so that what is right can be
checked further although something beside it is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from plugins.catalog.german import nearest
from plugins.catalog.messages import Finding, problem_of
from plugins.catalog.nodes import Node
from plugins.catalog.places import Place, Problem
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.salvage import salvaged
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
    texts, places = _texts(source, model)
    elsewhere = model.computed | marked_fields(model, Section).keys()
    if elsewhere.isdisjoint(source.front.keys):
        try:
            record = model.model_validate({**source.front.plain(), **texts, **computed})
        except ValidationError:
            pass
        else:
            _locate(record, source.front, places)
            return Reading(record)
    record, findings = salvaged(source.front, model, {**texts, **computed}, places)
    empty = {section.heading for section in source.sections if not section.text}
    told = [found for found in findings if not _has_heading(found, empty)]
    problems = [problem_of(found, places) for found in told[:MOST]]
    if len(told) > MOST:
        hint = f"Hier stehen die ersten {MOST}; vielleicht ist die Datei keine von uns."
        problems.append(Problem(Place(source.path), f"{len(told)} Fehler in einer Datei", hint, rule="value"))
    return Reading(record, tuple(problems), whole=False)


def _texts(source: Source, model: type[Record]) -> tuple[dict[str, Any], dict[str, Place]]:
    """The texts of the body by field, and their places. A heading that is nearly right counts: a rule reports it."""
    fields = {mark.heading: name for name, mark in marked_fields(model, Section).items()}
    texts: dict[str, Any] = {}
    places: dict[str, Place] = {}
    if "" in fields and source.body.strip():
        leading = len(source.body) - len(source.body.lstrip())
        texts[fields[""]] = source.body.strip()
        places[fields[""]] = Place(source.path, source.body_line + source.body.count("\n", 0, leading))
    for section in source.sections if "" not in fields else ():
        name = fields.get(section.heading) or (section.heading and fields.get(nearest(section.heading, fields)))
        if name and section.text and name not in texts:
            texts[name] = section.text
            places[name] = Place(source.path, section.text_line)
    return texts, places


def _has_heading(found: Finding, empty: set[str]) -> bool:
    """A text is missing because there is nothing under its heading: the rule for headings says so."""
    mark = marked_fields(found.model, Section).get(str(found.name))
    return found.kind == "missing" and mark is not None and mark.heading in empty


def _locate(record: Record, node: Node, more: Mapping[str, Place]) -> None:
    """Tell the record and all records inside it where their fields are written."""
    record.located({**node.places(), **more})
    for key, child in node.value.items() if isinstance(node.value, dict) else ():
        _locate_value(getattr(record, key, None), child)


def _locate_value(value: Any, node: Node) -> None:
    if isinstance(value, Record):
        _locate(value, node, {})
    elif isinstance(value, tuple) and isinstance(node.value, list):
        for item, child in zip(value, node.value, strict=True):
            _locate_value(item, child)
