"""A sitemap, or an index of them, read from a server nobody vouches for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from plugins.metadata import sitemap

_MOST_FILES = 50
_MOST_ADDRESSES = 50_000
"""The protocol allows no more in a file."""


@dataclass
class Sitemap:
    """The addresses it lists in their order, and what is wrong: (file, what)."""

    addresses: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


def read(address: str, get: Callable[[str], Any], is_ours: Callable[[str], bool]) -> Sitemap:
    """All files of a sitemap; an index names files, not further indexes."""
    found = Sitemap()
    top = _root(address, get, found)
    if top is None:
        return found
    if top.tag != sitemap.tag("sitemapindex"):
        _take(address, top, found)
        return found
    files = list(sitemap.locations(top))
    for file in files[:_MOST_FILES]:
        if not is_ours(file):
            found.faults.append((address, f"nennt eine Datei auf einem anderen Server: {file[:200]}"))
        elif (part := _root(file, get, found)) is not None:
            _take(file, part, found)
    if len(files) > _MOST_FILES:
        found.faults.append((address, f"nennt mehr als {_MOST_FILES} Dateien; gelesen sind die ersten"))
    return found


def _root(address: str, get: Callable[[str], Any], found: Sitemap) -> Element | None:
    seen = get(address)
    if seen.status != 200:
        found.faults.append((address, f"antwortet nicht: {seen.said}"))
        return None
    try:
        root: Element = fromstring(seen.answer.body)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        found.faults.append((address, "ist kein lesbares XML"))
        return None
    return root


def _take(address: str, root: Element, found: Sitemap) -> None:
    if root.tag != sitemap.tag("urlset"):
        found.faults.append((address, "ist keine Sitemap"))
        return
    listed = list(sitemap.locations(root))
    if len(listed) > _MOST_ADDRESSES:
        found.faults.append((address, f"nennt mehr als {_MOST_ADDRESSES} Seiten"))
    found.addresses += listed[:_MOST_ADDRESSES]
