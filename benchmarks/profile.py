"""`python -m benchmarks.profile`: where the time of a clean build goes, by stage.

The build runs in a process of its own, into a folder that is removed afterwards, with nothing kept from builds before.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.search import corpora
from benchmarks.search.commands import Run, run
from benchmarks.search.records import PROJECT, BenchmarkError
from plugins.catalog.stages import LABELS, Spent
from plugins.publishing import compressing

COMPRESS, REST = "packen", "Start und Rest"


def profile(content: Path, municipality: str, working: Path, with_packing: bool) -> Iterator[str]:
    """Build one portal and say where the time went."""
    output, told, cache = working / "output", working / "stages.json", working / "cache"
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "-e", f'CACHE_PATH="{cache}"']
    place = {"CONTENT": str(content), "MUNICIPALITY": municipality, "SITEURL": "https://service.stadt.example"}
    done = run(command, "", PROJECT, OUTPUT=output, PROFILE=told, **place)
    stages = {LABELS[name]: Spent(**spent) for name, spent in json.loads(told.read_text("utf-8")).items()}
    stages[REST] = Spent(done.cpu, done.wall) - sum(stages.values(), Spent())
    if with_packing:
        stages[COMPRESS] = _packed(output)
    yield from table(stages, len(list(output.glob("leistungen/*/index.html"))), done)


def _packed(output: Path) -> Spent:
    """What it costs to compress the files of a portal, as `make publish` does."""
    names = [path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()]
    before = Spent(time.process_time(), time.perf_counter())
    compressing.compress(output, names)
    return Spent(time.process_time(), time.perf_counter()) - before


def table(stages: Mapping[str, Spent], services: int, done: Run) -> Iterator[str]:
    """Seconds by stage, the share of all, and microseconds of processor for each page of a service."""
    whole = sum(stages.values(), Spent())
    yield f"{services} Leistungen, höchstens {done.memory / 1e6:.0f} MB"
    yield ""
    yield "| | CPU s | Uhr s | Anteil | CPU µs je Leistung |"
    yield "|---|---:|---:|---:|---:|"
    for label, spent in {**stages, "alles": whole}.items():
        each = 1e6 * spent.cpu / max(services, 1)
        yield f"| {label} | {spent.cpu:.2f} | {spent.wall:.2f} | {spent.cpu / whole.cpu:.0%} | {each:.0f} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description=__doc__)
    parser.add_argument("--size", default="demo", help="demo, muenchen, or a number of services (default: demo)")
    parser.add_argument("--content", type=Path, help="this content folder instead")
    parser.add_argument("--municipality", default="", help="the town of the portal")
    parser.add_argument("--publish", action="store_true", help="compress the files too")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as working:
        try:
            content, town = _content(options, Path(working))
            print("\n".join(profile(content, town, Path(working), options.publish)))
        except (BenchmarkError, corpora.AbsentError) as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _content(options: argparse.Namespace, working: Path) -> tuple[Path, str]:
    if options.content:
        return options.content.resolve(), options.municipality
    return corpora.content(options.size, working)


if __name__ == "__main__":
    sys.exit(main())
