"""The whole benchmark on the demo, once: every engine answers, and the table has a number for everything."""

import re
import subprocess
import sys

import pytest

from benchmarks.search.commands import NAMES, PACKAGES
from benchmarks.search.records import PROJECT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.tools,
    pytest.mark.skipif(
        not all((PACKAGES / name).is_dir() for name in NAMES),
        reason="the other engines are not installed (make bench-search installs them)",
    ),
]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_demo_is_measured_with_all_engines() -> None:
    command = [sys.executable, "-m", "benchmarks.search", "demo", "--visits", "1"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    printed = done.stdout
    table = [cells(line) for line in printed.splitlines() if line.startswith("|")]
    assert table[0] == ["", "Pagefind", "MiniSearch", "lunr.js", "Fundstelle"]
    for label, *numbers in table[2:]:
        assert all(re.fullmatch(r"[\d.]+%?( \([\d.]+\))?", number) for number in numbers), label
    ratios = dict(line.split(" size=demo")[0].split("=") for line in printed.splitlines() if "_ratio_pagefind=" in line)
    assert sorted(ratios) == [f"{what}_ratio_pagefind" for what in ("build", "bytes", "cold", "rebuild")]
    assert all(float(ratio) > 0 for ratio in ratios.values())
