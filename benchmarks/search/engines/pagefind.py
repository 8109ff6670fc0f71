"""Pagefind: indexes the built pages of the services and loads the parts of its index that a query needs."""

import html
import re
import shutil
from pathlib import Path

from benchmarks.search.commands import packages, run
from benchmarks.search.preparing import compress, page
from benchmarks.search.records import BenchmarkError, Build, Engine, Site
from plugins.pages.assets import node
from search.documents import SearchDocument

_FINISHED = re.compile(r"Finished in ([\d.]+) seconds")


def marked(page: str, document: SearchDocument) -> str:
    """A built page as Pagefind's documentation wants it: the body marked; and the words that no German page shows."""
    words = html.escape(", ".join((*document.other_titles, *document.synonyms)))
    synonyms = f'<p hidden data-pagefind-weight="8">{words}</p>' if words else ""
    return page.replace("<main", "<main data-pagefind-body", 1).replace("</main>", f"{synonyms}</main>", 1)


def _source(site: Site) -> Path:
    """The pages of the services, and no others; marked when they are first asked for."""
    folder = site.working / "pages"
    for document in site.corpus.documents if not folder.exists() else ():
        place = f"{document.url.strip('/')}/index.html"
        target = folder / place
        target.parent.mkdir(parents=True)
        target.write_text(marked((site.folder / place).read_text("utf-8"), document), "utf-8")
    return folder


def _build(site: Site) -> Build:
    program = packages() / "pagefind" / "lib" / "runner" / "bin.cjs"
    source, target = _source(site), site.folder / "pagefind" / "index"
    shutil.rmtree(target, ignore_errors=True)
    done = run([node(), program, "--site", source, "--output-path", target])
    finished = _FINISHED.search(done.output)
    if not finished:
        raise BenchmarkError(f"Pagefind does not say how long it took:\n{done.output}")
    return Build(float(finished[1]), done.wall, done.cpu, done.memory)


def _prepare(site: Site) -> None:
    page(site, "pagefind.page.mjs", "pagefind", "/pagefind/index/pagefind.js")
    compress([*(site.folder / "pagefind").iterdir(), *(site.folder / "pagefind" / "index").iterdir()])


ENGINE = Engine("Pagefind", "/pagefind/", _build, _prepare)
