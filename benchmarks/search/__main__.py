"""`python -m benchmarks.search [SIZE …]`: the search beside the others, one table per size.

Sizes: `demo`, `muenchen` (with the demo's services; needs the public corpora in ../shared), or a number of services.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search import corpora, quality, report
from benchmarks.search.builds import built
from benchmarks.search.commands import NAMES, packages, run, version
from benchmarks.search.engines import ENGINES, ours
from benchmarks.search.phone import DOWN, ROUND_TRIP, SLOWNESS, chromium
from benchmarks.search.records import BenchmarkError, Engine, Quality, Row, Site
from benchmarks.search.server import Served, served
from benchmarks.search.visits import visits
from plugins.pages.assets import node

SIZES = ("demo", "muenchen", "10000")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every size that is there and print its table; 1 when something the benchmark needs is missing."""
    options = _parser().parse_args(arguments)
    try:
        packages()
        with chromium() as browser:
            print(_conditions(browser, options.visits), flush=True)
            for size in options.sizes or SIZES:
                print("\n".join(_section(browser, size, options.visits)), flush=True)
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=f"default: {' '.join(SIZES)}")
    parser.add_argument("--visits", type=int, default=5, help="how often each engine is visited (default: 5)")
    return parser


def _conditions(browser: Browser, number: int) -> str:
    """What the numbers hold for."""
    node_version = run([node(), "--version"]).output.strip().removeprefix("v")
    versions = [f"{name} {version(name)}" for name in NAMES]
    versions += [f"Chromium {browser.version}", f"Python {platform.python_version()}", f"Node {node_version}"]
    line = f"{ROUND_TRIP} ms, {DOWN / 1e6} Mbit/s, processor {SLOWNESS} times slower"
    machine = f"{os.cpu_count()} × {platform.machine()}"
    phone = f"Phone: {line} than this machine ({machine})"
    return f"{', '.join(versions)}. {phone}. Medians of {number} visits, best of {number} builds."


def _section(browser: Browser, size: str, number: int) -> Iterator[str]:
    """The table of a size, or why there is none."""
    print(f"{size}: content and portal", file=sys.stderr)
    with tempfile.TemporaryDirectory() as working:
        try:
            site = _site(size, Path(working))
        except corpora.AbsentError as error:
            yield f"\n## {size}\n\nSkipped: {error}"
            return
        rows = list(_rows(browser, site, number))
    yield f"\n## {size}: {len(site.corpus.documents)} services\n"
    yield from report.table(rows)
    yield from ("", "```text", *report.ratios(size, rows), "```")


def _site(size: str, working: Path) -> Site:
    """The built portal of a size; the other engines move in beside it."""
    corpus = corpora.corpus(size, working)
    folder = working / "site"
    pelican = [sys.executable, "-m", "pelican"]
    run(pelican, CONTENT=corpus.content, MUNICIPALITY=corpus.municipality, OUTPUT=folder)
    return Site(corpus, folder, working)


def _rows(browser: Browser, site: Site, number: int) -> Iterator[Row]:
    builds, rebuilds = built(site, number)
    for engine in ENGINES:
        engine.prepare(site)
    with served(site.folder) as server:
        visited = visits(browser, server, ENGINES, number)
        for engine in ENGINES:
            print(f"  {engine.name}: quality", file=sys.stderr)
            answered = _quality(browser, server, engine, site)
            yield Row(engine.name, builds[engine.name], rebuilds[engine.name], visited[engine.name], answered)


def _quality(browser: Browser, server: Served, engine: Engine, site: Site) -> Quality:
    if engine is ours.ENGINE:
        return quality.of_desk(site.corpus)
    return quality.of_page(browser, server.address, engine, site.corpus)


if __name__ == "__main__":
    sys.exit(main())
