"""What a portal does with the data of those who visit it: facts of this very build, for the data-protection text."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import addresses, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
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
        servers=tuple(sorted({host for url in _leading_on(catalog, portal) if (host := addresses.host_of(url or ""))})),
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
    yield from {way.url for offer in portal.offers for way in offer.ways_in}
    yield from {norm.url for offer in portal.offers for norm in offer.norms}
    for link, _ in portal.forms:
        yield from (link.url, link.form.pdf)
    for office in portal.offices:
        yield from (office.website, office.appointment_url)
    yield from (town.portal_url for town in portal.towns)
