"""The departments that keep the texts of a portal, each with its services."""

from dataclasses import dataclass
from itertools import groupby

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import sort_key
from plugins.catalog.nearest import Nearest


@dataclass(frozen=True, slots=True)
class Department:
    """An office that keeps texts (Fachamt); `slug` is its role."""

    slug: str
    name: str
    offers: tuple[Offer, ...]


def written(portal: Directory) -> tuple[Offer, ...]:
    """The services that somebody keeps; pages by rule come from the list of another portal."""
    return tuple(offer for offer in portal.offers if not offer.is_by_rule)


def departments(catalog: Catalog, portal: Directory) -> tuple[Department, ...]:
    """All departments of a portal from A to Z."""
    offers = sorted(written(portal), key=lambda offer: offer.service.owner)
    grouped = groupby(offers, key=lambda offer: offer.service.owner)
    found = (Department(role, _name(catalog, portal, role), tuple(kept)) for role, kept in grouped)
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.slug)))


def _name(catalog: Catalog, portal: Directory, role: str) -> str:
    """The office that plays the role here, with its place when that is another one."""
    here = portal.municipality
    office = Nearest(catalog, here).office(role)
    if office is None:
        return f"{role} (in den Städten und Gemeinden)"
    place = catalog.municipalities.get(office.municipality)
    return f"{office.name} ({place.name})" if place and place.slug != here.slug else office.name
