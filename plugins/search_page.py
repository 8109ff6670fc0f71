"""The search page with the hits in it, for a reader without JavaScript, as `make serve` sends it.

The published portal is static and cannot do that: there the page lists all services with the words of the people.
The markup is the one that `theme/scripts/search/results.mjs` makes; with JavaScript it is replaced on arrival.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment

from plugins.catalog import urls
from plugins.catalog.labels import BADGES
from plugins.catalog.records import Language
from plugins.catalog.today import berlin_today
from plugins.interface.speech import GERMAN, Speech, speech
from search import browser_index, ranking
from search.query import MAX_CHARACTERS
from search.ranking import Searchable

SHOWN = 20
"""How many hits the page shows, like that of the browser."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_STATUS = re.compile(r'<p\b[^>]*\bid="search-status"[^>]*>')
_FIELD = re.compile(r'<input\b[^>]*\bname="q" value="')
_RESULTS = re.compile(r'<section\b[^>]*\bid="search-results"[^>]*>')
_TITLES = re.compile(r'data-titles="([^"/]+)"')
_LIST = Environment(autoescape=True).from_string(
    '<ol class="result-list" role="list">'
    "{% for hit in hits %}"
    '<li class="result"><h2 class="result__title"><a class="kern-link" href="{{ hit.url }}">{{ hit.title }}</a></h2>'
    '<p class="result__summary">{{ hit.summary }}</p>'
    '<p class="result__meta">'
    "{% for way in hit.ways %}"
    '<span class="kern-badge kern-badge--info"><span class="kern-label">{{ way }}</span></span> '
    "{% endfor %}"
    '<span class="result__provider">{{ hit.provider }}</span></p></li>'
    "{% endfor %}</ol>"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The search files of a built portal: what ranks, and what is shown of each document."""

    searchable: Searchable
    rows: Sequence[Mapping[str, Any]]


def query_of(address: str) -> str:
    """What the first `q` of an address asks for; nothing when there is none."""
    return parse_qs(address.partition("?")[2]).get("q", [""])[0].strip()


def language_of(address: str) -> Language | None:
    """The language of the search page at an address; None for any other page."""
    return next((one for one in Language if urls.in_language(urls.SEARCH, one) == address), None)


def with_hits(page: bytes, output: Path, text: str, language: Language = Language.GERMAN) -> bytes:
    """The built search page with the hits for any text and their number; without a search file, as it is."""
    file = _search_file(output)
    if file is None or not text:
        return page
    spoken, source = speech(language), page.decode()
    found = _opened(file, file.stat().st_mtime_ns)
    hits = ranking.hits(found.searchable, text, max(1, len(found.rows)), berlin_today().isoformat())
    told = _titles(source, file.parent)
    shown = [_shown(found.rows[hit.position], told, spoken) for hit in hits[:SHOWN]]
    asked = _after(_FIELD, source, escape(_shortened(text)))
    filled = _after(_STATUS, asked, escape(announcement(text, len(hits), spoken)))
    return (_after(_RESULTS, filled, _LIST.render(hits=shown)) if shown else filled).encode()


def announcement(text: str, total: int, spoken: Speech = GERMAN) -> str:
    """How many hits there are, in the words of the browser."""
    asked = _shortened(text)
    if not total:
        return spoken.gettext("Keine Treffer für „%(text)s“", text=asked)
    count = spoken.ngettext("%(count)s Treffer für „%(text)s“", "%(count)s Treffer für „%(text)s“", total, text=asked)
    return count + spoken.gettext(", hier die %(shown)s besten", shown=SHOWN) if total > SHOWN else count


def _shortened(text: str) -> str:
    return _CONTROL.sub(" ", text[:MAX_CHARACTERS])


def _titles(page: str, folder: Path) -> dict[str, Any]:
    """What a page that is not German says of the services that it has words for, by their German addresses."""
    named = _TITLES.search(page)
    if named is None:
        return {}
    services: dict[str, Any] = json.loads((folder / named[1]).read_bytes())["services"]
    return services


def _shown(row: Mapping[str, Any], told: Mapping[str, Any], spoken: Speech) -> dict[str, Any]:
    own = told.get(row["url"])
    text, tag = (own, spoken.tag) if own else (row, "de")
    return {
        "url": text["url"],
        "title": spoken.titled(text["title"], tag),
        "summary": spoken.marked(text["summary"], tag),
        "provider": spoken.translated(row["provider"]),
        "ways": [spoken.gettext(BADGES[way]) for way in row["ways"] if way in BADGES],
    }


def _after(tag: re.Pattern[str], page: str, content: str) -> str:
    return tag.sub(lambda found: found[0] + content, page, count=1)


def _search_file(output: Path) -> Path | None:
    """The index of a built portal; the pointer names its folder."""
    assets = output / "assets"
    try:
        folder: str = json.loads((assets / "search.json").read_bytes())["index"]
    except OSError:
        return None
    return assets / folder / browser_index.INDEX


@lru_cache(maxsize=1)
def _opened(file: Path, _changed: int) -> Opened:
    """Read once for each change."""
    files = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    return Opened(browser_index.load(files), browser_index.shown(files))
