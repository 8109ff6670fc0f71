"""What a probe found, in German, by topic."""

from collections.abc import Iterable, Iterator, Sequence

from plugins.catalog.printing import visible
from plugins.probe.topics import Fault, Finding, Topic, Unprobed
from plugins.probe.visit import Visit

_MOST = 10
"""So many faults of a topic are told one by one."""


def lines(topic: Topic, found: Sequence[Finding]) -> Iterator[str]:
    """A topic with its faults, or with the reason why it was not looked at."""
    faults, why = faults_in(found), [one.why for one in found if isinstance(one, Unprobed)]
    if why and not faults:
        yield f"– {topic.title}: nicht geprüft, {why[0]}"
        return
    yield f"{'✗' if faults else '✓'} {topic.title}"
    for fault in faults[:_MOST]:
        yield visible(f"    {fault.address}: {fault.message}")
        yield visible(f"        → {fault.remedy}")
    if len(faults) > _MOST:
        yield f"    und {len(faults) - _MOST} weitere"


def summary(visit: Visit, faults: int, unprobed: int) -> str:
    """The last line: how much was looked at, how many faults there are, and how many topics nobody looked at."""
    asked = f"{len(visit.pages)} Seiten gelesen, {len(visit.seen)} Adressen gefragt"
    left = f"{unprobed} {'Thema' if unprobed == 1 else 'Themen'} nicht geprüft"
    if faults:
        return f"{asked}: {faults} Fehler, {left}" if unprobed else f"{asked}: {faults} Fehler"
    return f"{asked}: kein Fehler, aber {left}" if unprobed else f"{asked}: alles in Ordnung"


def faults_in(found: Iterable[Finding]) -> list[Fault]:
    """What is wrong."""
    return [one for one in found if isinstance(one, Fault)]
