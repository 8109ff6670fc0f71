"""What a table would change: every difference or mistake with its line and column, and the files as they would be."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from plugins.catalog.catalog import Catalog
from plugins.catalog.changes import Change
from plugins.catalog.german import did_you_mean
from plugins.catalog.manuscript import Manuscript, NotChangedError
from plugins.catalog.messages import Finding, problem_of
from plugins.catalog.nodes import Node
from plugins.catalog.places import Place, Problem
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import RefersTo
from plugins.exchange.table.cells import in_form
from plugins.exchange.table.columns import CHECK, FILE, PART, Column
from plugins.exchange.table.rows import Row, rows
from plugins.exchange.table.sheet import Line, headings

_NAMED = 5
"""So many lines are named one by one."""


class CellError(Exception):
    """What is wrong in a cell; German, with the remedy."""


@dataclass
class Outcome:
    """What was found so far: sentences about changes and about mistakes, the files as changed and by which lines."""

    changes: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    files: dict[str, Manuscript] = field(default_factory=dict)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def changed(self, folder: Path) -> list[Change]:
        """The files to be written."""
        before = {path: (folder / path).read_bytes() for path in self.files}
        return [Change(path, before[path], one.data) for path, one in self.files.items() if one.data != before[path]]

    def label(self, about: Problem) -> str:
        """„Zeile 14: “ when lines of the table changed the file of a problem or one that it names; else empty."""
        named_files = {about.place.path, *about.message.split()}
        numbers = sorted({number for path, lines in self.lines.items() if path in named_files for number in lines})
        more = f" und {len(numbers) - _NAMED} weitere" if len(numbers) > _NAMED else ""
        named = ", ".join(map(str, numbers[:_NAMED])) + more
        return f"{'Zeile' if len(numbers) == 1 else 'Zeilen'} {named}: " if numbers else ""


def outcome(catalog: Catalog, folder: Path, head: list[str], lines: Sequence[Line]) -> Outcome:
    """Compare a table with the content."""
    found = Outcome(mistakes=[*_about_headings(head), *_about_untitled(lines)])
    known = {(row.path, row.part): row for row in rows(catalog, folder)}
    seen: dict[tuple[str, str], int] = {}
    for line in lines if not found.mistakes else ():
        key = (line.cells.get(FILE, ""), line.cells.get(PART, ""))
        try:
            row = _row(known, key, seen.setdefault(key, line.number), line.number)
        except CellError as error:
            found.mistakes.append(f"Zeile {line.number}: {error}")
            continue
        _take(found, catalog, folder, row, line)
    return found


def _about_headings(head: list[str]) -> Iterator[str]:
    known = headings()
    for heading in (FILE, PART, CHECK):
        if heading not in head:
            yield f"Die Spalte „{heading}“ fehlt. Exportieren Sie die Tabelle neu: make export-csv"
    for heading in head:
        if heading and heading not in known:
            yield f"Die Spalte „{heading}“ gibt es nicht. {did_you_mean(heading, known)}".strip()
        elif heading and head.count(heading) > 1:
            yield f"Die Spalte „{heading}“ steht zweimal da. Löschen Sie eine der beiden."


def _about_untitled(lines: Sequence[Line]) -> Iterator[str]:
    for column in sorted({column for line in lines for column in line.untitled}):
        yield f"Über Spalte {column} fehlt die Überschrift. Exportieren Sie die Tabelle neu: make export-csv"


def _row(known: Mapping[tuple[str, str], Row], key: tuple[str, str], first: int, number: int) -> Row:
    path, part = key
    paths = {one for one, _ in known}
    if path not in paths:
        raise CellError(f"Die Datei „{path}“ gibt es nicht. {did_you_mean(path, paths)}".strip())
    if key not in known:
        parts = ", ".join(f"„{one}“" for file, one in known if file == path and one)
        raise CellError(
            f"„{part}“ gibt es in {path} nicht. Neues schreiben Sie in die Datei. Dort: {parts or 'nichts'}."
        )
    if first != number:
        raise CellError(f"Dasselbe steht schon in Zeile {first}. Löschen Sie eine der beiden Zeilen.")
    return known[key]


def _take(found: Outcome, catalog: Catalog, folder: Path, row: Row, line: Line) -> None:
    """Note every difference of a line, and make it in the file."""
    own = {column.heading: column for column in row.columns}
    for heading, cell in line.cells.items():
        column = own.get(heading)
        try:
            if column and _differs(row, column, cell):
                old = row.values.get(column.name, "")
                new = _new(catalog, row, column, cell, line.cells[CHECK])
                found.files[row.path] = _made(found, folder, row, column, new)
                found.lines.setdefault(row.path, []).append(line.number)
                found.changes.append(f"Zeile {line.number}, {heading}: {old or '(leer)'} → {new or '(leer)'}")
            elif not column and cell and heading not in (FILE, PART, CHECK):
                raise CellError(f"„{cell}“ gehört nicht in diese Zeile. Löschen Sie es.")
        except CellError as error:
            found.mistakes.append(f"Zeile {line.number}, {heading}: {error}")


def _differs(row: Row, column: Column, cell: str) -> bool:
    old = row.values.get(column.name, "").strip()
    return cell != old and in_form(cell, column.field) != in_form(old, column.field)


def _new(catalog: Catalog, row: Row, column: Column, cell: str, check: str) -> str:
    """The new value in the form of the house."""
    old = row.values.get(column.name, "")
    if check != row.check:
        raise CellError(f"Seit dem Export hat jemand diese Angaben geändert; dort steht „{old}“. Exportieren Sie neu.")
    if old.startswith("0") and cell == old.lstrip("0"):
        raise CellError(f"Die führende Null fehlt. Schreiben Sie: {old} (Zelle vorher als Text formatieren).")
    if "\n" in cell:
        raise CellError("In der Zelle ist ein Zeilenumbruch. Schreiben Sie alles in eine Zeile.")
    if not cell and column.field.is_required():
        raise CellError("Diese Angabe ist Pflicht und darf nicht leer sein.")
    new = in_form(cell, column.field)
    if new:
        _valid(column, new)
        _known(catalog, column, new)
    return new


def _valid(column: Column, value: str) -> None:
    """Raise `CellError` with the sentence of the check."""
    declared = column.field
    kind: Any = Annotated[(declared.annotation, *declared.metadata)] if declared.metadata else declared.annotation
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = Node({}, Place())
        finding = Finding(first["type"], place, column.name, column.model, column.name, value, first.get("ctx", {}))
        found = problem_of(finding, {})
        raise CellError(f"{found.message.removeprefix(f'{declared.title}: ')}. {found.hint}") from None


def _known(catalog: Catalog, column: Column, value: str) -> None:
    mark = marked_fields(column.model, RefersTo).get(column.name)
    names: Collection[str] = {name for kind, name in catalog.names if mark and kind == mark.kind}
    if mark and value not in names:
        raise CellError(f"„{value}“ gibt es nicht. {did_you_mean(value, names)}".strip())


def _made(found: Outcome, folder: Path, row: Row, column: Column, new: str) -> Manuscript:
    way = (*row.way, column.name)
    try:
        file = found.files.get(row.path) or Manuscript.of(row.path, (folder / row.path).read_bytes())
        return file.changed(way, new) if new else file.without(way)
    except NotChangedError as error:
        raise CellError(str(error)) from None
