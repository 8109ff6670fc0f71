"""Tables that go out of an attacked portal: no cell is a formula, and each comes back as it was."""

import csv
from pathlib import Path

from plugins.catalog.catalog import load
from plugins.exchange.table.cells import plain
from plugins.exchange.table.commands import export
from tests.adversarial.conftest import Attack
from tests.conftest import TODAY

DANGEROUS = tuple("=+-@\t\r＝＋－＠")


def cells(data: bytes) -> list[str]:
    """Every cell of a table, as a spreadsheet reads it."""
    lines = data.decode("utf-8-sig").splitlines(keepends=True)
    return [cell for line in csv.reader(lines, delimiter=";", strict=True) for cell in line]


def assert_no_formulas(found: list[str]) -> None:
    assert [cell for cell in found if cell.startswith(DANGEROUS)] == []


def test_the_table_of_a_department_has_no_formulas_and_all_titles(own: Attack, tmp_path: Path) -> None:
    content = own.portal.folder.parent / "content"
    export(content, tmp_path / "out.csv", "")
    found = cells((tmp_path / "out.csv").read_bytes())
    assert_no_formulas(found)
    titles = {service.title for service in load(content, TODAY)[0].services}
    assert any(title.startswith(DANGEROUS) for title in titles)
    assert {" ".join(title.split()) for title in titles} <= {" ".join(plain(cell).split()) for cell in found}


def test_the_table_for_the_115_has_no_formulas(own: Attack) -> None:
    found = cells((own.portal.folder / "daten" / "115.csv").read_bytes())
    assert len(found) > 500
    assert_no_formulas(found)
    assert any(plain(cell) != cell for cell in found)
