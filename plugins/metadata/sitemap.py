"""The addresses for search engines: sitemaps of limited size and the index that names them (sitemaps.org 0.9)."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

INDEX = "/sitemap.xml"

MOST_PAGES = 50_000
LARGEST = 50 * 1024 * 1024
"""What one file may hold, in addresses and bytes (sitemaps.org)."""

ROOM = 64 * 1024
"""More bytes than one address with those of its other languages ever takes."""

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PLAIN = {"xmlns": _SCHEMA}
_NONE: "AttributesImpl[str]" = AttributesImpl({})
_WITH_LANGUAGES = {**_PLAIN, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that may be listed: its full address, its last change where git knows one, its languages by tag."""

    url: str
    changed: datetime.datetime | None = None
    languages: tuple[tuple[str, str], ...] = ()


def sitemaps(
    root: str, pages: Iterable[Page], most: int = MOST_PAGES, largest: int = LARGEST
) -> Iterator[tuple[str, bytes]]:
    """The sitemaps, one by one, and at last their index; `root` is the portal's address without a final slash."""
    index = _Sheet("sitemapindex", "sitemap", _PLAIN)
    for number, sheet in enumerate(_sheets(pages, most, largest), 1):
        address = f"/sitemaps/{number}.xml"
        index.add(Page(root + address, sheet.newest))
        yield address, sheet.closed()
    yield INDEX, index.closed()


def tag(name: str) -> str:
    """The name of an element as a parser gives it: `urlset`."""
    return f"{{{_SCHEMA}}}{name}"


def locations(root: Any) -> Iterator[str]:
    """The addresses that a sitemap or an index names; `root` is its outermost element, whoever has parsed it."""
    return (location.text.strip() for location in root.iter(tag("loc")) if location.text)


def _sheets(pages: Iterable[Page], most: int, largest: int) -> Iterator["_Sheet"]:
    sheet = _Sheet("urlset", "url", _WITH_LANGUAGES)
    for page in pages:
        if sheet.count == most or sheet.size > largest - ROOM:
            yield sheet
            sheet = _Sheet("urlset", "url", _WITH_LANGUAGES)
        sheet.add(page)
    if sheet.count:
        yield sheet


class _Sheet:
    """One file while it is written: `whole` is its outermost element, `part` the one around each address."""

    def __init__(self, whole: str, part: str, namespaces: Mapping[str, str]) -> None:
        self.whole, self.part = whole, part
        self.count = 0
        self.newest: datetime.datetime | None = None
        self.bytes = BytesIO()
        self.xml = XMLGenerator(self.bytes, "utf-8", short_empty_elements=True)
        self.xml.startDocument()
        self.xml.startElement(whole, AttributesImpl(namespaces))

    @property
    def size(self) -> int:
        return self.bytes.tell()

    def add(self, page: Page) -> None:
        """One address."""
        self.count += 1
        self.xml.characters("\n")
        self.xml.startElement(self.part, _NONE)
        self._put("loc", page.url)
        if page.changed:
            self.newest = max(self.newest or page.changed, page.changed)
            self._put("lastmod", page.changed.isoformat())
        for language, address in page.languages:
            self._put("xhtml:link", "", AttributesImpl({"rel": "alternate", "hreflang": language, "href": address}))
        self.xml.endElement(self.part)

    def closed(self) -> bytes:
        """The file."""
        self.xml.characters("\n")
        self.xml.endElement(self.whole)
        self.xml.endDocument()
        return self.bytes.getvalue()

    def _put(self, name: str, text: str, attributes: "AttributesImpl[str]" = _NONE) -> None:
        self.xml.startElement(name, attributes)
        if text:
            self.xml.characters(text)
        self.xml.endElement(name)
