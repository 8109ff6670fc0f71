"""What the gates ask of a page, read once for all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

_RELATIONS = frozenset(
    {
        *("stylesheet", "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"),
        *("manifest", "icon", "apple-touch-icon", "mask-icon"),
    }
)
"""What a browser asks for when a `link` names it."""

_WORDS = etree.XPath(
    "boolean(.//text()[normalize-space() and not(ancestor::h1 or ancestor::h2 or ancestor::h3 or ancestor::h4)])"
)
_FORM = "data-embedded-form"
_ADDRESSES = frozenset(
    {
        *("href", "xlink:href", "src", "srcset", "imagesrcset", "action", "formaction", "poster", "data"),
        *("background", "ping", "manifest", _FORM),
    }
)
_LEADING = frozenset({("a", "href"), ("area", "href")})
_REFRESH = re.compile(r"[\s\d.]*+[;,]?\s*+(?:url\s*+=\s*+)?['\"]?+([^'\"]+)", re.IGNORECASE)
_PAINTED = frozenset(
    {
        *("fill", "stroke", "filter", "mask", "clip-path", "cursor"),
        *("marker", "marker-start", "marker-mid", "marker-end"),
    }
)
_PAINT = re.compile(r"url\(\s*['\"]?([^'\")]+)", re.IGNORECASE)


class Reference(NamedTuple):
    """An address in a page, as written, and where it stands: `img` `srcset`; `rel` is that of a link."""

    tag: str
    attribute: str
    address: str
    rel: str = ""

    @property
    def is_loaded(self) -> bool:
        """True where a browser asks for it without a click of anybody, or sends a form there."""
        if self.tag == "link":
            return not _RELATIONS.isdisjoint(self.rel.lower().split())
        return (self.tag, self.attribute) not in _LEADING and self.attribute != _FORM


@dataclass(slots=True)
class Page:
    """A page as machines see it; `inline` names what a strict policy forbids in it: `<style>`, `onclick=`."""

    title: str = ""
    headings: int = 0
    mains: int = 0
    is_empty: bool = True
    meta: list[tuple[str, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def said(self, name: str) -> str:
        """The contents of all `meta` with this name or `http-equiv`, which is written in lower case."""
        return ", ".join(content for key, content in self.meta if key == name)

    @property
    def forms(self) -> Iterator[str]:
        """The addresses of the forms that open in this page."""
        return (one.address for one in self.references if one.attribute == _FORM)

    @property
    def is_hidden(self) -> bool:
        """True when it asks search engines to stay away."""
        return bool(re.search(r"\b(?:noindex|none)\b", f"{self.said('robots')} {self.said('googlebot')}".lower()))


def read_page(data: bytes) -> Page:
    """A page; one that cannot be read says nothing."""
    page = Page()
    root: Any = etree.HTML(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if data.strip() else None
    for tag in root.iter("*") if root is not None else ():
        if tag.tag in _TAGS:
            _TAGS[tag.tag](page, tag)
        for name, value in tag.items():
            if name in _ADDRESSES:
                page.references += _references(tag, name, value)
            elif name in _PAINTED:
                page.references += (Reference(tag.tag, name, one.strip()) for one in _PAINT.findall(value))
            elif name == "id":
                page.anchors.add(value)
            elif name == "style" or name.startswith("on"):
                page.inline.append(f"{name}=")
    return page


def _references(tag: Any, name: str, value: str) -> Iterator[Reference]:
    rel = tag.get("rel", "") if tag.tag == "link" else ""
    for one in _of_srcset(value) if name.endswith("srcset") else (value.strip(),):
        yield Reference(tag.tag, name, one, rel)


def _of_srcset(value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.strip()]


def _title(page: Page, tag: Any) -> None:
    """That of the page stands in its head; drawings have some too."""
    if tag.getparent().tag == "head":
        page.title = (tag.text or "").strip()


def _heading(page: Page, _tag: Any) -> None:
    page.headings += 1


def _main(page: Page, tag: Any) -> None:
    page.mains += 1
    page.is_empty = not _WORDS(tag)


def _meta(page: Page, tag: Any) -> None:
    key, content = tag.get("name") or tag.get("http-equiv") or "", tag.get("content") or ""
    page.meta.append((key.lower(), content))
    if key.lower() == "refresh" and (found := _REFRESH.match(content)):
        page.references.append(Reference("meta", "refresh", found[1].strip()))


def _forbidden(page: Page, tag: Any) -> None:
    page.inline.append(f"<{tag.tag}>")


def _script(page: Page, tag: Any) -> None:
    if tag.get("src") is None and tag.get("type") != "application/ld+json":
        _forbidden(page, tag)


def _frame(page: Page, tag: Any) -> None:
    """One that shows nothing yet waits for a click (a form that a citizen may open)."""
    if tag.get("src") is not None or tag.get("srcdoc") is not None:
        _forbidden(page, tag)


def _moving(page: Page, tag: Any) -> None:
    """An animation may turn a link into code."""
    if tag.get("attributename", "").lower().rpartition(":")[2] == "href":
        _forbidden(page, tag)


def _anchor(page: Page, tag: Any) -> None:
    if name := tag.get("name"):
        page.anchors.add(name)


_TAGS = {
    "title": _title,
    "h1": _heading,
    "main": _main,
    "meta": _meta,
    "a": _anchor,
    "script": _script,
    "style": _forbidden,
    "base": _forbidden,
    "iframe": _frame,
    "object": _forbidden,
    "embed": _forbidden,
    "animate": _moving,
    "set": _moving,
}
