"""What can be read on a built page, line by line."""

import re

from bs4 import BeautifulSoup, Tag

_UNSEEN = ("script", "style", "template", "svg")
_IN_A_LINE = frozenset(
    ("a", "abbr", "b", "bdi", "br", "cite", "code", "data", "em", "i", "kbd", "label", "mark", "q", "s")
)
_ALSO_IN_A_LINE = frozenset(("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"))


_OWN = re.compile(rb"<title>.*?</title>|<meta name=\"description\"[^>]*>|<main\b.*</main>", re.DOTALL)


def own_part(html: bytes) -> bytes:
    """What a page says itself, without what stands around it on all pages."""
    return b"".join(_OWN.findall(html))


def lines_of(html: bytes) -> list[str]:
    """Title, description and text; an address on another server stands behind its words: nobody sees it there."""
    page = BeautifulSoup(html, "html.parser", from_encoding="utf-8")
    for tag in [*page(_UNSEEN), *page(hidden=True)]:
        tag.decompose()
    head = [page.title.extract().get_text() if page.title else "", *_description(page)]
    for tag in page(True):
        _write_out(tag)
    lines = (re.sub(r"\s+", " ", line).strip() for line in [*head, *page.get_text().split("\0")])
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
