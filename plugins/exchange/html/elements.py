"""Which HTML elements end a line, which say what a line is, and which only frame a page."""

import re
from collections.abc import Mapping


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BOLD = _names("b strong")
LISTS = _names("ul ol")
REGIONS = _names("dl table details")
"""What holds several sections; they end where it ends."""

HEADINGS = _names("h1 h2 h3 h4 h5 h6")
PLACES = HEADINGS | _names("dt dd th td li summary button p")
"""What says what a line is."""

BARRIERS = REGIONS | LISTS
BREAKS = (
    PLACES
    | BARRIERS
    | _names(
        "address article aside blockquote body caption center div fieldset figure form header hr legend main pre"
        " section tbody tfoot thead tr br"
    )
)
_FRAME = _names("nav footer")
_FRAME_ROLES = _names("navigation banner contentinfo search dialog alertdialog")
_FRAME_WORDS = re.compile(r"cookie|consent|breadcrumb|brotkrume|skip-?link|\bnavi?(?:gation)?\b", re.IGNORECASE)
_MAY_BE_FRAME = _names("div section ul ol aside")
_CELLS = _names("td th")
_TERMS = _names("dt dd")


def is_frame(tag: str, given: Mapping[str, str]) -> bool:
    """True for what stands around every page: menus, footers, questions about cookies."""
    if tag in _FRAME or given.get("role", "").lower() in _FRAME_ROLES:
        return True
    named = f"{given.get('class', '')} {given.get('id', '')}"[:400]
    return tag in _MAY_BE_FRAME and bool(_FRAME_WORDS.search(named))


def closed_by(place: str) -> frozenset[str]:
    """The elements whose end tag may be missing when this one begins."""
    siblings = next((group for group in (_CELLS, _TERMS, HEADINGS) if place in group), frozenset({place}))
    return siblings | {"p", "toggle"}
