"""Links im Portal führen zu Seiten, die es gibt."""

from collections.abc import Iterator

from plugins.probe.topics import Fault
from plugins.probe.visit import Visit

_NAMED = 3


def check(visit: Visit) -> Iterator[Fault]:
    """Links within the portal that do not answer 200, with pages on which they stand."""
    for seen in visit.linked:
        if seen.status != 200:
            pages = sorted(visit.pages_with(seen.address))
            more = f" und {len(pages) - _NAMED} weiteren" if len(pages) > _NAMED else ""
            remedy = f"Verlinkt auf: {', '.join(pages[:_NAMED])}{more}"
            yield Fault(seen.address, f"Link ins Leere: {seen.said}", remedy)
