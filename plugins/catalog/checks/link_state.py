"""Kein Link führt zu einer Adresse, die nach dem Linkverzeichnis gestört oder gefährlich ist."""

from collections.abc import Iterator
from urllib.parse import urldefrag

from plugins.catalog import addresses, targets
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.directory import Offer, WayIn, directory
from plugins.catalog.labels import LINK_STATES
from plugins.catalog.links import Link
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import OUT_OF_ORDER, CheckedLink, Landing
from plugins.catalog.records.channel import PortalChannel

_TO_THE_START = "Der Weg führt solange auf die Startseite des Portals."


def check(catalog: Catalog) -> Iterator[Problem]:
    """Ways in and links that the last checks found out of order; only hints, because the build does without them."""
    if OUT_OF_ORDER.isdisjoint(link.state for link in catalog.checked_links.values()):
        return
    yield from _ways(catalog)
    for link, address in (*_links(catalog), *_landings(catalog)):
        if found := catalog.out_of_order(address):
            yield problem(
                link.record,
                _said("Der Link", found),
                hint=_remedy(found, "Bis er berichtigt ist, bleiben auf den Seiten nur seine Wörter."),
                field=link.field,
                line=link.line,
                severity=Severity.HINT,
            )


def _links(catalog: Catalog) -> Iterator[tuple[Link, str]]:
    """Every link but those of ways in, with each address it leads to."""
    for link in catalog.links:
        if not isinstance(link.record, PortalChannel):
            yield from ((link, address) for address in _addresses(catalog, link))


def _landings(catalog: Catalog) -> Iterator[tuple[Link, str]]:
    for landing in catalog.all(Landing):
        if portal := catalog.portals.get(landing.portal):
            yield Link(landing, "path", landing.path), portal.at(landing.path)


def _addresses(catalog: Catalog, link: Link) -> list[str]:
    """Where a link leads, a named target for each municipality."""
    if not addresses.named_target(link.address):
        return [urldefrag(link.address).url]
    resolved = {targets.resolved(catalog, link.address, one.ars) for one in catalog.municipalities.values()}
    return sorted(address for address in resolved if address)


def _ways(catalog: Catalog) -> Iterator[Problem]:
    """Each service with a way in that is out of order, once for every address."""
    towns: dict[tuple[str, str, bool], list[str]] = {}
    services = {}
    for municipality in catalog.current.values():
        for offer in directory(catalog, municipality).offers:
            services[offer.slug] = offer.service
            for way, found in _out_of_order(catalog, offer):
                towns.setdefault((offer.slug, found.address, way.leads_on), []).append(municipality.name)
    for (slug, address, leads_on), names in towns.items():
        what = _TO_THE_START if leads_on else "Die Seite nennt die anderen Wege."
        yield problem(
            services[slug],
            f"{_said('Der Weg', catalog.checked_links[address])} in: {', '.join(names)}",
            hint=_remedy(catalog.checked_links[address], what),
            field="channels",
            severity=Severity.HINT,
        )


def _out_of_order(catalog: Catalog, offer: Offer) -> Iterator[tuple[WayIn, CheckedLink]]:
    """The ways of an offer that are out of order; what stands in a list is reported there, at its landing page."""
    listed = catalog.out_of_order(offer.listing.address) if offer.listing else None
    for way in (*offer.ways_in, *offer.closed):
        if way.out_of_order and way.out_of_order is not listed:
            yield way, way.out_of_order


def _said(what: str, found: CheckedLink) -> str:
    why = f", {found.note}" if found.note else ""
    return f"{what} zu {found.address} ist {LINK_STATES[found.state]} (seit {found.since:%d.%m.%Y}{why})"


def _remedy(found: CheckedLink, otherwise: str) -> str:
    return f"Neue Adresse laut Server: {found.moves_to}" if found.moves_to else otherwise
