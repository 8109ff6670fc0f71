"""Sprachen einer Seite nennen einander (hreflang)."""

from collections.abc import Iterator

from plugins.probe.topics import Fault
from plugins.probe.visit import Visit

_REMEDY = "Veröffentlichen Sie alle Seiten des Portals aus einem Bau."


def check(visit: Visit) -> Iterator[Fault]:
    """Alternates that do not name the page back, or pages with alternates that do not name themselves."""
    for address, page in visit.pages.items():
        named = dict(page.languages)
        if named and (address not in named.values() or "x-default" not in named):
            yield Fault(address, "nennt bei den Sprachen sich selbst oder x-default nicht", _REMEDY)
        for language, other in named.items():
            back = visit.pages.get(other)
            if back and address not in dict(back.languages).values():
                yield Fault(address, f"nennt {other} ({language}), aber die Seite nennt sie nicht", _REMEDY)
