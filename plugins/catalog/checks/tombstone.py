"""Eine aufgehobene Seite führt zu einer, die es gibt, oder zu keiner."""

from collections.abc import Iterator

from plugins.catalog import addresses, targets
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import did_you_mean
from plugins.catalog.places import Problem
from plugins.catalog.presence import presences
from plugins.catalog.records import Tombstone

_ANYWHERE = "0" * 12


def check(catalog: Catalog) -> Iterator[Problem]:
    """Successors that no portal has, and short forms that lead nowhere."""
    stones = [stone for stone in catalog.all(Tombstone) if stone.successor]
    titles = {address for presence in presences(catalog).values() for address in presence.titles} if stones else set()
    for stone in stones:
        written = stone.successor or ""
        is_known = targets.resolved(catalog, written, _ANYWHERE) if addresses.named_target(written) else None
        if written not in titles and not is_known and not catalog.broken:
            hint = did_you_mean(written, titles) or "Löschen Sie successor:, wenn nichts an ihre Stelle tritt."
            yield problem(stone, f"Der Nachfolger {written} führt ins Leere", hint=hint, field="successor")
