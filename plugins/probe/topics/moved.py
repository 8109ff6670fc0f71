"""Frühere Adressen leiten weiter."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.probe.html import page
from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Seen, Visit

_MOST = 20
_REMEDY = "Binden Sie die Regeln aus .hosting/ ein, siehe docs/hosting.md."


def check(visit: Visit) -> Iterator[Finding]:
    """The first old addresses of `_redirects`: each ends where it is promised to, by the server or by its page."""
    listed = visit.get(visit.at("/_redirects"))
    rules = [line.split()[:2] for line in listed.text.splitlines() if line.startswith("/") and line.endswith(" 301")]
    if listed.status != 200 or (listed.text.strip() and not rules):
        yield Unprobed("der Server zeigt die Liste /_redirects nicht")
        return
    for old, new in rules[:_MOST]:
        seen = visit.get(visit.beside(visit.url, old))
        if seen.status != 200:
            yield Fault(seen.address, f"führt nicht nach {new}: {seen.said}", _REMEDY)
        elif unquote(end := _end(seen)) != unquote(visit.beside(visit.url, new)):
            yield Fault(seen.address, f"führt nicht nach {new}, sondern nach {end[:200]}", _REMEDY)


def _end(seen: Seen) -> str:
    """Where a browser stands at last."""
    return page(seen.end, seen.text).refresh or seen.end
