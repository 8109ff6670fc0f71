"""What a second worker of a cluster is worth: the same portals built by one, by two, and by two of which one is killed.

A scheduler and its workers run on this machine, each a process of its own and new for every build, so that every worker
reads the content; the clock runs from the order to the last portal. Forked processes (`JOBS`) are measured beside them:
more than these gain the cores do not give. The files of all builds must be the same.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from distributed import Client

from benchmarks.search.commands import run
from benchmarks.search.records import PROJECT, BenchmarkError
from plugins.catalog import manifest

SERVICES = 500
QUIET = ("--host", "127.0.0.1", "--no-dashboard")
WORK = ("--nthreads", "1", "--no-nanny", "--preload", "plugins.cluster.task")
PATIENCE = 60
"""Seconds until a scheduler and its workers have found each other."""

Worker = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Bench:
    """A folder of content, and one where all builds of its portals go, each into a place that never was."""

    content: Path
    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def forked(self, jobs: int) -> float:
        """Seconds of wall clock for all portals by so many forked processes."""
        return self._build(f"{jobs} forked", JOBS=str(jobs))

    def workers(self, number: int) -> float:
        """The same by so many workers."""
        with self._cluster(number) as (address, _):
            return self._build(f"{number} workers", SCHEDULER=address)

    def killed(self) -> float:
        """The same by two, one of which is killed when the first portal is there."""
        with self._cluster(2) as (address, (worker, _)):
            threading.Thread(target=self._kill, args=(worker,), daemon=True).start()
            return self._build("killed", SCHEDULER=address)

    def outputs(self) -> set[tuple[tuple[str, str], ...]]:
        """The files of a build with their digests; as many as there are builds that differ."""
        return {tuple(sorted(manifest.measured(place).items())) for place in self.folder.glob("*/portals")}

    def _build(self, name: str, **how: str) -> float:
        print(f"  {name}", file=sys.stderr, flush=True)
        output = self.folder / f"{name} {next(self.numbers)}"
        command = [sys.executable, "-m", "pelican", "-e", f"CACHE_PATH={json.dumps(str(output / 'cache'))}"]
        place = {"CONTENT": str(self.content), "OUTPUT": str(output), "PORTALS": "1", "EXPORTS": "0"}
        return run(command, "", PROJECT, **place, **how).wall

    def _kill(self, worker: Worker) -> None:
        while not any(self.folder.glob(f"killed */portals/*/{manifest.NAME}")):
            time.sleep(0.05)
        worker.kill()

    @contextmanager
    def _cluster(self, workers: int) -> Iterator[tuple[str, Sequence[Worker]]]:
        """The address of a scheduler, and its workers, who are all there; none is left over."""
        with tempfile.TemporaryDirectory() as room, ExitStack() as stack:
            told = Path(room) / "scheduler.json"
            stack.enter_context(self._running("dask_scheduler", "--port", "0", "--scheduler-file", str(told), *QUIET))
            address = _address(told)
            work = ("dask_worker", address, *QUIET, *WORK, "--local-directory", room)
            running = [stack.enter_context(self._running(*work)) for _ in range(workers)]
            with Client(address, timeout=PATIENCE) as client:
                client.wait_for_workers(workers, timeout=PATIENCE)
            yield address, running

    @contextmanager
    def _running(self, program: str, *arguments: str) -> Iterator[Worker]:
        """A program of Dask until it is not needed any more."""
        command = [sys.executable, "-m", f"distributed.cli.{program}", *arguments]
        environment = os.environ | {"CONTENT": str(self.content)}
        process = subprocess.Popen(  # noqa: S603
            command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when something fails or outputs differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=__doc__)
    parser.add_argument("portals", type=int, nargs="?", default=36, help="how many (default: 36)")
    parser.add_argument("--services", type=int, default=SERVICES, help=f"how many the folder has (default: {SERVICES})")
    parser.add_argument("--runs", type=int, default=5, help="how often each is built, in turns (default: 5)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as working:
        content = Path(working) / "content"
        try:
            corpus = [
                "benchmarks.corpus",
                str(options.services),
                str(content),
                "--municipalities",
                str(options.portals),
            ]
            run([sys.executable, "-m", *corpus])
            bench = Bench(content, Path(working) / "built")
            walls = measured(bench, options.runs)
        except BenchmarkError as error:
            print(error, file=sys.stderr)
            return 1
        outputs = len(bench.outputs())
    print("\n".join(table(options.portals, walls, outputs)))
    return int(outputs != 1)


def measured(bench: Bench, runs: int) -> Mapping[str, float]:
    """The median wall clock of each way, which take turns; the one with a loss is built once."""
    ways: Mapping[str, Callable[[], float]] = {
        "one process": lambda: bench.forked(1),
        "two forked processes": lambda: bench.forked(2),
        "one worker": lambda: bench.workers(1),
        "two workers": lambda: bench.workers(2),
    }
    walls = defaultdict(list)
    for _ in range(runs):
        for name, way in ways.items():
            walls[name].append(way())
    return {name: statistics.median(found) for name, found in walls.items()} | {"two, one killed": bench.killed()}


def table(portals: int, walls: Mapping[str, float], outputs: int) -> Iterator[str]:
    """The ways beside each other; then, for programs, what a second one is worth, and how many outputs there are."""
    yield from (f"| {portals} portals built by | wall s | times one worker |", "|---|---:|---:|")
    yield from (f"| {name} | {wall:.2f} | {walls['one worker'] / wall:.2f} |" for name, wall in walls.items())
    yield ""
    yield f"cluster_workers_ratio={walls['one worker'] / walls['two workers']:.2f}"
    yield f"cluster_forked_ratio={walls['one process'] / walls['two forked processes']:.2f}"
    yield f"cluster_different_outputs={outputs}"


def _address(told: Path) -> str:
    """Where the scheduler answers, as soon as it says so."""
    until = time.monotonic() + PATIENCE
    while not (told.is_file() and told.read_text("utf-8")):
        if time.monotonic() > until:
            raise BenchmarkError("The scheduler does not start.")
        time.sleep(0.05)
    return str(json.loads(told.read_text("utf-8"))["address"])


if __name__ == "__main__":
    sys.exit(main())
