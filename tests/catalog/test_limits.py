"""How large content may be: every limit has its message, and below it memory grows with what is written, no more."""

import re
import subprocess
import sys
from pathlib import Path

from plugins.catalog import files, nodes
from plugins.catalog.kinds import KINDS
from plugins.catalog.records.service import FEW, MANY
from tests.conftest import Draft
from tests.portals import PROJECT

PEAK = """import resource, sys
from pathlib import Path
from plugins.catalog.validation import validated
validated(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"""


def peak(folder: Path) -> int:
    """The most memory that reading and checking a folder takes, in kB."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(folder)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def add(write: Draft, first: int, last: int, more: str = "") -> None:
    text = (write.folder / "services/gruenschnitt-abgeben.md").read_text("utf-8")
    for number in range(first, last):
        copy = re.sub("title: .*", f"title: Dienst {number} beantragen", text)
        (write.folder / f"services/dienst-{number}.md").write_text(copy + more, "utf-8")


def test_a_service_more_costs_a_few_kilobytes(write: Draft) -> None:
    add(write, 0, 200)
    small = peak(write.folder)
    add(write, 200, 1_200)
    assert (peak(write.folder) - small) / 1_000 < 40


def test_a_large_file_costs_a_small_multiple_of_its_bytes(write: Draft) -> None:
    small = peak(write.folder)
    add(write, 0, 40, "\n## Volltext\n\n" + "Ein Satz, der nichts sagt. " * 1_000)
    written = sum(file.stat().st_size for file in write.folder.rglob("dienst-*")) / 1024
    assert (peak(write.folder) - small) / written < 20


def test_the_page_of_limits_says_what_holds() -> None:
    page = (PROJECT / "docs/limits.md").read_text("utf-8")
    generated = {kind.max_bytes for kind in KINDS} - {files.MAX_BYTES}
    for limit in (
        f"{files.MAX_BYTES // 1024} KiB",
        f"{generated.pop() // 1024**2} MiB",
        f"{files.MAX_TOTAL // 1024**2} MiB",
        f"{files.MAX_FILES:,} files",
        f"{nodes.MAX_DEPTH} levels",
        f"{FEW} entries",
        f"{MANY} entries",
        "30,000 characters",
    ):
        assert limit in page
    assert generated == set()
