"""Angaben für Maschinen (JSON-LD) sind lesbar."""

import json
from collections.abc import Iterator

from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Visit


def check(visit: Visit) -> Iterator[Finding]:
    """Blocks that are no JSON, or have no context."""
    if not any(page.json_ld for page in visit.pages.values()):
        yield Unprobed("keine gelesene Seite enthält JSON-LD")
    for address, page in visit.pages.items():
        for block in page.json_ld:
            if not _is_linked_data(block):
                yield Fault(
                    address, "enthält JSON-LD, das sich nicht lesen lässt", "Veröffentlichen Sie das Portal neu."
                )


def _is_linked_data(block: str) -> bool:
    try:
        found = json.loads(block)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "@context" in found
