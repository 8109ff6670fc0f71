"""Frühere Adressen leiten weiter."""

from collections.abc import Iterator

from plugins.probe.topics import Fault
from plugins.probe.visit import Visit

_MOST = 20


def check(visit: Visit) -> Iterator[Fault]:
    """The first old addresses of `_redirects`: a redirect of the server or a page that leads on."""
    listed = visit.get(visit.at("/_redirects"))
    lines = listed.text.splitlines()[:_MOST] if listed.status == 200 else []
    for old, new in (line.split()[:2] for line in lines if len(line.split()) == 3):
        seen = visit.get(visit.beside(visit.url, old))
        if seen.status != 200:
            remedy = "Binden Sie die Regeln aus .redirects/ ein, siehe docs/addresses.md."
            yield Fault(seen.address, f"führt nicht nach {new}: {seen.said}", remedy)
