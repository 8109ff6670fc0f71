"""`python -m benchmarks.build [SIZE …]`: our build beside those of others, one table per size.

Sizes: a number of services, or `muenchen` (with the demo's services; needs the public corpora in ../shared).
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from benchmarks.build import content, report, saving
from benchmarks.build.generators import GENERATORS, HUGO, OURS, Generator, Source
from benchmarks.build.measuring import Measured, edited_service, measure
from benchmarks.search import corpora
from benchmarks.search.records import BenchmarkError
from plugins.catalog.cores import cores

SIZES = ("500", "5000", "20000")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every size that is there and print its table; 1 when something the benchmark needs is missing."""
    options = _parser().parse_args(arguments)
    if options.cores:
        os.sched_setaffinity(0, options.cores)
    by_size: dict[int, Sequence[Measured]] = {}
    try:
        generators = _generators(options.only)
        print(_conditions(options.runs, cores()), flush=True)
        with tempfile.TemporaryDirectory() as working:
            for size in options.sizes or SIZES:
                rows = _section(size, generators, options.runs, Path(working) / size)
                if rows and size.isdecimal():
                    by_size[int(size)] = rows
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    if by_size:
        print("\n" + "\n".join(report.lines(by_size)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=f"default: {' '.join(SIZES)}")
    parser.add_argument("--runs", type=int, default=5, help="how often ours and Hugo are built (default: 5)")
    parser.add_argument(
        "--cores", type=_cores, default=frozenset(), help="the processor cores of all builds, for example 0 or 0,1"
    )
    parser.add_argument("--only", default="", metavar="NAMES", help="ours and these, for example Hugo,Pelican")
    return parser


def _cores(text: str) -> frozenset[int]:
    return frozenset(map(int, text.split(",")))


def _generators(only: str) -> list[Generator]:
    """Ours first, then the others that are wanted and installed."""
    wanted = [one for one in GENERATORS if not only or one.name in (OURS, *only.split(","))]
    for one in wanted:
        if not one.is_installed:
            raise BenchmarkError(f"{one.name} is missing: {one.needs}. `make bench-build` installs it.")
    return wanted


def _conditions(runs: int, cores: int) -> str:
    """What the numbers hold for."""
    machine = (
        f"{cores} × {platform.machine()}, Python {platform.python_version()}, Pelican {metadata.version('pelican')}"
    )
    return f"{machine}. Medians of {runs} builds for {OURS} and {HUGO}, in turns; of fewer for the others."


def _section(size: str, generators: Sequence[Generator], runs: int, working: Path) -> Sequence[Measured]:
    """Measure one size and print its table, or why there is none."""
    print(f"{size}: content", file=sys.stderr, flush=True)
    working.mkdir()
    try:
        source = _source(size, working)
    except corpora.AbsentError as error:
        print(f"\n## {size}\n\nSkipped: {error}", flush=True)
        return ()
    rows = measure(source, generators, working, runs)
    slug = edited_service(source)
    rows[0].saved = saving.milliseconds(source.content, source.municipality, slug, working / "saving", runs)
    print("\n".join(_lines(size, source, rows)), flush=True)
    return rows


def _source(size: str, working: Path) -> Source:
    place, town = corpora.content(size, working)
    return Source(place, town, content.portal(place, town))


def _lines(size: str, source: Source, rows: Sequence[Measured]) -> Iterator[str]:
    name = f"{size} services" if size.isdecimal() else size
    place, count = source.portal.site["name"], len(source.portal.services)
    yield f"\n## {name}: {count} pages of services in the portal of {place}\n"
    yield from report.table(rows)


if __name__ == "__main__":
    sys.exit(main())
