"""When each text is to be reviewed: one agenda per department and one for all."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import sort_key
from plugins.status.departments import departments, written


@dataclass(frozen=True, slots=True)
class Review:
    """A service to be reviewed until the day `due`: its public page and the file in which the day is written."""

    service: str
    title: str
    url: str
    file: str
    last: datetime.date
    due: datetime.date


@dataclass(frozen=True, slots=True)
class Agenda:
    """The reviews of a department in the order of their days; of all departments when `department` is empty."""

    department: str
    name: str
    portal_url: str
    reviews: tuple[Review, ...]

    @property
    def folder(self) -> str:
        """Where its files are, with a slash at the end."""
        return f"wiedervorlage/{self.department}/" if self.department else "wiedervorlage/"

    def overdue(self, today: datetime.date) -> tuple[Review, ...]:
        """What should have been reviewed before this day."""
        return tuple(review for review in self.reviews if review.due < today)


def agendas(catalog: Catalog, portal: Directory) -> list[Agenda]:
    """The agenda of all, then those of the departments from A to Z."""
    every = [("", "alle Fachämter", written(portal))]
    every += [(one.slug, one.name, one.offers) for one in departments(catalog, portal)]
    url = portal.municipality.portal_url.rstrip("/")
    return [Agenda(role, name, url, _reviews(offers, url)) for role, name, offers in every]


def _reviews(offers: Iterable[Offer], portal_url: str) -> tuple[Review, ...]:
    found = (_review(offer, portal_url) for offer in offers)
    return tuple(sorted(found, key=lambda review: (review.due, sort_key(review.title), review.service)))


def _review(offer: Offer, portal_url: str) -> Review:
    service = offer.service
    file = service.place("review_by").path
    url = urls.at_portal(offer.url, portal_url)
    return Review(service.slug, service.title, url, file, service.reviewed_on, service.review_by)
