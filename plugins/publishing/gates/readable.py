"""Jede Datei ist ganz und lesbar."""

import json
from collections.abc import Callable, Iterator

from lxml import etree

from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight
from plugins.publishing.page import Page

_MAY_BE_EMPTY = "_redirects"


def seen(sight: Sight) -> str:
    """How many files for machines were read."""
    count = sum(name.endswith(tuple(_READERS)) for name in sight.new.digests)
    pages = counted(len(sight.new.pages), "Seite", "Seiten")
    return f"{pages}, {counted(count, 'Datei', 'Dateien')} für Maschinen"


def check(sight: Sight) -> Iterator[str]:
    """JSON and XML that a machine can read, pages that are whole and have words on them, no file of nothing."""
    for name in sorted(sight.new.digests):
        read = next((read for suffix, read in _READERS.items() if name.endswith(suffix)), None)
        if read and (why := read(sight.new.read(name))):
            yield f"{name} lässt sich nicht lesen: {why}."
    for name in sight.new.texts:
        if not name.endswith((*_READERS, ".html", _MAY_BE_EMPTY)) and not (sight.new.folder / name).stat().st_size:
            yield f"{name} ist leer."
    for name, page in sight.new.pages.items():
        if fault := _fault(page, sight.new.read(name)):
            yield f"{name} {fault}."


def _fault(page: Page, data: bytes) -> str:
    """The first thing that is wrong with a page."""
    if page.is_empty:
        return "ist leer"
    if not page.headings:
        return "ist ohne Überschrift"
    if page.mains != 1:
        return f"hat {page.mains} Hauptbereiche (main) statt einem"
    return "" if data.rstrip().endswith(b"</html>") else "ist abgeschnitten: Am Ende fehlt </html>"


def _json(data: bytes) -> str:
    try:
        return "" if json.loads(data) != {} else "nichts darin"
    except (ValueError, RecursionError) as error:
        return f"kein JSON ({error})"


def _xml(data: bytes) -> str:
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        return f"kein XML ({error})"
    return ""


_READERS: dict[str, Callable[[bytes], str]] = {
    ".json": _json,
    ".jsonld": _json,
    ".webmanifest": _json,
    ".xml": _xml,
    ".svg": _xml,
}
