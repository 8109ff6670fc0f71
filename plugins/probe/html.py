"""The parts of a page that a probe looks at.

The parser of the standard library needs minutes for a page of unclosed tags; this one looks at every letter twice at
most. It reads tags and their attributes as the portal writes them and is no parser for pages of others.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urldefrag, urljoin

_LOADED = frozenset({"stylesheet", "icon", "manifest", "preload", "modulepreload", "apple-touch-icon"})
_SOURCES = frozenset({"audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"})

_TAG = re.compile(r"""<(?:!--|([a-zA-Z][a-zA-Z0-9-]*+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*+))""")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++)))?""")
_END = {"script": re.compile("</script", re.IGNORECASE), "style": re.compile("</style", re.IGNORECASE)}
_REFRESH = re.compile(r"(?i)\burl=(\S+)")
_END_OF_COMMENT = re.compile("-->")


@dataclass(slots=True)
class Page:
    """What a page says of itself and where it leads; all addresses are full ones without fragments."""

    address: str
    canonical: list[str] = field(default_factory=list)
    robots: list[str] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    resources: dict[str, None] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)
    search_pointer: str = ""
    policy: str = ""
    refresh: str = ""

    def full(self, written: str) -> str:
        """An address as it is written here."""
        try:
            return urldefrag(urljoin(self.address, written.strip())).url
        except ValueError:
            return written


def page(address: str, text: str) -> Page:
    """A page read."""
    found = Page(address)
    for tag, given, inside in _tags(text):
        _take(found, tag, given)
        if tag == "script" and given.get("type", "").lower() == "application/ld+json":
            found.json_ld.append(inside)
    return found


def _tags(text: str) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """Every tag that opens, with its attributes; a script with what is in it, for that is no HTML."""
    start = 0
    while match := _TAG.search(text, start):
        tag, start = (match[1] or "").lower(), match.end()
        end = _END.get(tag) if tag else _END_OF_COMMENT
        inside = ""
        if end:
            closed = end.search(text, start)
            start = closed.start() if closed else len(text)
            inside = text[match.end() : start].partition(">")[2]
        if tag:
            yield tag, _attributes(match[2]), inside


def _attributes(text: str) -> dict[str, str]:
    return {match[1].lower(): unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(text)}


def _take(found: Page, tag: str, given: Mapping[str, str]) -> None:
    if tag == "link":
        _take_link(found, given)
    elif tag == "meta":
        _take_meta(found, given)
    elif tag == "a" and given.get("href", "").strip():
        found.links[found.full(given["href"])] = None
    elif tag in _SOURCES and "src" in given:
        found.resources[found.full(given["src"])] = None
    elif tag == "form" and "data-index" in given:
        found.search_pointer = found.full(given["data-index"])


def _take_link(found: Page, given: Mapping[str, str]) -> None:
    kinds, target = set(given.get("rel", "").lower().split()), found.full(given.get("href", ""))
    if "canonical" in kinds:
        found.canonical.append(target)
    if "alternate" in kinds and "hreflang" in given:
        found.languages.append((given["hreflang"], target))
    if kinds & _LOADED:
        found.resources[target] = None


def _take_meta(found: Page, given: Mapping[str, str]) -> None:
    name = (given.get("name") or given.get("http-equiv", "")).lower()
    if name == "robots":
        found.robots.append(given.get("content", "").lower())
    if name == "refresh" and (target := _REFRESH.search(given.get("content", ""))):
        found.refresh = found.full(target[1])
    if name == "content-security-policy":
        found.policy = given.get("content", "")
