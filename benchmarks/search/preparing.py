"""What engines need before they are measured: documents as JSON, a page of the common look, compressed files."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.search.commands import SCRIPTS, packages, run
from benchmarks.search.records import Build, Site
from plugins.pages.assets import node
from search.documents import SearchDocument

_TEXTS = {".html", ".css", ".js", ".mjs", ".json", ".svg"}


def documents_file(site: Site) -> Path:
    """The services as JSON, the same file for every engine that reads one."""
    path = site.working / "documents.json"
    if not path.exists():
        write_documents(path, site.corpus.documents)
    return path


def write_documents(path: Path, documents: Sequence[SearchDocument]) -> None:
    """Services as a JSON file."""
    path.write_text(json.dumps([asdict(one) for one in documents], ensure_ascii=False), "utf-8")


def read_documents(path: Path) -> list[SearchDocument]:
    """The services of such a file."""
    entries = json.loads(path.read_text("utf-8"))
    return [SearchDocument(**{name: _frozen(value) for name, value in entry.items()}) for entry in entries]


def page(site: Site, script: str, folder: str, index: str) -> None:
    """The search page of an engine: `script` bundled, told the address of its index."""
    packages()
    target = site.folder / folder
    target.mkdir(exist_ok=True)
    run([node(), SCRIPTS / "bundle.mjs", script, index, target])


def index_in_node(site: Site, script: str, target: Path) -> Build:
    """Run a build script that prints the seconds of its index."""
    packages()
    target.parent.mkdir(exist_ok=True)
    return timed([node(), SCRIPTS / script, documents_file(site), target])


def timed(command: list[str | Path]) -> Build:
    """A build by a program whose last line is `{"index": seconds}`."""
    done = run(command)
    index = json.loads(done.output.splitlines()[-1])["index"]
    return Build(index, done.wall, done.cpu, done.memory)


def compress(files: Iterable[Path]) -> None:
    """Lay the brotli form beside every text among these files, as a careful operator does before serving."""
    texts = [str(file) for file in files if file.suffix in _TEXTS]
    run([node(), SCRIPTS / "compress.mjs"], said=json.dumps(texts))


def _frozen(value: str | list[str]) -> Any:
    return tuple(value) if isinstance(value, list) else value
