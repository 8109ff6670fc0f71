"""Links im Portal führen zu Seiten, die es gibt."""

from collections.abc import Iterator

from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Visit

_NAMED = 3


def check(visit: Visit) -> Iterator[Finding]:
    """Links within the portal that do not answer 200, with pages on which they stand."""
    if not visit.linked:
        yield Unprobed("keine gelesene Seite führt zu einer anderen")
    for seen in visit.linked:
        if seen.status != 200:
            pages = sorted(visit.pages_with(seen.address))
            more = f" und {len(pages) - _NAMED} weiteren" if len(pages) > _NAMED else ""
            remedy = f"Verlinkt auf: {', '.join(pages[:_NAMED])}{more}"
            yield Fault(seen.address, f"Link ins Leere: {seen.said}", remedy)
