"""`python -m tests.fuzzing [--seconds 60] [TARGET…]`: look for inputs that break a statement.

`python -m tests.fuzzing repeat FILE…`: hold the statements against finds again.
"""

import argparse
import contextlib
import importlib.util
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.fuzzing import targets
from tests.fuzzing.targets import CASES

FOLDER = Path(".cache/fuzz")
LONGEST = 4096
MEGABYTES = 2048
HANGS = 120
"""Bytes of an input, memory of a run, seconds after which libFuzzer gives an input up by itself."""

SHRINKING = 60
"""Seconds for making a find smaller."""


@dataclass(frozen=True)
class Run:
    """What came of one target; `find` is a case, or the log where nothing was looked for."""

    target: str
    seconds: int
    inputs: int
    edges: int
    find: Path | None

    def __str__(self) -> str:
        return f"{self.target}: {self.seconds} s, {self.inputs} inputs, {self.edges} edges, {self._found}"

    @property
    def _found(self) -> str:
        if self.find is None:
            return "no find"
        if not self.inputs:
            return f"did not begin: {self.find}"
        return f"find: {self.find}; again: {sys.executable} -m tests.fuzzing repeat {self.find}"


def main(arguments: list[str] | None = None) -> int:
    """1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("what", nargs="*", help=f"repeat FILE…, or targets: {', '.join(targets.names())}")
    options = parser.parse_args(arguments)
    if options.what[:1] == ["repeat"]:
        return repeat([Path(name) for name in options.what[1:]])
    unknown = set(options.what) - set(targets.names())
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(targets.names())}")
    if importlib.util.find_spec("atheris") is None:
        print("Atheris is missing; it runs on Linux only. The cases and properties are part of `make test` everywhere.")
        return 2
    runs = [shown(fuzzed(name, options.seconds)) for name in options.what or targets.names()]
    return 1 if any(run.find for run in runs) else 0


def repeat(files: list[Path]) -> int:
    """Hold the statement of each file's folder against the file; raises what it raises."""
    for file in files:
        targets.target(file.parent.name).check(file.read_bytes())
        print(f"{file}: true")
    return 0


def shown(run: Run) -> Run:
    """The run, told at once."""
    print(run, flush=True)
    return run


def fuzzed(name: str, seconds: int) -> Run:
    """One target in a process of its own, which ends with the first find."""
    folder = FOLDER / name
    for part in ("corpus", "seeds", "finds"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    _prepare(name, folder)
    options = {
        "max_total_time": seconds,
        "max_len": LONGEST,
        "rss_limit_mb": MEGABYTES,
        "timeout": HANGS,
        "dict": folder / "tokens.txt",
        "artifact_prefix": f"{folder / 'finds'}/",
    }
    watching = [sys.executable, "-m", "tests.fuzzing.watching", name]
    given = [f"-{key}={value}" for key, value in options.items()]
    start, log = time.monotonic(), folder / "log.txt"
    with log.open("wb") as said:
        subprocess.run([*watching, *given, folder / "corpus", folder / "seeds"], stdout=said, stderr=said, check=False)
    return run_of(name, round(time.monotonic() - start), log)


def _prepare(name: str, folder: Path) -> None:
    """Seeds and known cases as files, the words of the language as a dictionary."""
    target = targets.target(name)
    for data in (*target.seeds(), *(case.read_bytes() for case in target.cases)):
        (folder / "seeds" / sha256(data).hexdigest()).write_bytes(data)
    words = ("".join(f"\\x{byte:02x}" for byte in token) for token in target.tokens)
    (folder / "tokens.txt").write_text("".join(f'"{word}"\n' for word in words))


def run_of(name: str, seconds: int, log: Path) -> Run:
    """What libFuzzer wrote about its run; the last word on each counts."""
    told = log.read_text("utf-8", "replace")
    inputs, edges = (int([0, *re.findall(pattern, told)][-1]) for pattern in (r"(?m)^#(\d+)", r"cov: (\d+)"))
    found = re.findall(r"Test unit written to (\S+)", told)
    if found:
        return Run(name, seconds, inputs, edges, _case(name, Path(found[-1])))
    return Run(name, seconds, inputs, edges, None if inputs else log)


def _case(name: str, found: Path) -> Path:
    """The find as a case, as small as it gets."""
    smaller = found.with_name(f"{found.name}.small")
    shrink(name, found, smaller)
    data = (smaller if smaller.exists() else found).read_bytes()
    case = CASES / name / sha256(data).hexdigest()[:12]
    case.parent.mkdir(parents=True, exist_ok=True)
    case.write_bytes(data)
    return case


def shrink(name: str, found: Path, smaller: Path) -> None:
    """Write the smallest input so far until the time is over; in a process of its own, which a find may end."""
    command = [sys.executable, "-m", "tests.fuzzing.shrinking", name, str(found), str(smaller)]
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, check=False, timeout=SHRINKING, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
