"""Our own search: the built portal as it is. `python -m benchmarks.search.engines.ours DOCUMENTS` builds the index."""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.search.preparing import compress, documents_file, read_documents, timed, write_documents
from benchmarks.search.records import Build, Engine, Site
from search import browser_index


def _build(site: Site) -> Build:
    return timed([sys.executable, "-m", "benchmarks.search.engines.ours", documents_file(site)])


def _rebuild(site: Site) -> Build:
    """After an edit of one service; only what the search itself keeps between builds can make it faster."""
    edited = site.working / "edited.json"
    if not edited.exists():
        first, *others = site.corpus.documents
        write_documents(edited, [replace(first, body=f"{first.body} Neu ist nur dieser Satz."), *others])
    return timed([sys.executable, "-m", "benchmarks.search.engines.ours", edited])


def _prepare(site: Site) -> None:
    compress([*(site.folder / "assets").iterdir(), site.folder / "suche" / "index.html"])


def main(documents: Path) -> None:
    """Build the index of these services from nothing and print the seconds it took."""
    services = read_documents(documents)
    start = time.perf_counter()
    browser_index.build(services)
    print(json.dumps({"index": time.perf_counter() - start}))


ENGINE = Engine("Fundstelle", "/suche/", _build, _prepare, _rebuild)

if __name__ == "__main__":
    main(Path(sys.argv[1]))
