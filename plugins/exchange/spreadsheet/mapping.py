"""A foreign table as a delivery: a draft for each row, an account of every column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.catalog import tolerant
from plugins.catalog.german import did_you_mean, slug
from plugins.exchange.delivery import Delivery, FieldUse
from plugins.exchange.drafts import Confidence, Draft, Found, counted, doubts, draft_file, valid
from plugins.exchange.fees import Origin
from plugins.exchange.findings import Findings, Matter
from plugins.exchange.former import former_url, redirect
from plugins.exchange.ledger import ImportRefusedError, Ledger
from plugins.exchange.naming import slugs
from plugins.exchange.plaintext import one_line, shortened, without_invisible
from plugins.exchange.progress import watched
from plugins.exchange.spreadsheet import cells
from plugins.exchange.spreadsheet.headings import ID, URL, field_of, fields
from plugins.exchange.table.sheet import Line

_SERVICE_PATH = r"services/(?P<slug>[^/]+)\.md"
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table with a title: its id (the title where no column has one), its cells by field."""

    id: str
    title: str
    line: Line
    said: Mapping[str, tuple[str, str]]

    def cell(self, field: str) -> str:
        """What stands in the column of a field."""
        return self.said.get(field, ("", ""))[1]


def deliver(file: str, columns: Sequence[str], lines: Sequence[Line], before: Ledger) -> Delivery:
    """Every row becomes a draft, or a line in the report; nothing invisible is taken. Raises `ImportRefusedError`."""
    columns, lines = [*map(_visible, columns)], [*map(_visible_line, lines)]
    findings = Findings()
    meant = _meant(columns)
    rows = _rows(lines, meant, findings)
    named = slugs(((row.id, row.title) for row in rows), before.names(_SERVICE_PATH))
    drafts = tuple(_draft(row, named[row.id], file, findings) for row in watched(rows, "Dienstleistungen"))
    return Delivery(
        source=f"Quelle: {file}",
        attribution=f"Texte und Angaben aus {file}. Ob sie genutzt werden dürfen, ist mit der Quelle zu klären.\n",
        files=tuple(map(draft_file, drafts)),
        numbers=(("Zeilen", len(lines)), ("Dienstleistungen", len(drafts)), *counted(drafts)),
        findings=findings.counted(),
        fields=tuple(_uses(file, columns, lines)),
        hosts=(),
        remarks=_REMARKS,
        redirects=tuple(_redirects(rows, named)),
    )


def _visible(text: str) -> str:
    return without_invisible(text)[0]


def _visible_line(line: Line) -> Line:
    return replace(line, cells={_visible(column): _visible(cell) for column, cell in line.cells.items()})


def _meant(columns: Sequence[str]) -> dict[str, str]:
    """Field → column; the first column that means a field has it."""
    meant: dict[str, str] = {}
    for column in columns:
        if field := field_of(column):
            meant.setdefault(field, column)
    if "title" in meant:
        return meant
    words = [word for word, field in fields().items() if field == "title"]
    hint = next(filter(None, (did_you_mean(column.casefold(), words) for column in columns)), "")
    raise ImportRefusedError(f"Keine Spalte heißt „Titel“, „Name“ oder „Leistung“. {hint}".strip())


def _rows(lines: Sequence[Line], meant: Mapping[str, str], findings: Findings) -> list[Row]:
    rows: dict[str, Row] = {}
    for line in lines:
        said = {field: (column, line.cells.get(column, "").strip()) for field, column in meant.items()}
        title = one_line(said["title"][1])
        row = Row(said.get(ID, ("", ""))[1] or title, title, line, said)
        note = findings.about(_record(row))
        if not slug(title):
            note(Matter.NOT_IMPORTED, "ohne Titel")
        elif row.id in rows:
            note(Matter.NOT_IMPORTED, f"„{shortened(row.id, 80)}“ steht schon in Zeile {rows[row.id].line.number}")
        else:
            rows[row.id] = row
    return list(rows.values())


def _record(row: Row) -> str:
    return f"Zeile {row.line.number} „{shortened(row.title, 80)}“"


def _draft(row: Row, name: str, file: str, findings: Findings) -> Draft:
    note = findings.about(_record(row))
    origin = Origin(tolerant.day(row.cell("reviewed_on")), file)
    found: dict[str, Found] = {}
    for field, (column, cell) in row.said.items():
        if cell and field not in (ID, URL):
            found.update(cells.found_in(column, field, cell, origin, note))
    if len(row.title) > _TITLE:
        note(Matter.TITLE, f"gekürzt auf {_TITLE} Zeichen")
        found["title"] = Found(shortened(row.title, _TITLE), Confidence.LOW, "gekürzt")
    if former := former_url(cells.path_of(row.cell(URL))):
        found["former_urls"] = Found([former], Confidence.HIGH, f"Spalte „{row.said[URL][0]}“")
    draft = Draft(name, row.id, f"{file}, Zeile {row.line.number}", valid(found, note))
    for line in doubts(draft):
        note(Matter.DOUBT, line)
    return draft


def _redirects(rows: Sequence[Row], named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for row in rows:
        path = cells.path_of(row.cell(URL))
        if path and former_url(path) is None:
            yield redirect(one_line(path), named[row.id])


def _uses(file: str, columns: Sequence[str], lines: Sequence[Line]) -> Iterator[FieldUse]:
    taken: set[str] = set()
    for column in columns:
        field = field_of(column) or ""
        fate = field or "nicht übernommen: unbekannte Spalte"
        filled = sum(bool(line.cells.get(column)) for line in lines)
        again = f"nicht übernommen: {field} steht schon in einer anderen Spalte"
        yield FieldUse(file, one_line(column).replace("|", "/"), len(lines), filled, again if field in taken else fate)
        taken |= {field} - {""}


_REMARKS = (
    "Was keine Spalte sagt, ist leer; die Prüfung nennt es.",
    "Themen, Fachamt und Stellen sind als Namen von Dateien übernommen („Steueramt“ → steueramt); ob es die Dateien "
    "gibt, sagt die Prüfung.",
    "Verschieben Sie einen fertigen Entwurf in Ihre Inhalte; ein neuer Import legt ihn nicht wieder an.",
)
