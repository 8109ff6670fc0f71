"""What a probe found, in German, by topic."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.catalog.printing import visible
from plugins.probe.topics import Fault, Topic
from plugins.probe.visit import Visit

_MOST = 10
"""So many faults of a topic are told one by one."""


def lines(found: Iterable[tuple[Topic, list[Fault]]]) -> Iterator[str]:
    """Each topic with its faults."""
    for topic, faults in found:
        yield f"{'✗' if faults else '✓'} {topic.title}"
        for fault in faults[:_MOST]:
            yield visible(f"    {fault.address}: {fault.message}")
            yield visible(f"        → {fault.remedy}")
        if len(faults) > _MOST:
            yield f"    und {len(faults) - _MOST} weitere"


def summary(visit: Visit, counts: Mapping[str, int]) -> str:
    """The last line: how much was looked at, and how many faults there are."""
    total = sum(counts.values())
    asked = f"{len(visit.pages)} Seiten gelesen, {len(visit.seen)} Adressen gefragt"
    return f"{asked}: {total} Fehler" if total else f"{asked}: alles in Ordnung"
