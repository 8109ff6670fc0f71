"""What a portal does with the data of those who visit it: facts of this very build, for the data-protection text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.catalog import addresses, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.records import Block, DataProtection
from plugins.editing.forge import Forge
from plugins.pages.embedding import Embedding, embedding


@dataclass(frozen=True, slots=True)
class Privacy:
    """`said` is what the municipality says of its server, `forms` those that open inside a page, each server once.

    `switch` is the page on which the key `/` can be switched off, `forge` where the editors' form saves to: empty when
    there is none, `here` for a folder. `servers` are those that ways in, offices, laws and maps lead to.
    """

    said: DataProtection
    forms: tuple[Embedding, ...]
    servers: tuple[str, ...]
    switch: str
    feeds: bool
    exports: bool
    forge: str
    opening_hours: bool
    town_choice: bool
    persons: bool


HERE = "here"

MAP = "openstreetmap"
"""The portal to which addresses lead, where the content has it: a link only, nothing of it is loaded."""


def privacy(catalog: Catalog, portal: Directory, forge: Forge | None = None, *, feeds: bool, exports: bool) -> Privacy:
    """The facts of one portal; with a `forge` it has the editors' form."""
    switches = (urls.page(page.slug) for page in portal.pages if Block.SHORTCUT in page.blocks)
    return Privacy(
        said=portal.municipality.data_protection or DataProtection(),
        forms=_embedded(catalog, portal),
        servers=tuple(sorted(servers(_leading_on(catalog, portal)))),
        switch=next(switches, ""),
        feeds=feeds,
        exports=exports,
        forge=(forge.host or HERE) if forge else "",
        opening_hours=any(office.opening_hours for office in portal.offices),
        town_choice=bool(portal.towns),
        persons=portal.municipality.personal_data,
    )


def _embedded(catalog: Catalog, portal: Directory) -> tuple[Embedding, ...]:
    found = filter(None, (embedding(catalog, offer) for offer in portal.offers))
    by_host = {one.host: one for one in sorted(found, key=lambda one: one.url)}
    return tuple(by_host[host] for host in sorted(by_host))


def _leading_on(catalog: Catalog, portal: Directory) -> Iterator[str | None]:
    """Where the facts of a portal lead to on other servers."""
    if found := catalog.portals.get(MAP):
        yield found.url
    yield from {url for offer in portal.offers for url in of_service(offer)}
    yield from of_forms(portal)
    for office in portal.offices:
        yield from (office.website, office.appointment_url)
    yield from (town.portal_url for town in portal.towns)


def of_service(offer: Offer) -> Iterator[str | None]:
    """Where the ways and the laws of a service lead; its forms stand in a list of their own."""
    yield from (way.url for way in offer.ways_in)
    yield from (norm.url for norm in offer.norms)


def of_forms(portal: Directory) -> Iterator[str | None]:
    """Where the list of all forms leads."""
    for link, _ in portal.forms:
        yield from (link.url, link.form.pdf)


def servers(urls: Iterable[str | None]) -> set[str]:
    """The servers of these addresses."""
    return {host for url in urls if (host := addresses.host_of(url or ""))}
