"""MiniSearch: one JSON index, loaded whole."""

from benchmarks.search.preparing import compress, index_in_node, page
from benchmarks.search.records import Build, Engine, Site

_INDEX = "index.json"


def _build(site: Site) -> Build:
    return index_in_node(site, "minisearch.build.mjs", site.folder / "minisearch" / _INDEX)


def _prepare(site: Site) -> None:
    page(site, "minisearch.page.mjs", "minisearch", f"/minisearch/{_INDEX}")
    compress((site.folder / "minisearch").iterdir())


ENGINE = Engine("MiniSearch", "/minisearch/", _build, _prepare)
