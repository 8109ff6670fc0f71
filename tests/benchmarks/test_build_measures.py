"""The parts of the build benchmark that need no other generator: what is edited, counted, compared and printed."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import profile
from benchmarks.build import __main__ as command
from benchmarks.build import portals, report, writing
from benchmarks.build.generators import GENERATORS, HUGO, OURS, PELICAN
from benchmarks.build.measuring import Measured, Output, edit, looked_at, summarise
from benchmarks.search.commands import Run
from plugins.catalog.stages import Spent


def runs(*cpu: float) -> list[Run]:
    return [Run("", wall=2 * one, cpu=one, memory=100_000_000) for one in cpu]


def measured(name: str, *cpu: float, index: float = 0.0, services: int = 500) -> Measured:
    stages = {"read": {"cpu": 1.0, "wall": 1.0}, "index": {"cpu": index, "wall": index}}
    output = Output(pages=600, size=9_000_000, page_size=15_000, services=services)
    return Measured(
        name, runs(*cpu), runs(0.5), runs(0.75), runs(0.25), written=3, output=output, stages=[stages] if index else []
    )


OURS_MEASURED = measured(OURS, 3, 5, 4, index=1)
ROWS = [OURS_MEASURED, measured(HUGO, 6), measured(PELICAN, 30)]


def test_the_table_puts_ours_divided_by_theirs_behind_each_number() -> None:
    lines = list(report.table(ROWS))
    assert lines[0] == "| | Fundstelle | Hugo | Pelican |"
    assert "| full build, processor s | 4.00 | 6.00 (0.67) | 30.00 (0.13) |" in lines
    assert "| … without the search index | 3.00 | 6.00 (0.50) | 30.00 (0.10) |" in lines
    assert "| pages a second | 75 | 50 (1.50) | 10 (7.50) |" in lines
    assert "| after another short text, processor s | 0.75 | 0.75 (1.00) | 0.75 (1.00) |" in lines
    assert "| nothing changed, files written | 3 | 3 | 3 |" in lines
    assert "| full builds | 3 | 1 | 1 |" in lines


def test_only_ours_is_measured_after_a_save() -> None:
    ours = replace(OURS_MEASURED, saved=[51.0, 49.0, 900.0])
    assert "| changed page on disk after a save, ms | 51 | – |" in list(report.table([ours, ROWS[1]]))


def test_programs_get_the_ratios_of_the_largest_size_and_the_growth() -> None:
    small = [measured(OURS, 1.5, index=0.5, services=50), measured(HUGO, 1)]
    assert list(report.lines({500: small, 5000: ROWS})) == [
        "cpu_ratio_hugo=0.50",
        "cpu_with_index_ratio_hugo=0.67",
        "wall_ratio_hugo=0.67",
        "cpu_ratio_pelican=0.10",
        "rss_ratio_hugo=1.00",
        "edit_ratio_hugo=1.00",
        "short_text_ratio_hugo=1.00",
        "growth=0.48",
    ]


def test_without_hugo_and_with_one_size_there_is_no_ratio_and_no_growth() -> None:
    told = list(report.lines({500: [OURS_MEASURED]}))
    assert told[0] == "cpu_ratio_hugo=none"
    assert told[-1] == "growth=none"


def test_what_was_not_measured_has_a_dash() -> None:
    assert "| after one edit, processor s | 0.50 | – |" in list(
        report.table([OURS_MEASURED, replace(ROWS[1], edit=[])])
    )


@pytest.mark.parametrize(("cost", "exponent"), [(20, 1.0), (10, 0.0), (40, 2.0)])
def test_growth_is_the_exponent_of_the_cost(cost: float, exponent: float) -> None:
    assert math.isclose(report.exponent((500, 10), (1000, cost)), exponent, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("change", "begin"),
    [
        (edit, "\n## Volltext\n\n"),
        (edit, "\n## Worum es geht\n\n"),
        (summarise, "\n## Kurztext\n\n"),
        (summarise, "summary: '"),
        (summarise, "summary: "),
        (summarise, 'Facts: {"a": 1, "summary": "'),
    ],
)
def test_each_edit_gives_a_text_another_first_sentence(
    change: Callable[[Path, int], None], begin: str, tmp_path: Path
) -> None:
    file = tmp_path / "hund.md"
    file.write_text(f"---\ntitle: Hund\n---\n{begin}Jeder Hund.\n", "utf-8")
    change(file, 1)
    change(file, 2)
    assert file.read_text("utf-8") == f"---\ntitle: Hund\n---\n{begin}Neu ist Satz 2. Jeder Hund.\n"


def test_a_text_that_cannot_be_edited_is_no_measurement(tmp_path: Path) -> None:
    (tmp_path / "hund.md").write_text("Kein Abschnitt", "utf-8")
    with pytest.raises(ValueError, match=r"hund\.md has no text to edit"):
        edit(tmp_path / "hund.md", 1)


def test_an_output_is_its_pages_and_the_mean_of_the_pages_of_services(tmp_path: Path) -> None:
    for name, size in (("leistungen/hund/", 100), ("leistungen/pass/", 300), ("leistungen/en/", 900), ("", 50)):
        writing.text(tmp_path / name / "index.html", "x" * size)
    writing.text(tmp_path / "sitemap.xml", "x" * 10)
    assert looked_at(tmp_path) == Output(pages=4, size=1360, page_size=200, services=2)


def test_a_profile_tells_the_share_of_each_stage_and_its_cost_for_each_service() -> None:
    told = list(profile.table({"lesen": Spent(1, 2), "prüfen": Spent(3, 4)}, 500, runs(4)[0]))
    assert told[0] == "500 Leistungen, höchstens 100 MB"
    assert told[-3:] == [
        "| lesen | 1.00 | 2.00 | 25% | 2000 |",
        "| prüfen | 3.00 | 4.00 | 75% | 6000 |",
        "| alles | 4.00 | 6.00 | 100% | 8000 |",
    ]


def test_a_generator_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = [replace(one, needs=tmp_path / "absent") for one in GENERATORS]
    monkeypatch.setattr(command, "GENERATORS", absent)
    assert command.main(["500", "--only", HUGO]) == 1
    assert "`make bench-build` installs it" in capsys.readouterr().err


def test_rendering_and_writing_of_all_portals_stand_beside_a_copy_and_as_many_runs_of_pelican() -> None:
    stages = {"read": Spent(1, 1), "render": Spent(3, 4), "write": Spent(1, 4)}
    copied, theirs = Run("", wall=3, cpu=1, memory=1), runs(2, 4)
    told = list(portals.table(36, runs(8)[0], stages, copied, theirs))
    assert told[2:] == [
        "| lesen | 1.00 | 1.00 |",
        "| Seiten | 3.00 | 4.00 |",
        "| schreiben | 1.00 | 4.00 |",
        "| all 36 portals | 8.00 | 16.00 |",
        "| copy of the output | 1.00 | 3.00 |",
        "| 36 × stock Pelican, from 2 | 108.00 | 216.00 |",
        "",
        "portals_copy_ratio=3.00",
        "portals_cpu_ratio_pelican=0.04",
        "portals_whole_cpu_ratio_pelican=0.07",
        "portals_memory_mb=100",
    ]
