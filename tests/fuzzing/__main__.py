"""`python -m tests.fuzzing [--seconds 60] [TARGET…]`: look for inputs that break a statement.

`python -m tests.fuzzing repeat FILE…`: hold the statements against finds again.
"""

import argparse
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
    """What came of one target."""

    target: str
    seconds: int
    inputs: int
    edges: int
    find: Path | None

    def __str__(self) -> str:
        found = (
            f"find: {self.find}; again: {sys.executable} -m tests.fuzzing repeat {self.find}"
            if self.find
            else "no find"
        )
        return f"{self.target}: {self.seconds} s, {self.inputs} inputs, {self.edges} edges, {found}"


def main(arguments: list[str] | None = None) -> int:
    """1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("what", nargs="*", help=f"repeat FILE…, or targets: {', '.join(targets.names())}")
    options = parser.parse_args(arguments)
    if options.what[:1] == ["repeat"]:
        return repeat([Path(name) for name in options.what[1:]])
    if importlib.util.find_spec("atheris") is None:
        print("Atheris is missing; it runs on Linux only. The cases and properties are part of `make test` everywhere.")
        return 2
    unknown = set(options.what) - set(targets.names())
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(targets.names())}")
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
        "print_final_stats": 1,
    }
    command = [
        sys.executable,
        "-m",
        "tests.fuzzing.watching",
        name,
        *(f"-{key}={value}" for key, value in options.items()),
    ]
    start = time.monotonic()
    with (folder / "log.txt").open("wb") as log:
        subprocess.run([*command, folder / "corpus", folder / "seeds"], stdout=log, stderr=log, check=False)
    return _run(name, round(time.monotonic() - start), (folder / "log.txt").read_text("utf-8", "replace"))


def _prepare(name: str, folder: Path) -> None:
    """Seeds and known cases as files, the words of the language as a dictionary."""
    target = targets.target(name)
    for data in (*target.seeds(), *(case.read_bytes() for case in target.cases)):
        (folder / "seeds" / sha256(data).hexdigest()).write_bytes(data)
    words = ("".join(f"\\x{byte:02x}" for byte in token.encode("utf-8", "surrogateescape")) for token in target.tokens)
    (folder / "tokens.txt").write_text("".join(f'"{word}"\n' for word in words))


def _run(name: str, seconds: int, log: str) -> Run:
    """What libFuzzer wrote about its run; the last word on each counts."""
    numbers = {key: [0, *map(int, re.findall(pattern, log))][-1] for key, pattern in _NUMBERS.items()}
    found = re.findall(r"Test unit written to (\S+)", log)
    return Run(name, seconds, **numbers, find=_case(name, Path(found[-1])) if found else None)


_NUMBERS = {"inputs": r"(?m)^#(\d+)", "edges": r"cov: (\d+)"}


def _case(name: str, found: Path) -> Path:
    """The find as a case, as small as it gets in a minute."""
    smaller = found.with_name(f"{found.name}.small")
    command = [sys.executable, "-m", "tests.fuzzing.shrinking", name, str(found), str(smaller)]
    try:
        subprocess.run(command, check=True, timeout=SHRINKING, capture_output=True)
    except subprocess.SubprocessError:
        smaller = smaller if smaller.exists() else found
    data = smaller.read_bytes()
    case = CASES / name / sha256(data).hexdigest()[:12]
    case.parent.mkdir(parents=True, exist_ok=True)
    case.write_bytes(data)
    return case


if __name__ == "__main__":
    sys.exit(main())
