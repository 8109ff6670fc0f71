"""What an editor can write, derived from the declarations: the field reference in German."""

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from plugins.catalog.kinds import KINDS
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import RefersTo, Section
from plugins.catalog.shapes import choices, kinds, records_in

_HEAD = """# Alle Felder

Diese Seite ist aus den Feldbeschreibungen im Code erzeugt (`make docs`); bitte nicht von Hand ändern.
"""


def fields_page() -> str:
    """Markdown: for every kind of content its file, its fields and its headings."""
    parts = [_HEAD]
    seen: set[type[Record]] = set()
    for kind in KINDS:
        if kind.is_text and kind.model not in seen:
            parts.append(f"## {kind.german}\n\nDatei: `{kind.example}`\n")
            parts += _tables(kind.model, seen)
    return "\n".join(parts)


def _tables(model: type[Record], seen: set[type[Record]]) -> Iterator[str]:
    seen.add(model)
    elsewhere = model.computed | (model.replaces.model_fields.keys() if model.replaces else set())
    facts = {name: field for name, field in model.model_fields.items() if name not in elsewhere}
    headings = {name: mark for name, mark in marked_fields(model, Section).items() if name in facts}
    targets = marked_fields(model, RefersTo)
    yield _table([_row(name, field, targets.get(name)) for name, field in facts.items() if name not in headings])
    if any(section.heading for section in headings.values()):
        yield "Texte unter festen Überschriften:\n"
        yield "\n".join(_heading_line(section, facts[name]) for name, section in headings.items()) + "\n"
    if model.replaces:
        yield "Dazu jede Angabe und jeder Text der gemeinsamen Datei; was hier steht, ersetzt sie als Ganzes.\n"
    for name, field in facts.items():
        for inner in records_in(model, name):
            if inner not in seen:
                yield f"### {field.title or name}{_kind_suffix(inner)}\n"
                yield from _tables(inner, seen)


def _table(rows: list[str]) -> str:
    return "\n".join(["| Schlüssel | Name | Bedeutung | Pflicht |", "|---|---|---|---|", *rows]) + "\n"


def _row(name: str, field: FieldInfo, target: RefersTo | None) -> str:
    meaning = field.description or ""
    listed = [f"`{choice.value}`" for choice in choices(field.annotation)]
    if listed and not any(choice in meaning for choice in listed):
        meaning = f"{meaning} ({' · '.join(listed)})".strip()
    if target and "content/" not in meaning:
        example = next(kind.example for kind in KINDS if kind.name == target.kind)
        meaning = f"{meaning}; Name einer Datei wie `{example}`".removeprefix("; ")
    return f"| `{name}` | {field.title or name} | {meaning} | {'ja' if field.is_required() else ''} |"


def _heading_line(section: Section, field: FieldInfo) -> str:
    code = f" (FIM {section.fim})" if section.fim else ""
    needed = ", Pflicht" if field.is_required() else ""
    return f"- **{section.heading}**{code}{needed}: {field.description}"


def _kind_suffix(model: type[Record]) -> str:
    kind = kinds(model)
    return f": `kind: {kind[0]}`" if kind else ""
