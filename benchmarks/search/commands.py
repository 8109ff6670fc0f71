"""Programs in processes of their own, with what they cost."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.records import PROJECT, BenchmarkError

PACKAGES = PROJECT / "benchmarks" / "node_modules"
NAMES = ("pagefind", "minisearch", "lunr", "lunr-languages")
SCRIPTS = Path(__file__).with_name("scripts")
_UNIT = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and kibibytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished program printed and used; times in seconds, memory in bytes at its highest."""

    output: str
    wall: float
    cpu: float
    memory: int


def run(command: Sequence[str | Path], said: str = "", at: Path = PROJECT, **environment: str | Path) -> Run:
    """Run a program to its end in a folder, `said` on its standard input, keywords as environment variables.

    Raises `BenchmarkError` with its last words when it fails.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as given:
        given.write(said)
        given.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            [str(part) for part in command],
            cwd=at,
            env={**os.environ, **{name: str(value) for name, value in environment.items()}},
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return _finished(process, start)


def _finished(process: subprocess.Popen[str], start: float) -> Run:
    with process:
        output = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BenchmarkError(f"{process.args!r} failed:\n{output.strip()[-2000:]}")
    return Run(output, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT)


def packages() -> Path:
    """The folder of the other engines; raises `BenchmarkError` when they are not installed."""
    missing = [name for name in NAMES if not (PACKAGES / name).is_dir()]
    if missing:
        raise BenchmarkError(f"npm packages are missing: {', '.join(missing)}. `make bench-search` installs them.")
    return PACKAGES


def version(name: str) -> str:
    """The installed version of one of them."""
    return str(json.loads((packages() / name / "package.json").read_text("utf-8"))["version"])
