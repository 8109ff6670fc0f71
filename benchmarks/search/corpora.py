"""The services of a size: the demo, Munich with the demo, or as many invented ones as asked for."""

import shutil
import sys
from pathlib import Path

from benchmarks.search.commands import run
from benchmarks.search.records import PROJECT, BenchmarkError, Corpus
from search import documents

DEMO = PROJECT / "content"
MUNICH = PROJECT.parent / "shared" / "corpora" / "muenchen"
_HOSTS = "hosts:\n"
_OF_TOWNS = frozenset({"municipalities", "addresses"})
"""Folders of the demo about its own towns: who they are, and what they published."""


class AbsentError(Exception):
    """The data of a size are not here; says which."""


def corpus(size: str, folder: Path) -> Corpus:
    """The corpus of a size; `folder` takes the content that has to be made. Raises `AbsentError`, `BenchmarkError`."""
    place, town = content(size, folder)
    editors = MUNICH / "synonym_queries.tsv" if size == "muenchen" else None
    return Corpus(size, place, town, documents.load(place, town), judged=size == "demo", editors=editors)


def content(size: str, folder: Path) -> tuple[Path, str]:
    """The content folder of a size and the municipality whose portal it is. Raises as `corpus` does."""
    if size == "demo":
        return DEMO, "rurheim"
    if size == "muenchen":
        return _munich(folder / "content"), "muenchen"
    if size.isdecimal():
        run([sys.executable, "-m", "benchmarks.corpus", size, folder / "content"])
        return folder / "content", "rurheim"
    raise BenchmarkError(f"There is no size „{size}“. Sizes: demo, muenchen, or a number of services")


def _munich(content: Path) -> Path:
    if not MUNICH.is_dir():
        raise AbsentError("the export of the City of Munich is not beside this repository (../shared)")
    importing = ["-m", "plugins.exchange", "import", "--format", "dldb", "--into"]
    run([sys.executable, *importing, content, MUNICH])
    add_demo(content, "muenchen")
    return content


def add_demo(content: Path, municipality: str) -> None:
    """Give a town the demo's services, with the offices and servers they name; its own files stay as they are."""
    for file in DEMO.glob("[!.]*/**/*.*"):
        place = file.relative_to(DEMO)
        if place.parts[0] not in _OF_TOWNS:
            _copy(file, content / place)
        elif place.parent.name == "offices":
            _copy(file, content / "municipalities" / municipality / "offices" / file.name)
    record = content / "municipalities" / municipality / "municipality.yaml"
    hosts = "".join(f"- {host}\n" for host in _demo_hosts())
    record.write_text(record.read_text("utf-8").replace(_HOSTS, _HOSTS + hosts, 1), "utf-8")


def _copy(file: Path, target: Path) -> None:
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)


def _demo_hosts() -> list[str]:
    """The servers of the demo's towns; each `hosts:` there is one line."""
    records = sorted(DEMO.glob("municipalities/*/municipality.yaml"))
    lines = [line for record in records for line in record.read_text("utf-8").splitlines()]
    inline = (line.removeprefix("hosts: [").rstrip("]") for line in lines if line.startswith("hosts: ["))
    return [host.strip() for line in inline for host in line.split(",")]
