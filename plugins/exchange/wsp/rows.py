"""The rows of the list as they stand there, with tidy words."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.plaintext import one_line, without_invisible

NAME, KEY, PARENT, LIVE = "Name", "Nummer", "Onlinedienst (übergeordnet)", "Live"
LANDING, DIRECT, AUTHORITY = "Landingpage", "Direktlink (nur ODs ohne Landingpage)", "Stelle"
COLUMNS = (NAME, KEY, PARENT, LIVE, LANDING, DIRECT, AUTHORITY)

_PATH = re.compile(r"/antrag/[a-z0-9]+(?:-[a-z0-9]+)*/?")


@dataclass(frozen=True, slots=True)
class Row:
    """One service of the list; `path` is that of its landing page or, where there is none, of its direct link."""

    number: int
    name: str
    key: str
    parent: str
    is_live: bool
    path: str
    authority: str

    @property
    def page(self) -> str:
        """Which page is meant: the list writes some paths with and without the final slash."""
        return self.path.rstrip("/")

    @property
    def has_page(self) -> bool:
        """True for a path such as `/antrag/gewerbemeldung-leistungsauswahl/`."""
        return bool(_PATH.fullmatch(self.path))


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows, and what is filled in them by column."""

    rows: tuple[Row, ...]
    filled: Mapping[str, int]


def read(path: Path) -> Listing:
    """The rows of a list in their order. Raises `ImportRefusedError`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns = reader.fieldnames or ()
            raw = [{column: row.get(column) or "" for column in COLUMNS} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ImportRefusedError(
            f"Die Datei {path} ist keine lesbare CSV-Datei in UTF-8. Geben Sie sie an: FILE=…"
        ) from None
    if missing := [column for column in COLUMNS if column not in columns]:
        raise ImportRefusedError(
            f"In {path} fehlen Spalten: {', '.join(missing)}. Ist es die Liste der Online-Dienste?"
        )
    filled = {column: sum(bool(row[column].strip()) for row in raw) for column in COLUMNS}
    return Listing(tuple(_row(number, row) for number, row in enumerate(raw, 2)), filled)


def _row(number: int, raw: Mapping[str, str]) -> Row:
    tidy = {column: one_line(without_invisible(text)[0]) for column, text in raw.items()}
    return Row(
        number=number,
        name=tidy[NAME],
        key=tidy[KEY],
        parent=tidy[PARENT],
        is_live=tidy[LIVE] == "Ja",
        path=tidy[LANDING] or tidy[DIRECT],
        authority=tidy[AUTHORITY],
    )
