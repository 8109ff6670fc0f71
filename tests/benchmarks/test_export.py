"""What the exports cost is measured from reading to the last byte."""

import re
from pathlib import Path

import pytest

from benchmarks import export
from tests.portals import PROJECT


def test_the_report_names_peak_and_processor_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export.report(PROJECT / "content", tmp_path)
    assert re.search(r"^peak_mb=\d+ cpu_s=\d+\.\d$", capsys.readouterr().out, re.MULTILINE)
    assert (tmp_path / "daten" / "115.csv").is_file()
