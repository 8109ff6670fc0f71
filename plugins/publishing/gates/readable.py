"""Jede Datei ist ganz und lesbar."""

import json
from collections.abc import Callable, Iterator

from lxml import etree

from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight


def seen(sight: Sight) -> str:
    """How many files for machines were read."""
    count = sum(name.endswith(tuple(_READERS)) for name in sight.new.digests)
    pages = counted(len(sight.new.pages), "Seite", "Seiten")
    return f"{pages}, {counted(count, 'Datei', 'Dateien')} für Maschinen"


def check(sight: Sight) -> Iterator[str]:
    """JSON and XML that a machine can read, pages with words on them."""
    for name in sorted(sight.new.digests):
        read = next((read for suffix, read in _READERS.items() if name.endswith(suffix)), None)
        if read and (why := read(sight.new.read(name))):
            yield f"{name} lässt sich nicht lesen: {why}."
    for name, page in sight.new.pages.items():
        if page.is_empty or not page.headings:
            yield f"{name} ist {'leer' if page.is_empty else 'ohne Überschrift'}."


def _json(data: bytes) -> str:
    try:
        json.loads(data)
    except (ValueError, RecursionError) as error:
        return f"kein JSON ({error})"
    return ""


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
