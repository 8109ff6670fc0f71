"""`python -m benchmarks.build.portals 36`: all portals in one run, beside a Pelican run for each, and a copy.

Stock Pelican is measured on a few of the towns and multiplied; the copy is that of our output, file by file.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.build import content
from benchmarks.build.generators import GENERATORS, PELICAN, Job, Source, stages_of
from benchmarks.search.commands import Run, run
from benchmarks.search.records import PROJECT, BenchmarkError
from plugins.catalog.stages import LABELS, Spent

SERVICES = 500
SAMPLE = 3
"""How many of the portals stock Pelican builds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the content, build, copy, and print the table; 1 when something the benchmark needs is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build.portals", description=__doc__)
    parser.add_argument("portals", type=int, nargs="?", default=36, help="how many (default: 36)")
    parser.add_argument("--services", type=int, default=SERVICES, help=f"how many the folder has (default: {SERVICES})")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as working:
        try:
            print("\n".join(_measured(options.services, options.portals, Path(working))))
        except BenchmarkError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _measured(services: int, portals: int, working: Path) -> Iterator[str]:
    folder = working / "content"
    run([sys.executable, "-m", "benchmarks.corpus", str(services), folder, "--municipalities", str(portals)])
    ours, stages = _ours(folder, working)
    print(f"  copy of the output, then {SAMPLE} portals with stock Pelican", file=sys.stderr, flush=True)
    copied = run(["cp", "-a", working / "output", working / "copy"])
    yield from table(portals, ours, stages, copied, _theirs(folder, working))


def _ours(folder: Path, working: Path) -> tuple[Run, Mapping[str, Spent]]:
    print("  all portals at once", file=sys.stderr, flush=True)
    output = working / "output"
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "-e", f'CACHE_PATH="{working / "cache"}"']
    told = stages_of(output)
    done = run(command, "", PROJECT, CONTENT=folder, OUTPUT=output, PORTALS="1", EXPORTS="0", PROFILE=told)
    return done, {name: Spent(**spent) for name, spent in json.loads(told.read_text("utf-8")).items()}


def _theirs(folder: Path, working: Path) -> Sequence[Run]:
    """Some of the portals, spread over the alphabet, each as a site of stock Pelican."""
    (pelican,) = (one for one in GENERATORS if one.name == PELICAN)
    if not pelican.is_installed:
        raise BenchmarkError(f"{PELICAN} is missing: {pelican.needs}. `make bench-build` installs it.")
    towns = sorted(path.parent.name for path in folder.glob("municipalities/*/municipality.yaml"))
    done = []
    for town in towns[:: max(1, len(towns) // SAMPLE)][:SAMPLE]:
        source = Source(folder, town, content.portal(folder, town))
        pelican.write(source, working / town)
        call = pelican.build(Job(source, working / town, working / f"{town}-output", working / f"{town}-kept"))
        done.append(run(call.command, "", call.at, **call.environment))
    return done


def table(portals: int, ours: Run, stages: Mapping[str, Spent], copied: Run, theirs: Sequence[Run]) -> Iterator[str]:
    """Our stages, the whole, the copy and Pelican; then what of them is a ratio, for programs."""
    cpu, wall = (statistics.fmean(getattr(one, clock) for one in theirs) for clock in ("cpu", "wall"))
    whole = Spent(portals * cpu, portals * wall)
    rows = {LABELS[name]: spent for name, spent in stages.items()}
    rows |= {f"all {portals} portals": Spent(ours.cpu, ours.wall), "copy of the output": Spent(copied.cpu, copied.wall)}
    rows[f"{portals} × stock Pelican, from {len(theirs)}"] = whole
    yield from ("| | processor s | wall s |", "|---|---:|---:|")
    yield from (f"| {label} | {spent.cpu:.2f} | {spent.wall:.2f} |" for label, spent in rows.items())
    made = stages["render"] + stages["write"]
    yield ""
    yield f"portals_copy_ratio={(made.cpu + made.wall) / (copied.cpu + copied.wall):.2f}"
    yield f"portals_cpu_ratio_pelican={made.cpu / whole.cpu:.2f}"
    yield f"portals_whole_cpu_ratio_pelican={ours.cpu / whole.cpu:.2f}"
    yield f"portals_memory_mb={ours.memory / 1e6:.0f}"


if __name__ == "__main__":
    sys.exit(main())
