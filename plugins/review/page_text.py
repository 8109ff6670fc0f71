"""What can be read on a built page, line by line."""

import re

from bs4 import BeautifulSoup, Tag

_UNSEEN = ("script", "style", "template", "svg")
_IN_A_LINE = frozenset(
    ("a", "abbr", "b", "bdi", "br", "cite", "code", "data", "em", "i", "kbd", "label", "mark", "q", "s")
)
_ALSO_IN_A_LINE = frozenset(("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"))


def lines_of(html: bytes, *, whole: bool) -> list[str]:
    """Title, description and main text, or the `whole` page with what stands around it on all pages.

    An address on another server stands behind its words, because a reader does not see it.
    """
    page = BeautifulSoup(html, "html.parser", from_encoding="utf-8")
    for tag in page(_UNSEEN):
        tag.decompose()
    head = [page.title.get_text() if page.title else "", *_description(page)]
    body = (None if whole else page.main) or page.body or page
    for tag in body(True):
        _write_out(tag)
    lines = (re.sub(r"\s+", " ", line).strip() for line in [*head, *body.get_text().split("\0")])
    return [line for line in lines if line]


def _description(page: BeautifulSoup) -> list[str]:
    tag = page.find("meta", attrs={"name": "description"})
    return [str(tag["content"])] if isinstance(tag, Tag) and tag.get("content") else []


def _write_out(tag: Tag) -> None:
    address = str(tag.get("href") or tag.get("data-src") or "")
    if tag.name == "a" and address.startswith("https://"):
        tag.append(f" <{address}>")
    if tag.name not in _IN_A_LINE | _ALSO_IN_A_LINE or tag.name == "br":
        tag.insert_before("\0")
        tag.insert_after("\0")
