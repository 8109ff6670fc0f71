"""CommonMark without raw HTML: text to HTML, and the links and lists inside it.

`markdown-it-py` with `html=False` writes every tag of the input as text; links with schemes other than ours are
no links at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text; `line` counts from 0 within the text."""

    address: str
    line: int


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    parser.disable("image")
    parser.validateLink = _is_safe  # type: ignore[assignment, method-assign]
    return parser


def _is_safe(address: str) -> bool:
    return address.startswith(("https://", "/", "#", "mailto:", "tel:")) and not address.startswith(("//", "/\\"))


def to_html(text: str, root: str = "/") -> str:
    """HTML of a text; addresses of own pages (`/leistungen/…`) are put below `root`."""
    tokens = _parser().parse(text)
    for token in _inline(tokens):
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            if address.startswith("/"):
                token.attrSet("href", root + address[1:])
    return str(_parser().renderer.render(tokens, _parser().options, {}))


def links(text: str) -> list[Link]:
    """All links of a text: those that `to_html` writes, and those it would refuse."""
    if not re.search(r"\](?:\(|:)|<", text):
        return []
    emitted = [
        Link(str(token.attrGet("href")), block.map[0] if block.map else 0)
        for block in _parser().parse(text)
        for token in block.children or ()
        if token.type == "link_open"
    ]
    written = [Link(found[1].strip("<>"), text.count("\n", 0, found.start())) for found in _LINK.finditer(text)]
    known = {link.address for link in emitted}
    return emitted + [link for link in written if link.address not in known]


_LINK = re.compile(r"(?:\]\(\s*|^ {0,3}\[[^\]]+\]:\s*|<(?=[A-Za-z][A-Za-z0-9+.-]*:))(<[^>\n]*>|[^\s)>]*)", re.MULTILINE)


def has_markup(text: str) -> int | None:
    """The line (from 0) of the first HTML tag in a text, or None."""
    if "<" not in text:
        return None
    found = re.search(r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>])|/[A-Za-z]|!--|[!?][A-Za-z])", text)
    return text.count("\n", 0, found.start()) if found else None


def to_inline_html(text: str, root: str = "/") -> str:
    """HTML of one line of text, without a paragraph around it."""
    return to_html(text, root).removeprefix("<p>").removesuffix("</p>\n")


def flat_list_items(text: str) -> list[str]:
    """The entries of a text that is nothing but one plain list; otherwise nothing."""
    tokens = _parser().parse(text)
    kinds = [token.type for token in tokens if token.level == 0]
    nested = any(token.type.endswith("list_open") and token.level > 0 for token in tokens)
    if kinds != ["bullet_list_open", "bullet_list_close"] or nested:
        return []
    entries = [token.content for token in tokens if token.type == "inline"]
    return entries if len(entries) == sum(token.type == "list_item_open" for token in tokens) else []


def to_text(text: str) -> str:
    """The words of a text without any marks, for search and previews."""
    return " ".join(" ".join(token.content for token in _inline(_parser().parse(text)) if token.content).split())


def _inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


__all__ = ["Link", "flat_list_items", "has_markup", "links", "to_html", "to_inline_html", "to_text"]
