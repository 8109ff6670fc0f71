"""Every external address that the portals lead to, with the pages it stands on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag

from plugins.catalog import addresses, markdown, targets, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer, directory
from plugins.catalog.links import links_of
from plugins.catalog.records import Landing, Law, Office, Portal
from plugins.catalog.records.base import Record


@dataclass(frozen=True, order=True, slots=True)
class Use:
    """A page of a municipality's portal on which an address stands."""

    municipality: str
    page: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The pages by address, both sorted; `missing` are the pages with a way in that has no address here."""

    uses: Mapping[str, tuple[Use, ...]]
    missing: tuple[Use, ...]


def collect(catalog: Catalog) -> Registry:
    """All addresses of all portals. What stands on no page, such as a law nobody names, has no uses."""
    registered = filter(addresses.host_of, _registered(catalog))
    found: dict[str, set[Use]] = {_key(address): set() for address in registered}
    missing: set[Use] = set()
    for municipality in catalog.current.values():
        portal = directory(catalog, municipality)
        for page, address in _on_pages(catalog, portal):
            if addresses.host_of(address):
                found.setdefault(_key(address), set()).add(Use(municipality.slug, page))
        missing |= {Use(municipality.slug, offer.url) for offer in portal.offers if _lacks_an_address(offer)}
    return Registry({address: tuple(sorted(uses)) for address, uses in sorted(found.items())}, tuple(sorted(missing)))


def addresses_of(catalog: Catalog, offer: Offer, ars: str) -> set[str]:
    """The external addresses on the page of one service, as the ledger names them."""
    return {_key(address) for address in _of_offer(catalog, offer, ars) if addresses.host_of(address)}


def host_of(address: str) -> str:
    """The host of an address that was collected."""
    return addresses.parse(address).host


def _key(address: str) -> str:
    return urldefrag(address).url


def _registered(catalog: Catalog) -> Iterator[str]:
    """What is registered once for all portals."""
    for record in catalog.records:
        if isinstance(record, Portal | Law) and record.url:
            yield record.url
        if isinstance(record, Landing) and record.portal in catalog.portals:
            yield catalog.portals[record.portal].at(record.path)


def _on_pages(catalog: Catalog, portal: Directory) -> Iterator[tuple[str, str]]:
    """(page, address) of every link out of a portal."""
    ars = portal.municipality.ars
    yield urls.HOME, portal.municipality.website
    for offer in portal.offers:
        for address in _of_offer(catalog, offer, ars):
            yield offer.url, address
    for office in portal.offices:
        for address in _of_office(catalog, office):
            yield urls.office(office.slug), address
    for page in portal.pages:
        for address in _in_texts(catalog, page, ars):
            yield urls.page(page.slug), address


def _of_offer(catalog: Catalog, offer: Offer, ars: str) -> Iterator[str]:
    yield from (way.url for way in offer.ways_in if way.url)
    yield from (way.out_of_order.address for way in (*offer.ways_in, *offer.closed) if way.out_of_order)
    for link in offer.forms:
        yield from (link.url, *([link.form.pdf] if link.form.pdf else []))
    yield from (norm.url for norm in offer.norms if norm.url)
    yield from [offer.service.source_url] if offer.service.source_url else []
    for text in (offer.service, *offer.translations):
        yield from _in_texts(catalog, text, ars)


def _of_office(catalog: Catalog, office: Office) -> Iterator[str]:
    portal = catalog.portals.get(office.portal or "")
    found = (office.appointment_url, office.website, portal.url if portal else None)
    yield from (address for address in found if address)


def _in_texts(catalog: Catalog, record: Record, ars: str) -> Iterator[str]:
    """Where the links in the texts of a record lead for one municipality."""
    around = markdown.Surroundings(own=(), resolve=lambda name: targets.resolved(catalog, name, ars))
    written = (link.address for link in links_of(record) if link.in_text)
    yield from (address for text in written if (address := around.address(text)))


def _lacks_an_address(offer: Offer) -> bool:
    """True when a service is written to go on online, and does not here."""
    return any(way.missing in {"online", "portal"} for way in offer.closed)
