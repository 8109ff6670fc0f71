"""Programs in processes of their own, with what they cost."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.records import PROJECT, BenchmarkError

PACKAGES = PROJECT / "benchmarks" / "node_modules"
NAMES = ("pagefind", "minisearch", "lunr", "lunr-languages")
SCRIPTS = Path(__file__).with_name("scripts")
LAUNCHER = PROJECT / "benchmarks" / "launching.py"
_KEEPING = {"PYTHONDONTWRITEBYTECODE": ""}
"""Python keeps what it has compiled, as it does wherever nobody forbids it."""


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
    with tempfile.TemporaryDirectory() as working:
        given, told = Path(working) / "given", Path(working) / "told"
        given.write_text(said, "utf-8")
        launched = [sys.executable, "-I", "-S", LAUNCHER, told, *command]
        with given.open("rb") as spoken:
            done = subprocess.run(  # noqa: S603
                [str(part) for part in launched],
                cwd=at,
                env={**os.environ, **_KEEPING, **{name: str(value) for name, value in environment.items()}},
                stdin=spoken,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )
        if done.returncode:
            raise BenchmarkError(f"{[str(part) for part in command]!r} failed:\n{done.stdout.strip()[-2000:]}")
        return Run(done.stdout, **json.loads(told.read_text("utf-8")))


def packages() -> Path:
    """The folder of the other engines; raises `BenchmarkError` when they are not installed."""
    missing = [name for name in NAMES if not (PACKAGES / name).is_dir()]
    if missing:
        raise BenchmarkError(f"npm packages are missing: {', '.join(missing)}. `make bench-search` installs them.")
    return PACKAGES


def version(name: str) -> str:
    """The installed version of one of them."""
    return str(json.loads((packages() / name / "package.json").read_text("utf-8"))["version"])
