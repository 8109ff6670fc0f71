"""Content → table → content over the whole demo: what a table can carry comes back; what it cannot is documented."""

import datetime
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.manuscript import Manuscript
from plugins.catalog.records import Office, Service
from plugins.catalog.shapes import holds
from plugins.exchange.table import commands
from plugins.exchange.table.columns import PARTS, Column, columns
from plugins.exchange.table.rows import Row, rows
from plugins.exchange.table.sheet import headings, lines, written
from tests.portals import PROJECT

DEMO = PROJECT / "content"
WORDS = {"official_name", "label", "note", "source", "name", "opening_note", "accessibility", "street", "city"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(DEMO, tmp_path / "content")


def another(column: Column) -> str:
    """A value that the content certainly does not have; empty for what is left alone."""
    if holds(column.field.annotation, datetime.date):
        return "2020-01-01"
    if holds(column.field.annotation, Decimal):
        return "0.01"
    return "anders" if column.name in WORDS else ""


def spoil(folder: Path, row: Row) -> int:
    """Change what is written of a row in its file; how many values."""
    changes = [(column, another(column)) for column in row.columns if column.name in row.values and another(column)]
    for column, value in changes:
        file = folder / row.path
        file.write_bytes(Manuscript.of(row.path, file.read_bytes()).changed((*row.way, column.name), value).data)
    return len(changes)


def test_the_table_brings_back_every_value_that_was_changed(copy: Path, tmp_path: Path) -> None:
    before, _ = load(copy)
    good = list(rows(before, copy))
    assert sum(spoil(copy, row) for row in good) > 1000
    spoiled, _ = load(copy)
    assert spoiled.records != before.records
    known = {(row.path, row.part): row.check for row in rows(spoiled, copy)}
    table = tmp_path / "table.csv"
    cells = ([row.values.get(column.name, "") if column in row.columns else "" for column in columns()] for row in good)
    table.write_bytes(
        written([headings(), *([r.path, r.part, known[r.path, r.part], *c] for r, c in zip(good, cells, strict=True))])
    )
    said, is_well = commands.take(copy, table, dry_run=False)
    assert is_well, said[-5:]
    after, _ = load(copy)
    assert list(map(repr, after.records)) == list(map(repr, before.records))
    assert [record.places for record in after.records] == [record.places for record in before.records]


def test_the_table_of_the_whole_demo_changes_nothing(copy: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    commands.export(copy, table, "")
    assert len(lines(table.read_bytes())[1]) > 200
    assert commands.take(copy, table, dry_run=True) == (["Die Tabelle ändert nichts."], True)


def test_what_the_table_cannot_carry_is_documented() -> None:
    carried = {(column.model, column.name) for column in columns()}
    left = {
        field.title
        for model in (Service, Office)
        for name, field in model.model_fields.items()
        if (model, name) not in carried and name not in PARTS and name not in model.computed
    }
    text = (PROJECT / "docs" / "exports.md").read_text("utf-8")
    (row,) = (line for line in text.splitlines() if line.startswith("| `make export-csv`"))
    assert {title for title in left if title and title not in row} == set()
