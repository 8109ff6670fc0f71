"""`python -m benchmarks.export 10000`: what all exports of so many services cost, in a fresh process."""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import corpus
from plugins.exports import __main__ as export

ROOT = Path(__file__).parents[1]


def measure(number: int) -> None:
    """Make the content, export it in a process of its own, so that its peak of memory is all there is."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        corpus.write(number, content)
        command = [sys.executable, "-m", "benchmarks.export", "--content", str(content), "--out", f"{folder}/out"]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603


def report(content: Path, out: Path) -> None:
    """Export a folder and say what it cost, reading and checking included."""
    export.main(["--municipality", "rurheim", "--out", str(out), str(content)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak_mb={peak:.0f} cpu_s={time.process_time():.1f}", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.export", description=__doc__)
    parser.add_argument("numbers", type=int, nargs="*", help="how many services")
    parser.add_argument("--content", type=Path, help="export this folder in this process")
    parser.add_argument("--out", type=Path, help="write it here")
    options = parser.parse_args(arguments)
    if options.content:
        report(options.content, options.out)
    for number in options.numbers:
        print(f"{number} services:", flush=True)
        measure(number)


if __name__ == "__main__":
    main()
