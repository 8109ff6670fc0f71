"""Registered addresses that a portal certainly answers. Only to tell of others, all of its pages have to be known.

For all portals together it is noted once which services may make an address answer. A portal asks whether it has one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from plugins.catalog import by_rule, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.forwarding import german
from plugins.catalog.presence import Presence
from plugins.catalog.records import Service, Tombstone, overlaid


@dataclass(frozen=True, slots=True)
class _Noted:
    """The services by all the addresses that they answer by themselves or by their topics, and by their offices."""

    services: Mapping[str, Sequence[Service]]
    roles: Mapping[str, Sequence[Service]]
    pages: frozenset[str]
    stones: frozenset[tuple[str, str]]


def surely_answers(presence: Presence, address: str) -> bool:
    """True for an address of the register that a page, a former name or a tombstone certainly answers there."""
    noted = presence.catalog.once(_noted)
    return (
        address in noted.pages
        or any((place, address) in noted.stones for place in (presence.municipality.slug, ""))
        or _is_of_a_service(presence, noted, address)
        or _is_office(presence, noted, address)
    )


def _is_of_a_service(presence: Presence, noted: _Noted, address: str) -> bool:
    """True also for a text in another language that is or was there: it leads on to the German one."""
    plain = german(address) if urls.is_service(german(address)) else address
    return any(plain in _addresses(one) for one in _standing(presence, noted.services.get(plain, ())))


def _is_office(presence: Presence, noted: _Noted, address: str) -> bool:
    """True for an office of this place, and for one that is competent for something there."""
    role = address.removeprefix(urls.OFFICES).removesuffix("/")
    found = presence.competence
    office = found.nearest.office(role) if address == urls.office(role) else None
    if office is None or office.municipality == presence.municipality.slug:
        return office is not None
    standing = _standing(presence, noted.roles.get(role, ()))
    return any(role in one.offices and not found.is_left_to_the_towns(one) for one in standing)


def _standing(presence: Presence, services: Sequence[Service]) -> Iterator[Service]:
    """Those of some services that have a page there, in the words of that place."""
    found = presence.competence
    for service in services:
        own = reduce(overlaid, reversed(found.nearest.local(service.slug)), service)
        if found.nearest.offers(service.slug) and not (found.is_left_to_the_towns(own) and not found.towns):
            yield own


def _addresses(service: Service) -> tuple[str, ...]:
    return (urls.service(service.slug), *service.former_urls, *map(urls.topic, service.topics))


def _noted(catalog: Catalog) -> _Noted:
    services: defaultdict[str, list[Service]] = defaultdict(list)
    roles: defaultdict[str, list[Service]] = defaultdict(list)
    for service in (*catalog.services, *(one.service for one in by_rule.listed(catalog))):
        for address in _addresses(service):
            services[address].append(service)
        for role in service.offices:
            roles[role].append(service)
    topics = {urls.topic(topic.slug) for topic in catalog.topics}
    for unknown in [one for one in services if one.startswith(urls.TOPICS) and one not in topics]:
        del services[unknown]
    pages = frozenset(urls.page(page.slug) for page in catalog.pages)
    stones = ((stone.municipality, address) for stone in catalog.all(Tombstone) for address in stone.addresses)
    return _Noted(services, roles, pages, frozenset(stones))
