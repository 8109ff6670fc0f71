"""Ein Link mit Kurzform nennt ein Portal, das es gibt, und eine Leistung, die es dort gibt."""

from collections.abc import Iterator

from plugins.catalog import targets
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.links import Link
from plugins.catalog.places import Problem

_ANYWHERE = "0" * 12


def check(catalog: Catalog) -> Iterator[Problem]:
    """Named targets such as `wsp:99050012104000` that lead nowhere, and short forms that two portals claim."""
    yield from _claimed_twice(catalog)
    unread = {file.kind for file in catalog.broken}
    known = sorted({portal.scheme for portal in catalog.portals.values() if portal.scheme})
    for link in catalog.links:
        if link.named is None or targets.resolved(catalog, link.address, _ANYWHERE):
            continue
        if link.named[0] in known and unread.isdisjoint({"portal", "landing"}):
            yield _problem(
                link, f"„{link.address}“ steht nicht in der Liste des Portals", "Prüfen Sie den Leistungsschlüssel."
            )
        elif link.named[0] not in known and "portal" not in unread:
            hint = f"Möglich sind: {', '.join(known)}." if known else "Tragen Sie sie beim Portal als scheme: ein."
            yield _problem(link, f"Die Kurzform „{link.named[0]}:“ gibt es nicht", hint)


def _claimed_twice(catalog: Catalog) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for portal in catalog.portals.values():
        if portal.scheme and first.setdefault(portal.scheme, portal.title) != portal.title:
            yield problem(
                portal,
                f"Die Kurzform „{portal.scheme}“ hat schon {first[portal.scheme]}",
                hint="Wählen Sie eine andere.",
                field="scheme",
            )


def _problem(link: Link, message: str, hint: str) -> Problem:
    return problem(link.record, message, hint=hint, field=link.field, line=link.line)
