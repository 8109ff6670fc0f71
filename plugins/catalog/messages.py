"""Pydantic's findings as German sentences with a remedy, at the place where the value stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from pydantic.fields import FieldInfo

from plugins.catalog.german import nearest
from plugins.catalog.labels import CHOICES
from plugins.catalog.nodes import Node
from plugins.catalog.places import Place, Problem
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.shapes import kinds, records_in

_LIST = "Schreiben Sie: [eins, zwei] oder Zeilen mit „- “."
_SENTENCES = {
    "enum": ("{field}: „{value}“ gibt es nicht", "Möglich sind: {expected}."),
    "literal_error": ("{field}: „{value}“ gibt es nicht", "Möglich sind: {expected}."),
    "union_tag_invalid": ("Weg: „{tag}“ gibt es nicht", "Möglich sind: {expected}."),
    "union_tag_not_found": ("Beim Weg fehlt die Art", "Beginnen Sie mit: - kind: online"),
    "tuple_type": ("{field}: hier gehört eine Liste hin", _LIST),
    "string_type": ("{field}: hier gehört ein Text hin", "Schreiben Sie nur einen Wert, keine Liste."),
    "model_type": ("{field}: hier gehören Angaben mit Schlüsseln hin", "{keyed}"),
    "model_attributes_type": ("{field}: hier gehören Angaben mit Schlüsseln hin", "{keyed}"),
    "date_type": ("{field}: hier gehört ein Datum hin", "Schreiben Sie 2027-01-31 oder 31.01.2027."),
    "decimal_type": ("{field}: hier gehört ein Betrag hin", "Schreiben Sie nur die Zahl: 26,50 oder 26."),
    "too_short": ("{field}: die Liste ist leer", "Fügen Sie mindestens einen Eintrag ein."),
    "too_long": ("{field}: zu viele Einträge ({length})", "Höchstens {max_length} sind erlaubt."),
    "string_too_short": ("{field}: der Text ist leer", "Schreiben Sie etwas oder löschen Sie die Zeile."),
    "string_too_long": ("{field}: der Text ist zu lang ({length} Zeichen)", "Höchstens {max_length} Zeichen."),
    "int_parsing": ("{field}: „{value}“ ist keine ganze Zahl", "Schreiben Sie nur Ziffern."),
    "int_type": ("{field}: hier gehört eine Zahl hin", "Schreiben Sie nur Ziffern."),
    "greater_than_equal": ("{field}: {value} ist zu klein", "Mindestens {ge}."),
    "less_than_equal": ("{field}: {value} ist zu groß", "Höchstens {le}."),
    "bool_parsing": ("{field}: „{value}“ ist weder wahr noch falsch", "Schreiben Sie true oder false."),
    "bool_type": ("{field}: hier gehört true oder false hin", "Schreiben Sie nur eines der beiden Wörter."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake in a field of a model, or in an entry of the list in that field.

    `kind` is what pydantic calls it, `node` holds the field or the entry, `name` is the key or the number there.
    """

    kind: str
    node: Node
    name: str | int
    model: type[Record]
    field: str
    value: Any = None
    context: Mapping[str, Any] = default(default_factory=dict)

    @property
    def declared(self) -> FieldInfo | None:
        """The declaration of the field; entries of lists have none."""
        return self.model.model_fields.get(self.name) if isinstance(self.name, str) else None

    @property
    def title(self) -> str:
        """What the field is called in German; entries of lists count from one."""
        if isinstance(self.name, int):
            return f"Eintrag {self.name + 1}"
        return (self.declared.title if self.declared else None) or self.name


def problem_of(found: Finding, texts: Mapping[str, Place]) -> Problem:
    """A finding with place, message and remedy; `texts` are the places of what stands in the body."""
    if found.kind == "extra_forbidden":
        return _unknown_key(found)
    place = texts.get(str(found.name)) if found.declared and found.name in _headings(found.model) else None
    message, hint = _missing(found) if found.kind == "missing" else _wrong(found)
    return Problem(place or _place(found), message, hint, rule="missing" if found.kind == "missing" else "value")


def meant_key(key: str, model: type[Record]) -> str:
    """The field that a key or a German word names, rightly or nearly; empty when there is none."""
    words = {word: name for word, name, _ in _words(model)}
    return words.get(nearest(key.casefold(), words), "")


def _place(found: Finding) -> Place:
    child = found.node.child(found.name)
    return child.place if child else found.node.keys.get(str(found.name), found.node.place)


def _unknown_key(found: Finding) -> Problem:
    """„Meinten Sie …?“ by English name or German title."""
    key = str(found.name)
    names = {word: written for word, _, written in _words(found.model)}
    meant = names.get(nearest(key.casefold(), names), "")
    keys = [word for word, written in names.items() if word == written]
    hint = f"Meinten Sie „{meant}“?" if meant else f"Möglich sind: {', '.join(keys)}."
    place = found.node.keys.get(key, found.node.place)
    return Problem(place, f"„{key}“ gibt es hier nicht", hint, rule="unknown-key")


def _words(model: type[Record]) -> Iterator[tuple[str, str, str]]:
    """Every word for a field, English and German: the word, the field, what to write (the key, or the heading)."""
    texts = _headings(model)
    for name, declared in model.model_fields.items():
        written = f"## {texts[name]}" if name in texts else name
        if name not in model.computed and written != "## ":
            yield from ((name, name, written), ((declared.title or name).casefold(), name, written))


def _headings(model: type[Record]) -> dict[str, str]:
    return {name: mark.heading for name, mark in marked_fields(model, Section).items()}


def _missing(found: Finding) -> tuple[str, str]:
    heading = _headings(found.model).get(str(found.name))
    help_text = (found.declared.description if found.declared else None) or ""
    if heading:
        return f"„{found.title}“ fehlt", f"Fügen Sie die Überschrift „## {heading}“ mit Text ein. {help_text}".strip()
    if found.name in found.node.keys:
        return f"„{found.title}“ ist leer", f"Schreiben Sie etwas hinter „{found.name}:“. {help_text}".strip()
    return f"„{found.title}“ fehlt", f"Fügen Sie eine Zeile „{found.name}:“ ein. {help_text}".strip()


def _wrong(found: Finding) -> tuple[str, str]:
    if found.kind == "fundstelle":
        message, hint = found.context["message"], found.context["hint"]
        return (f"{found.title}: {message}" if found.declared else message), hint
    kind = f"string_{found.kind}" if isinstance(found.value, str) else found.kind
    sentence = _SENTENCES.get(kind) or _SENTENCES.get(found.kind)
    if not sentence:
        return f"{found.title}: Wert ist nicht lesbar", (found.declared.description if found.declared else None) or ""
    message, hint = sentence
    values = _Blank(found.context, field=found.title, value=found.value, expected=_expected(found), keyed=_keyed(found))
    values["length"] = len(found.value) if isinstance(found.value, str | list) else ""
    return message.format_map(values), hint.format_map(values)


def _expected(found: Finding) -> str:
    """The values a field takes, each with its German words: `municipal (Stadt oder Gemeinde)`."""
    listed = found.context.get("expected") or found.context.get("expected_tags") or ""
    *most, last = [_choice(value) for value in re.findall(r"'([^']*)'", str(listed))] or [""]
    return f"{', '.join(most)} oder {last}" if most else last


def _choice(value: str) -> str:
    words = CHOICES.get(value, value)
    return f"{value} ({words})" if words.casefold() != value else value


def _keyed(found: Finding) -> str:
    """How an entry is written that stands there without a key: `- note: gebührenfrei`."""
    inside = records_in(found.model, found.field)
    main = inside[0].main if inside else ""
    if not main or not isinstance(found.value, str):
        return "Schreiben Sie: schlüssel: Wert"
    allowed = [kind for model in inside for kind in kinds(model)]
    return f"Schreiben Sie: - {main}: {found.value if not allowed or found.value in allowed else allowed[0]}"


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
