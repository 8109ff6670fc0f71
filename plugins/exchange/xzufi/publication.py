"""What a message is made of."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from plugins.catalog.directory import Directory
from plugins.catalog.markdown import Surroundings
from plugins.catalog.offer import Offer
from plugins.catalog.records import Office, Portal
from plugins.exchange.xzufi.vocabulary import PORTAL


@dataclass(frozen=True, slots=True)
class Publication:
    """A portal without those services that nobody wrote; `url` is its address without a slash at the end.

    Links in texts lead `around`; `changed_at` says when a service last changed, where that is known; `hours` when an
    office is open, in German words.
    """

    directory: Directory
    url: str
    around: Surroundings
    written_at: datetime.datetime
    changed_at: Callable[[Offer], datetime.datetime | None]
    hours: Callable[[Office], str]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The services that somebody wrote."""
        return tuple(offer for offer in self.directory.offers if not offer.is_by_rule)

    @property
    def agency(self) -> str:
        """Who gives the ids: the municipality by its regional key."""
        return self.directory.municipality.ars


def at_portals(offer: Offer) -> tuple[tuple[str, Portal, str], ...]:
    """Where editors lead to other portals: an id, the portal and the address, for each way of its own."""
    ways = (way for way in offer.ways_in if not way.is_by_rule)
    found = [(way.portal, way.url) for way in ways if way.portal and way.url]
    return tuple(
        (f"{PORTAL}{offer.slug}/{number}/{portal.slug}", portal, url) for number, (portal, url) in enumerate(found, 1)
    )
