"""A second opinion on our HTML, by a sanitiser that had no part in writing it (nh3, the allow-list of Ammonia)."""

from itertools import pairwise

import nh3

from plugins.catalog import markdown
from plugins.catalog.encodings import INVISIBLE
from plugins.catalog.scanning import scanner

TAGS = frozenset(
    {
        *("p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    }
)
ATTRIBUTES = {"a": {"href", "title"}, "code": {"class"}, "ol": {"start"}, "th": {"class"}, "td": {"class"}}
SCHEMES = frozenset({"https", "mailto", "tel"})

_may_mean_more = scanner(r"[&<]|\]\(|\]:|```|~~~")


def first_change(text: str) -> int | None:
    """The line (from 0) of the first block of a text of which a sanitiser would change the HTML; None: all stays."""
    if not _may_mean_more(text) or is_clean(markdown.to_html(text)):
        return None
    starts = [token.map[0] for token in markdown.tokens(text) if token.map and token.level == 0]
    lines = text.split("\n")
    blocks = ((start, "\n".join(lines[start:end])) for start, end in pairwise([*starts, len(lines)]))
    return next((start for start, block in blocks if not is_clean(markdown.to_html(block))), 0)


def is_clean(html: str) -> bool:
    """True when there is nothing to remove from a page, neither markup nor what nobody sees."""
    kept = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return not INVISIBLE.search(html) and _spelled(html) == _spelled(kept)


def _spelled(html: str) -> str:
    """HTML as both sides would spell it: quotation marks in a text need no escape, empty elements no slash."""
    return html.replace("&quot;", '"').replace(" />", ">").replace("&nbsp;", "\u00a0")
