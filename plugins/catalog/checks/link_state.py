"""Kein Link führt zu einer Adresse, die nach dem Linkverzeichnis gestört oder gefährlich ist."""

from collections.abc import Iterator
from urllib.parse import urldefrag

from plugins.catalog import addresses, targets
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.directory import directory
from plugins.catalog.labels import LINK_STATES
from plugins.catalog.links import Link
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import OUT_OF_ORDER, CheckedLink
from plugins.catalog.records.channel import PortalChannel


def check(catalog: Catalog) -> Iterator[Problem]:
    """Ways in and links that the last checks found out of order; only hints, because the build does without them."""
    if OUT_OF_ORDER.isdisjoint(link.state for link in catalog.checked_links.values()):
        return
    yield from _ways(catalog)
    for link in catalog.links:
        for address in () if isinstance(link.record, PortalChannel) else _addresses(catalog, link):
            if found := catalog.out_of_order(address):
                yield problem(
                    link.record,
                    _said("Der Link", found),
                    hint=_remedy(found, "Bis er berichtigt ist, bleiben auf den Seiten nur seine Wörter."),
                    field=link.field,
                    line=link.line,
                    severity=Severity.HINT,
                )


def _addresses(catalog: Catalog, link: Link) -> list[str]:
    """Where a link leads, a named target for each municipality."""
    if not addresses.named_target(link.address):
        return [urldefrag(link.address).url]
    resolved = {targets.resolved(catalog, link.address, one.ars) for one in catalog.municipalities.values()}
    return sorted(address for address in resolved if address)


def _ways(catalog: Catalog) -> Iterator[Problem]:
    """Each service with a disrupted way in, once for every address."""
    towns: dict[tuple[str, str, bool], list[str]] = {}
    services = {}
    for municipality in catalog.municipalities.values():
        for offer in directory(catalog, municipality).offers:
            for way in offer.disrupted:
                services[offer.slug] = offer.service
                key = (offer.slug, way.url or "", way in offer.ways_in)
                towns.setdefault(key, []).append(municipality.name)
    for (slug, address, is_only), names in towns.items():
        if found := catalog.out_of_order(address):
            what = (
                "Einen anderen Weg gibt es nicht, er bleibt stehen." if is_only else "Die Seite nennt die anderen Wege."
            )
            yield problem(
                services[slug],
                f"{_said('Der Weg', found)} in: {', '.join(names)}",
                hint=_remedy(found, what),
                field="channels",
                severity=Severity.HINT,
            )


def _said(what: str, found: CheckedLink) -> str:
    why = f", {found.note}" if found.note else ""
    return f"{what} zu {found.address} ist {LINK_STATES[found.state]} (seit {found.since:%d.%m.%Y}{why})"


def _remedy(found: CheckedLink, otherwise: str) -> str:
    return f"Neue Adresse laut Server: {found.moves_to}" if found.moves_to else otherwise
