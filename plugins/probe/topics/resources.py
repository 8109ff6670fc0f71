"""Seiten laden nur, was da ist, und nichts von anderen Servern."""

from collections.abc import Iterator

from plugins.probe.topics import NO_PAGE, Fault, Finding
from plugins.probe.visit import Visit


def check(visit: Visit) -> Iterator[Finding]:
    """Hosts that a page would send its readers to without asking, and files of the portal that are missing."""
    if not visit.pages:
        yield NO_PAGE
    for address, page in visit.pages.items():
        for loaded in page.resources:
            if not visit.is_ours(loaded) and not loaded.startswith("data:"):
                remedy = "Entfernen Sie, was der Server oder ein Vermittler in die Seiten einfügt."
                yield Fault(address, f"lädt von einem anderen Server: {loaded[:200]}", remedy)
    for seen in visit.resources:
        if seen.status != 200:
            yield Fault(seen.address, f"fehlt: {seen.said}", "Veröffentlichen Sie den Ordner assets ganz.")
