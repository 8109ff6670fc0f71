"""A service as one municipality offers it: competent offices, ways in, addresses, all references resolved."""

import datetime
from dataclasses import dataclass

from plugins.catalog import urls
from plugins.catalog.by_rule import Listed
from plugins.catalog.records import (
    Form,
    Login,
    Office,
    Payment,
    Portal,
    Service,
    Topic,
    Translation,
)


@dataclass(frozen=True, slots=True)
class WayIn:
    """One thing a citizen can do now: where it leads, who runs it, what it needs."""

    kind: str
    label: str | None = None
    url: str | None = None
    note: str | None = None
    choose: str | None = None
    portal: Portal | None = None
    form: Form | None = None
    office: Office | None = None
    login: tuple[Login, ...] = ()
    payment: tuple[Payment, ...] = ()
    checked_on: datetime.date | None = None

    @property
    def leads_on(self) -> bool:
        """True when a citizen can act on it: an address, a phone number, a place to go."""
        reachable = {
            "in_person": lambda office: office.address,
            "post": lambda office: office.address or office.email,
            "phone": lambda office: office.phone,
        }
        needs = reachable.get(self.kind)
        return bool(self.url) if needs is None else bool(self.office and needs(self.office))


@dataclass(frozen=True, slots=True)
class Norm:
    """A legal basis as it is shown: words and, where there is one, an address."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class FormLink:
    """An online form with its address filled in for one service and municipality."""

    form: Form
    url: str


@dataclass(frozen=True)
class Offer:
    """A service as one municipality offers it; `listing` when no editor wrote it, but another portal lists it.

    Of its ways in, `disrupted` are those out of order: left out while another leads on, else all there is.
    """

    service: Service
    ways_in: tuple[WayIn, ...]
    offices: tuple[Office, ...]
    provider: str
    topics: tuple[Topic, ...]
    translations: tuple[Translation, ...]
    norms: tuple[Norm, ...]
    forms: tuple[FormLink, ...]
    listing: Listed | None = None
    disrupted: tuple[WayIn, ...] = ()

    @property
    def is_by_rule(self) -> bool:
        """True when nobody has written this service: all that is known of it is the line of a list."""
        return self.listing is not None

    @property
    def slug(self) -> str:
        """The name of the service in addresses."""
        return self.service.slug

    @property
    def title(self) -> str:
        """The title in citizens' words."""
        return self.service.title

    @property
    def summary(self) -> str:
        """One or two sentences."""
        return self.service.summary

    @property
    def url(self) -> str:
        """The address of its page."""
        return urls.service(self.service.slug)

    @property
    def kinds_of_ways(self) -> tuple[str, ...]:
        """The kinds of ways in, best first, each once: `("online", "in_person")`."""
        return tuple(dict.fromkeys(way.kind for way in self.ways_in))
