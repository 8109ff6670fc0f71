"""What a country costs follows from what a few portals cost."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from benchmarks import capacity
from benchmarks.capacity import Country, Measured

MEASURED = Measured(
    services=500,
    portals=10,
    reading=36,
    town=0.36,
    building=7.2,
    compressing=3.6,
    memory=200e6,
    size=50e6,
    files=1000,
    packed=20e6,
    packed_files=1800,
    edit_size=0.5e6,
    edit_files=4,
)


def test_portals_and_services_multiply_and_reading_is_once_per_catalog() -> None:
    cost = capacity.estimated(MEASURED, Country("Land", portals=110, services=1000, catalogs=2))
    assert cost.reading == pytest.approx((2 * 2 * 36 + (110 - 2 * 10) * 0.36) / 3600)
    assert cost.building == pytest.approx(110 * 2 * 7.2 / 3600)
    assert cost.compressing == pytest.approx(110 * 2 * 3.6 / 3600)
    assert cost.memory == pytest.approx(0.4)
    assert (cost.size, cost.files) == pytest.approx((11, 220_000))
    assert (cost.publish, cost.stored) == pytest.approx((15.4, 7 * 15.4))
    assert cost.stored_files == pytest.approx(7 * 220 * 2800)
    assert (cost.edit, cost.edit_files) == pytest.approx((0.055, 440))


def test_the_table_is_computed_again_from_what_was_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "measured.json").write_text(json.dumps(asdict(MEASURED)))
    capacity.main(["--measured", str(tmp_path / "measured.json")])
    lines = capsys.readouterr().out.splitlines()
    assert "|  | NRW: 396 × 600 | Deutschland: 10,700 × 600 |" in lines
    assert "| building, hours of processor | 1.0 | 25.7 |" in lines


def test_the_page_shows_what_its_figures_give() -> None:
    page = (capacity.ROOT / "docs/capacity.md").read_text("utf-8")
    measured = Measured(**json.loads(page.split("```json\n")[1].split("```")[0]))
    assert capacity.table(measured) in page
