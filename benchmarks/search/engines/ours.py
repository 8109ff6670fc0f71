"""Our own search: the built portal as it is. `python -m benchmarks.search.engines.ours DOCUMENTS` builds the index."""

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.search.preparing import compress, documents_file, read_documents, timed, write_documents
from benchmarks.search.records import Build, Engine, Site
from search import browser_index
from search import cache as search_cache


def _build(site: Site) -> Build:
    return timed([sys.executable, "-m", "benchmarks.search.engines.ours", documents_file(site)])


def _rebuild(site: Site) -> Build:
    """After an edit of one service, with what the build before it left behind."""
    kept = Path(tempfile.mkdtemp(dir=site.working))
    search_cache.files(site.corpus.documents, kept)
    edited = site.working / "edited.json"
    first, *others = site.corpus.documents
    write_documents(edited, [replace(first, body=f"{first.body} Neu ist nur dieser Satz."), *others])
    return timed([sys.executable, "-m", "benchmarks.search.engines.ours", edited, kept])


def _prepare(site: Site) -> None:
    compress([*(site.folder / "assets").iterdir(), site.folder / "suche" / "index.html"])


def main(documents: Path, kept: Path | None = None) -> None:
    """Build the index of these services, from nothing or with what was kept, and print the seconds it took."""
    services = read_documents(documents)
    start = time.perf_counter()
    if kept:
        search_cache.files(services, kept)
    else:
        browser_index.build(services)
    print(json.dumps({"index": time.perf_counter() - start}))


ENGINE = Engine("Fundstelle", "/suche/", _build, _prepare, _rebuild)

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
