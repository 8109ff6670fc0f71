"""Sprachen einer Seite nennen einander (hreflang)."""

from collections.abc import Iterator

from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Visit

_REMEDY = "Veröffentlichen Sie alle Seiten des Portals aus einem Bau."


def check(visit: Visit) -> Iterator[Finding]:
    """Alternates that do not name the page back, or pages with alternates that do not name themselves.

    A page whose valid address is elsewhere has its languages there; that it should be here is told by `canonical`.
    """
    here = {address: page for address, page in visit.pages.items() if all(map(visit.is_ours, page.canonical))}
    if not any(page.languages for page in here.values()):
        yield Unprobed("keine Seite dieses Portals nennt andere Sprachen")
    for address, page in here.items():
        named = dict(page.languages)
        if named and (address not in named.values() or "x-default" not in named):
            yield Fault(address, "nennt bei den Sprachen sich selbst oder x-default nicht", _REMEDY)
        for language, other in named.items():
            back = visit.pages.get(other)
            if back and address not in dict(back.languages).values():
                yield Fault(address, f"nennt {other} ({language}), aber die Seite nennt sie nicht", _REMEDY)
