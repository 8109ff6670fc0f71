"""Ein Link mit Kurzform nennt ein Portal, das es gibt, und eine Leistung, die es dort gibt."""

from collections.abc import Iterator

from plugins.catalog import addresses, targets
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Named targets such as `wsp:99050012104000` that lead nowhere, and short forms that two portals claim."""
    schemes = sorted(portal.scheme for portal in catalog.portals.values() if portal.scheme)
    for portal in catalog.portals.values():
        if portal.scheme and schemes.count(portal.scheme) > 1:
            yield problem(
                portal,
                f"Die Kurzform „{portal.scheme}“ hat schon ein anderes Portal",
                hint="Wählen Sie eine andere.",
                field="scheme",
            )
    for link in catalog.links:
        named = addresses.named_target(link.address)
        if named is None or targets.resolved(catalog, link.address, "0" * 12):
            continue
        if named[0] not in schemes:
            message, hint = f"Die Kurzform „{named[0]}:“ gibt es nicht", f"Möglich sind: {', '.join(schemes)}."
        else:
            message, hint = f"„{link.address}“ steht nicht in der Liste des Portals", "Prüfen Sie den Schlüssel."
        yield problem(link.record, message, hint=hint, field=link.field, line=link.line)
