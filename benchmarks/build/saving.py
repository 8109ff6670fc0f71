"""`python -m benchmarks.build.saving [SIZE]`: from a save to the changed page on disk, while `make serve` runs."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.build.measuring import edit
from benchmarks.search import corpora
from benchmarks.search.records import PROJECT, BenchmarkError

PAUSE = 4.0
"""Seconds between two saves: somebody reads the page, the search follows."""

LONGEST = 120.0
LOOK = 0.001


def milliseconds(content: Path, municipality: str, slug: str, working: Path, turns: int) -> list[float]:
    """Save a service so often; each time, how long its page took. The content is left alone."""
    folder, output = working / "source", working / "output"
    shutil.copytree(content, folder)
    page = output / "leistungen" / slug / "index.html"
    with _served(folder, municipality, output):
        return [_saved(folder / "services" / f"{slug}.md", page, turn) for turn in range(turns)]


def _saved(file: Path, page: Path, turn: int) -> float:
    time.sleep(PAUSE)
    text, start = f"Neu ist Satz {turn}.".encode(), time.perf_counter()
    edit(file, turn)
    while text not in page.read_bytes():
        if time.perf_counter() - start > LONGEST:
            raise BenchmarkError(f"{page} does not change")
        time.sleep(LOOK)
    return 1000 * (time.perf_counter() - start)


@contextmanager
def _served(folder: Path, municipality: str, output: Path) -> Iterator[None]:
    """The live server, after its first build."""
    settings = {"CONTENT": str(folder), "MUNICIPALITY": municipality, "OUTPUT": str(output), "ADMIN": "1"}
    command = [sys.executable, "-m", "plugins.serve"]
    with subprocess.Popen(  # noqa: S603 - the project's own server
        command, cwd=PROJECT, env=os.environ | settings, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            if not any("http://" in line for line in server.stdout or ()):
                raise BenchmarkError("make serve does not start")
            yield
        finally:
            server.terminate()
            server.wait()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one size of generated content and print every time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build.saving", description=__doc__)
    parser.add_argument("size", nargs="?", default="5000")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as working:
        content, town = corpora.content(options.size, Path(working))
        slug = sorted(content.glob("services/*.md"))[100].stem
        found = milliseconds(content, town, slug, Path(working) / "saving", options.runs)
    print(" ".join(f"{one:.0f}" for one in found))


if __name__ == "__main__":
    main()
