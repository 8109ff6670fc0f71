"""A table as bytes: as German Excel opens it, and in every form in which a spreadsheet saves it."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.catalog.encodings import text_of
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.table.cells import defused, plain
from plugins.exchange.table.columns import CHECK, FILE, PART, columns
from plugins.exchange.table.rows import Row

RIGHT = "rechts der Tabelle"
"""Under this heading stand the cells beyond the last column."""

_DELIMITERS = ";,\t"
MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its number as the spreadsheet shows it, its cells by their headings, columns without one."""

    number: int
    cells: Mapping[str, str]
    untitled: tuple[int, ...] = ()


def headings() -> list[str]:
    """The first line."""
    return [FILE, PART, CHECK, *(column.heading for column in columns())]


def as_csv(found: Iterable[Row]) -> bytes:
    """The table of a department."""
    return written([headings(), *map(_cells_of, found)])


def _cells_of(row: Row) -> list[str]:
    cells = [row.values.get(column.name, "") if column in row.columns else "" for column in columns()]
    return [row.path, row.part, row.check, *cells]


def written(table: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark at the start, semicolons, line ends of Windows: German Excel opens it with a double click."""
    return b"".join(pieces(table))


def pieces(table: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The same line by line, so that a long table is never held as a whole."""
    yield codecs.BOM_UTF8
    for cells in table:
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=";", lineterminator="\r\n").writerow([defused(cell) for cell in cells])
        yield line.getvalue().encode()


def lines(data: bytes) -> tuple[list[str], list[Line]]:
    """The headings of a table and its lines without empty ones. Raises `ImportRefusedError`."""
    text = text_of(data) if len(data) <= MAX_BYTES else None
    if text is None:
        raise ImportRefusedError("Die Tabelle ist kein Text. Speichern Sie sie als „CSV UTF-8“.")
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        table = [
            [plain(cell) for cell in cells] for cells in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
        ]
    except csv.Error:
        raise ImportRefusedError("Die Tabelle ist nicht lesbar: Ein Anführungszeichen ist nicht geschlossen.") from None
    head = table[0] if table else []
    return head, [_line(head, number, cells) for number, cells in enumerate(table[1:], 2) if any(cells)]


def _line(head: list[str], number: int, cells: list[str]) -> Line:
    pairs = enumerate(zip(head, cells, strict=False), 1)
    return Line(number, _cells(head, cells), tuple(place for place, (heading, cell) in pairs if cell and not heading))


def _cells(head: list[str], cells: list[str]) -> dict[str, str]:
    return {**dict(zip(head, cells, strict=False)), RIGHT: "".join(cells[len(head) :])}
