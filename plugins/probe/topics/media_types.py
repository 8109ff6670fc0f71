"""Dateien haben den richtigen Typ."""

import re
from collections.abc import Iterator

from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Visit

_PAGE = ("text/html; charset=utf-8",)
_TYPES = {
    "html": _PAGE,
    "css": ("text/css",),
    "mjs": ("text/javascript",),
    "js": ("text/javascript",),
    "json": ("application/json",),
    "svg": ("image/svg+xml",),
    "png": ("image/png",),
    "xml": ("application/xml", "text/xml"),
    "webmanifest": ("application/manifest+json",),
}


def check(visit: Visit) -> Iterator[Finding]:
    """Answers whose type is not that of the file's ending."""
    every = (visit.home, *visit.listed, *visit.resources, visit.get(visit.at("/sitemap.xml")))
    if all(seen.status != 200 for seen in every):
        yield Unprobed("keine Datei kam an")
    for seen in every:
        wanted = _wanted(seen.address)
        given = re.sub(r"\s*;\s*", "; ", seen.header("content-type").lower())
        if seen.status == 200 and wanted and not given.startswith(wanted):
            yield Fault(seen.address, f"hat den Typ „{given[:80]}“", f"Stellen Sie am Server ein: {wanted[0]}")


def _wanted(address: str) -> tuple[str, ...]:
    """The types a file may have by its ending; none for endings we do not publish."""
    last = address.rpartition("/")[2].partition("?")[0]
    return _TYPES.get(last.rpartition(".")[2], ()) if last else _PAGE
