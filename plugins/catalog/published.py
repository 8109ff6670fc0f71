"""One portal as the public sees it: what its graph and every export are made of."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from plugins.catalog import targets, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.history import History
from plugins.catalog.markdown import Surroundings
from plugins.catalog.nearest import Nearest
from plugins.catalog.records import Language

_OF_THE_INTERFACE = (
    *(urls.HOME, urls.SERVICES, urls.TOPICS, urls.OFFICES, urls.FORMS, urls.SEARCH),
    *(urls.CITIZENS, urls.BUSINESSES, urls.DATA),
)


@dataclass(frozen=True)
class Published:
    """One portal as the public sees it; `url` is its address without a slash at the end."""

    catalog: Catalog
    directory: Directory
    url: str
    history: History

    def at(self, address: str) -> str:
        """The full address of a page: `/themen/` → `https://service.rurheim.example/themen/`."""
        return self.url + address

    @cached_property
    def latest(self) -> datetime.date:
        """The day of the last change of any service; of a portal without services, that of the content."""
        return max(map(self.changed, self.directory.offers), default=self.catalog.today)

    def changed(self, offer: Offer) -> datetime.date:
        """The day of the last change of an offer; where git does not know it, that of its last review."""
        found = self.changed_at(offer)
        return found.date() if found else offer.service.reviewed_on

    def changed_at(self, offer: Offer) -> datetime.datetime | None:
        """When git last saw a change of any file an offer is made of."""
        found = self.history.latest(offer.files | {one.origin.path for one in offer.translations})
        return found.at if found else None

    def working(self, address: str | None) -> str | None:
        """An address of others, unless it is known to be out of order."""
        return self.around.working(address)

    @cached_property
    def around(self) -> Surroundings:
        """Where links in texts lead, seen from outside of the portal."""
        resolve = partial(targets.resolved, self.catalog, ars=self.directory.municipality.ars)
        media = Nearest(self.catalog, self.directory.municipality).published_media
        own = frozenset(self.linkable())
        return Surroundings(f"{self.url}/", own, resolve, self.catalog.out_of_order, media=media)

    def linkable(self) -> Iterator[str]:
        """The addresses that texts may link to."""
        topics, offices = self.directory.topics, self.directory.offices
        for language in Language:
            for address in (
                *_OF_THE_INTERFACE,
                *(urls.topic(topic.slug) for topic in topics),
                *(urls.office(office.slug) for office in offices),
            ):
                yield urls.in_language(address, language)
        for offer in self.directory.offers:
            yield from (urls.service(offer.slug, language) for language in offer.texts)
        yield from (urls.page(page.slug) for page in self.directory.pages)
