"""lunr.js with the German of lunr-languages, as their documentation shows: one JSON index, loaded whole."""

from benchmarks.search.preparing import compress, index_in_node, page
from benchmarks.search.records import Build, Engine, Site

_INDEX = "index.json"


def _build(site: Site) -> Build:
    return index_in_node(site, "lunr.build.mjs", site.folder / "lunr-js" / _INDEX)


def _prepare(site: Site) -> None:
    page(site, "lunr.page.mjs", "lunr-js", f"/lunr-js/{_INDEX}")
    compress((site.folder / "lunr-js").iterdir())


ENGINE = Engine("lunr.js", "/lunr-js/", _build, _prepare)
