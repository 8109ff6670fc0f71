"""From a source to a typed record, or to *all* of its problems, each in German with its remedy."""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from plugins.catalog.german import nearest
from plugins.catalog.nodes import Node
from plugins.catalog.places import Place, Problem
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.source import Source

AnyRecord = TypeVar("AnyRecord", bound=Record)
Models = tuple[type[Record], ...]


def read_record(source: Source, model: type[AnyRecord], **computed: str) -> AnyRecord | list[Problem]:
    """The record that a source holds; `computed` are the fields that follow from its path, such as the slug."""
    tree, sections = _with_sections(source, model)
    elsewhere = model.computed | marked_fields(model, Section).keys()
    problems = [_unknown_key(source.front, key, (model,)) for key in source.front.keys if key in elsewhere]
    try:
        record = model.model_validate({**tree, **computed})
    except ValidationError as error:
        return problems + [_problem(found, source.front, sections, model) for found in error.errors()]
    if problems:
        return problems
    _locate(record, source.front, sections)
    return record


def _with_sections(source: Source, model: type[Record]) -> tuple[dict[str, Any], dict[str, Place]]:
    """Front matter and body as one dictionary; plus the place of every text that came from the body."""
    tree: dict[str, Any] = source.front.plain()
    fields = {mark.heading: name for name, mark in marked_fields(model, Section).items()}
    places: dict[str, Place] = {}
    for section in source.sections if "" not in fields else ():
        name = fields.get(section.heading)
        if name and section.text:
            tree[name] = f"{tree[name]}\n\n{section.text}" if name in tree else section.text
            places.setdefault(name, Place(source.path, section.text_line))
    if "" in fields and source.body.strip():
        tree[fields[""]] = source.body.strip()
        leading = len(source.body) - len(source.body.lstrip())
        places[fields[""]] = Place(source.path, source.body_line + source.body.count("\n", 0, leading))
    return tree, places


def _locate(record: Record, node: Node, more: Mapping[str, Place]) -> None:
    """Tell the record and all records inside it where their fields are written."""
    places = {"": node.place, **node.keys, **more}
    if isinstance(node.value, dict):
        places |= {key: child.place for key, child in node.value.items()}
        for key, child in node.value.items():
            _locate_value(getattr(record, key, None), child)
    record.located(places)


def _locate_value(value: Any, node: Node) -> None:
    if isinstance(value, Record):
        _locate(value, node, {})
    elif isinstance(value, tuple) and isinstance(node.value, list):
        for item, child in zip(value, node.value, strict=True):
            _locate_value(item, child)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an error is: the node that holds the field, the field's name, and the models that may stand there."""

    node: Node
    name: str | int
    models: Models
    at_top: bool


def _find(loc: tuple[str | int, ...], front: Node, model: type[Record]) -> _Spot:
    node: Node = front
    models: Models = (model,)
    name: str | int = ""
    at_top = True
    for depth, part in enumerate(loc):
        child = node.child(part)
        last = depth == len(loc) - 1
        tagged = tuple(one for one in models if _has_kind(one, part))
        if tagged and len(models) > 1:
            models = tagged
        elif last or not isinstance(child.value if child else "", list | dict):
            name, at_top = part, depth == 0
        elif child:
            node, models, name, at_top = child, _inner_models(models, part) or models, "", False
    return _Spot(node, name, models, at_top)


def _has_kind(model: type[Record], tag: str | int) -> bool:
    kind = model.model_fields.get("kind")
    return kind is not None and tag in typing.get_args(kind.annotation)


def _inner_models(models: Models, field: str | int) -> Models:
    """The record types in a field: `tuple[Fee, ...]` → Fee, a union of channels → all of them."""
    declared = [model.model_fields[str(field)] for model in models if str(field) in model.model_fields]
    return tuple(found for one in declared for found in _record_types(one.annotation))


def _record_types(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and not typing.get_args(annotation) and issubclass(annotation, Record):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _record_types(part)


def _problem(error: Any, front: Node, sections: Mapping[str, Place], model: type[Record]) -> Problem:
    """Pydantic's finding as a German sentence at the place where the value stands."""
    spot = _find(error["loc"], front, model)
    name = str(spot.name)
    if error["type"] == "extra_forbidden":
        return _unknown_key(spot.node, name, spot.models)
    message, hint = _message(error, spot)
    place = sections.get(name) if spot.at_top else None
    rule = "missing" if error["type"] == "missing" else "value"
    return Problem(place or _place(spot), message, hint, rule=rule)


def _place(spot: _Spot) -> Place:
    child = spot.node.child(spot.name)
    return child.place if child else spot.node.keys.get(str(spot.name), spot.node.place)


def _unknown_key(node: Node, key: str, models: Models) -> Problem:
    """„Meinten Sie …?“ by English name or German title."""
    names = {word: meant for model in models for word, meant in _names(model)}
    meant = names.get(nearest(key.casefold(), names), "")
    keys = [word for word, meaning in names.items() if word == meaning]
    hint = f"Meinten Sie „{meant}“?" if meant else f"Möglich sind: {', '.join(keys)}."
    place = node.keys.get(key, node.place)
    return Problem(place, f"„{key}“ gibt es hier nicht", hint, rule="unknown-key")


def _names(model: type[Record]) -> Iterator[tuple[str, str]]:
    """Every word for a field, English name and German title, with what to write: the key, or a text's heading."""
    texts = marked_fields(model, Section)
    for name, field in model.model_fields.items():
        meant = f"## {texts[name].heading}" if name in texts else name
        if name not in model.computed and meant != "## ":
            yield from ((name, meant), ((field.title or name).casefold(), meant))


def _message(error: Any, spot: _Spot) -> tuple[str, str]:
    """Message and remedy for one kind of finding; `field` is the German title."""
    declared = next(
        (model.model_fields[str(spot.name)] for model in spot.models if spot.name in model.model_fields), None
    )
    field = (declared.title if declared else None) or _ordinal(spot.name)
    section = next(
        (mark.heading for mark in (declared.metadata if declared else ()) if isinstance(mark, Section)), None
    )
    context = error.get("ctx", {})
    if error["type"] == "missing":
        how = (
            f"Fügen Sie die Überschrift „## {section}“ mit Text ein."
            if section
            else f"Fügen Sie eine Zeile „{spot.name}:“ ein."
        )
        return f"„{field}“ fehlt", f"{how} {declared.description if declared else ''}".strip()
    if error["type"] == "fundstelle":
        return f"{field}: {context['message']}" if declared else context["message"], context["hint"]
    finding = f"string_{error['type']}" if isinstance(error.get("input"), str) else error["type"]
    sentence = _SENTENCES.get(finding) or _SENTENCES.get(error["type"])
    if sentence:
        message, hint = sentence
        expected = str(context.get("expected", "")).replace(" or ", " oder ")
        values = {"field": field, "value": error.get("input"), **context, "expected": expected}
        return message.format_map(_Blank(values)), hint.format_map(_Blank(values))
    return f"{field}: Wert ist nicht lesbar", str(declared.description or "") if declared else ""


def _ordinal(name: str | int) -> str:
    """An entry of a list as people count: 0 → „Eintrag 1“."""
    return f"Eintrag {name + 1}" if isinstance(name, int) else name


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


_SENTENCES = {
    "enum": ("{field}: „{value}“ gibt es nicht", "Möglich sind: {expected}."),
    "literal_error": ("{field}: „{value}“ gibt es nicht", "Möglich sind: {expected}."),
    "union_tag_invalid": ("Weg: „{tag}“ gibt es nicht", "Möglich sind: {expected_tags}."),
    "union_tag_not_found": ("Beim Weg fehlt die Art", "Beginnen Sie mit: - kind: online"),
    "tuple_type": ("{field}: hier gehört eine Liste hin", "Schreiben Sie: [eins, zwei] oder Zeilen mit „- “."),
    "string_type": ("{field}: hier gehört ein Text hin", "Schreiben Sie nur einen Wert, keine Liste."),
    "model_type": ("{field}: hier gehören Angaben mit Schlüsseln hin", "Schreiben Sie: schlüssel: Wert"),
    "model_attributes_type": ("{field}: hier gehören Angaben mit Schlüsseln hin", "Schreiben Sie: schlüssel: Wert"),
    "too_short": ("{field}: die Liste ist leer", "Fügen Sie mindestens einen Eintrag ein."),
    "too_long": ("{field}: zu viele Einträge ({actual_length})", "Höchstens {max_length} sind erlaubt."),
    "string_too_short": ("{field}: der Text ist leer", "Schreiben Sie etwas oder löschen Sie die Zeile."),
    "string_too_long": ("{field}: der Text ist zu lang", "Höchstens {max_length} Zeichen."),
    "string_pattern_mismatch": ("{field}: „{value}“ passt nicht", "Sehen Sie in der Anleitung nach."),
    "int_parsing": ("{field}: „{value}“ ist keine ganze Zahl", "Schreiben Sie nur Ziffern."),
    "greater_than_equal": ("{field}: {value} ist zu klein", "Mindestens {ge}."),
    "less_than_equal": ("{field}: {value} ist zu groß", "Höchstens {le}."),
    "bool_parsing": ("{field}: „{value}“ ist weder wahr noch falsch", "Schreiben Sie true oder false."),
}
