"""Texte kommen komprimiert an."""

from collections.abc import Iterator

from plugins.probe.asking import NoAnswerError, unpacked
from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Seen, Visit

_TEXTS = (".css", ".js", ".mjs", ".svg", ".json", "/")
_SMALL = 1024
"""Bytes below which nobody needs to compress."""

_PACKINGS = ("gzip", "br")
"""Every server can do the first; the second is tried where it is offered."""


def check(visit: Visit) -> Iterator[Finding]:
    """The start page and texts it loads, asked for packed: packed, and the same when unpacked."""
    page = visit.pages.get(visit.at("/"))
    loaded = [visit.get(one) for one in page.resources if visit.is_ours(one)] if page else []
    texts = [seen for seen in (visit.home, *loaded) if _is_worth_it(seen)]
    if not texts:
        yield Unprobed(f"kein Text mit mehr als {_SMALL} Zeichen kam an")
    for seen in texts:
        for packing in _PACKINGS:
            yield from _packed(visit, seen, packing)


def _is_worth_it(seen: Seen) -> bool:
    size = len(seen.answer.body) if seen.answer else 0
    return seen.status == 200 and size > _SMALL and seen.address.endswith(_TEXTS)


def _packed(visit: Visit, seen: Seen, packing: str) -> Iterator[Fault]:
    try:
        answer = visit.asker.ask(seen.address, more={"Accept-Encoding": packing})
        body = unpacked(answer).body
    except NoAnswerError as error:
        yield Fault(seen.address, f"komprimiert ({packing}): {error}", "Komprimieren Sie die Dateien neu.")
        return
    if packing == "gzip" and "gzip" not in answer.headers.get("content-encoding", ""):
        yield Fault(seen.address, "kommt unkomprimiert an", "Schalten Sie gzip für Texte ein.")
    elif seen.answer and body != seen.answer.body:
        yield Fault(seen.address, "hat komprimiert einen anderen Inhalt", "Komprimieren Sie die Dateien neu.")
