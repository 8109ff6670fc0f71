"""What can be read differently on which page of which portal; what is alike on many is told once."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.review.page_text import lines_of, own_part

ADDED, REMOVED, CHANGED = "neu", "entfernt", "geändert"


@dataclass(frozen=True, slots=True)
class PageChange:
    """Lines that came (`+`) and went (`-`), and the pages on which they did, each with its portals."""

    kind: str
    lines: tuple[str, ...]
    pages: Mapping[str, tuple[str, ...]]


def page_changes(before: Path, after: Path) -> list[PageChange]:
    """All differences between two folders of portals: lost pages, new ones, changed ones, the deepest first."""
    found: dict[tuple[str, tuple[str, ...]], dict[str, list[str]]] = {}
    for portal in sorted({*_portals(before), *_portals(after)}):
        for page, kind, lines in _of_portal(before / portal, after / portal):
            found.setdefault((kind, lines), {}).setdefault(page, []).append(portal)
    changes = [PageChange(kind, lines, _fixed(pages)) for (kind, lines), pages in found.items()]
    return sorted(changes, key=_rank)


def _rank(change: PageChange) -> tuple[int, int, str, int, tuple[str, ...]]:
    """Of a new page the longest text comes first, for the other towns have less to say of it."""
    page = min(change.pages, key=lambda one: (-one.count("/"), one))
    return (REMOVED, ADDED, CHANGED).index(change.kind), -page.count("/"), page, -len(change.lines), change.lines


def portal_count(folder: Path) -> int:
    """How many portals a folder holds."""
    return len(_portals(folder))


def as_diff(changes: Iterable[PageChange]) -> Iterator[str]:
    """Everything, for the file beside the comment."""
    for change in changes:
        for page, portals in change.pages.items():
            yield f"=== {change.kind}: {page} ({', '.join(portals)})"
        yield from (*change.lines, "")


def _fixed(pages: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {page: tuple(portals) for page, portals in sorted(pages.items())}


def _portals(folder: Path) -> list[str]:
    return [portal.name for portal in folder.iterdir()] if folder.is_dir() else []


def _of_portal(before: Path, after: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(address, kind, lines) of every page that reads differently; what only looks different is left out.

    Header and footer are the same on all pages and are read on the home page only.
    """
    for name in sorted({*_pages(before), *_pages(after)}):
        old, new = _read(before / name), _read(after / name)
        if old != new and name != "index.html":
            old, new = own_part(old), own_part(new)
        lines = tuple(_difference(lines_of(old), lines_of(new))) if old != new else ()
        if lines:
            kind = CHANGED if old and new else ADDED if new else REMOVED
            yield f"/{name.removesuffix('index.html')}", kind, lines if kind != REMOVED else ()


def _read(page: Path) -> bytes:
    return page.read_bytes() if page.is_file() else b""


def _pages(portal: Path) -> Iterator[str]:
    return (page.relative_to(portal).as_posix() for page in portal.rglob("*.html"))


def _difference(was: list[str], now: list[str]) -> Iterator[str]:
    """The lines of a unified diff, without those that say where they stand."""
    for line in list(difflib.unified_diff(was, now, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield line
