"""Die Suche findet ihre Dateien."""

import json
from collections.abc import Iterator

from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Seen, Visit

_REMEDY = "Veröffentlichen Sie den Ordner assets ganz, mit assets/search.json."


def check(visit: Visit) -> Iterator[Finding]:
    """The pointer that the start page names, and every file that it names."""
    page = visit.pages.get(visit.at("/"))
    if page is None:
        yield Unprobed("die Startseite ließ sich nicht lesen")
        return
    if not page.search_pointer:
        yield Fault(page.address, "hat kein Suchfeld", "Veröffentlichen Sie die Seiten unverändert.")
        return
    pointer = visit.get(page.search_pointer)
    for address in _files(visit, pointer):
        seen = visit.get(address)
        if seen.status != 200 or not (seen.answer and seen.answer.body):
            yield Fault(seen.address, f"fehlt der Suche: {seen.said}", _REMEDY)


def _files(visit: Visit, pointer: Seen) -> list[str]:
    """The named files; the pointer itself when it cannot be read."""
    try:
        found = json.loads(pointer.text)
        names = [f"{found['index']}{name}" for name in found["files"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return [f"{pointer.address}?"]
    return [one for name in names if visit.is_ours(one := visit.beside(pointer.address, name))]
