"""Services of which some town may have no written way that leads on. All others need not be resolved to know it.

Thousands of services share a few ways: by phone to the office that plays a role, in person, through a portal. Where
such a way leads on is asked once, of the very code that resolves it (`ways_in`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cached_property, reduce

from plugins.catalog import by_rule
from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence
from plugins.catalog.impersonal import seen_from
from plugins.catalog.offer import Offer
from plugins.catalog.records import OUT_OF_ORDER, Municipality, Service, overlaid
from plugins.catalog.records.channel import Channel, OnlineChannel, PortalChannel


class Doubtful:
    """Offers in some towns, those left out of which a way in that somebody wrote certainly leads on."""

    def __init__(self, catalog: Catalog, towns: Sequence[Municipality]) -> None:
        self.catalog = catalog
        self.towns = {one.slug: Competence(seen_from(catalog, one), one) for one in towns}
        self.first = next(iter(self.towns), "")
        self.closed: dict[object, Set[str]] = {}
        self.is_disturbed = any(link.state in OUT_OF_ORDER for link in catalog.checked_links.values())

    def written(self) -> Iterator[tuple[Municipality, Offer]]:
        """The services as they are written, each with its town, in every town in its order."""
        for service in self.catalog.services:
            for town in self._of(service):
                own = reduce(overlaid, reversed(town.nearest.local(service.slug)), service)
                if town.nearest.offers(service.slug) and not town.is_left_to_the_towns(own):
                    yield town.municipality, town.offer(own)

    def by_rule(self) -> Iterator[tuple[Municipality, Offer]]:
        """Those that nobody has written."""
        for listing in by_rule.listed(self.catalog):
            yield from ((town.municipality, town.listed(listing)) for town in self._of(listing.service))

    def _of(self, service: Service) -> list[Competence]:
        """The towns in which a service has to be resolved; those with words of their own may have ways of their own."""
        left: Set[str] = self.towns.keys()
        for channel in sorted(service.channels, key=_is_beyond_an_office):
            if not left:
                break
            left = left & self._closed(service, channel)
        left = left | self._own_words.get(service.slug, frozenset())
        return [town for slug, town in self.towns.items() if slug in left] if left else []

    def _closed(self, service: Service, channel: Channel) -> Set[str]:
        """The towns in which a channel leads nowhere, asked once for all services of which the answer is the same."""
        key = (channel.kind, *self._deciding(service, channel))
        if key not in self.closed:
            asked = {
                slug: town for slug, town in self.towns.items() if self._differs_by_town(channel) or slug == self.first
            }
            leading = {slug for slug, town in asked.items() if _leads_on(town, service, channel)}
            self.closed[key] = frozenset() if len(leading) == len(asked) else self.towns.keys() - leading
        return self.closed[key]

    def _deciding(self, service: Service, channel: Channel) -> tuple[object, ...]:
        """All that decides where a channel leads: the key of the service only where a portal or the ledger asks."""
        if isinstance(channel, PortalChannel):
            return channel.portal, channel.url, service.leika
        if isinstance(channel, OnlineChannel):
            return channel.form, service.leika if self.is_disturbed else ()
        return (channel.office or service.offices,)

    def _differs_by_town(self, channel: Channel) -> bool:
        """False for a portal: it is one for all towns, but for addresses that the ledger knows of one town alone."""
        return self.is_disturbed or not isinstance(channel, PortalChannel)

    @cached_property
    def _own_words(self) -> dict[str, set[str]]:
        """The towns that see a local file, by the service it is about."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for place, service in self.catalog.local:
            found[service].update(slug for slug, town in self.towns.items() if place in town.nearest.places)
        return found


def _is_beyond_an_office(channel: Channel) -> bool:
    """False for the ways that most services share."""
    return isinstance(channel, OnlineChannel | PortalChannel)


def _leads_on(town: Competence, service: Service, channel: Channel) -> bool:
    offices = (office for role in service.offices if (office := town.nearest.office(role)))
    return town.ways.way_in(channel, next(offices, None), service.leika).leads_on
