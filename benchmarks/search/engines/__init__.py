"""The engines, in the order of the table; Pagefind first, everything is compared with it."""

from benchmarks.search.engines import lunr_js, minisearch, ours, pagefind
from benchmarks.search.records import Engine

ENGINES: tuple[Engine, ...] = (pagefind.ENGINE, minisearch.ENGINE, lunr_js.ENGINE, ours.ENGINE)
