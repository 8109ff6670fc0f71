"""What one municipality offers: every service with its competent office and its ways in, references resolved."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.german import sort_key
from plugins.catalog.records import (
    Audience,
    Form,
    LegalBasis,
    Level,
    Login,
    Municipality,
    Office,
    Page,
    Payment,
    Portal,
    Service,
    Topic,
    Translation,
    overlaid,
)
from plugins.catalog.records.channel import Channel, OnlineChannel, PortalChannel


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
    """A service as one municipality offers it."""

    service: Service
    ways_in: tuple[WayIn, ...]
    offices: tuple[Office, ...]
    provider: str
    topics: tuple[Topic, ...]
    translations: tuple[Translation, ...]
    norms: tuple[Norm, ...]
    forms: tuple[FormLink, ...]

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


@dataclass(frozen=True)
class Directory:
    """One municipality's portal as data: offers, offices, topics, forms, in alphabetical order."""

    municipality: Municipality
    offers: tuple[Offer, ...]
    offices: tuple[Office, ...]
    topics: tuple[Topic, ...]
    pages: tuple[Page, ...]
    towns: tuple[Municipality, ...] = ()

    @cached_property
    def by_slug(self) -> Mapping[str, Offer]:
        """Offers by the name of their service."""
        return {offer.slug: offer for offer in self.offers}

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Offer, ...]]:
        """Offers by topic."""
        return {topic.slug: self._in_order(topic) for topic in self.topics}

    def _in_order(self, topic: Topic) -> tuple[Offer, ...]:
        """First those the topic names, in its order, then the others from A to Z."""
        rank = {slug: number for number, slug in enumerate(topic.first)}
        offers = [offer for offer in self.offers if topic in offer.topics]
        return tuple(sorted(offers, key=lambda offer: rank.get(offer.slug, len(rank))))

    @cached_property
    def by_office(self) -> Mapping[str, tuple[Offer, ...]]:
        """Offers by the office that is competent for them."""
        return {office.slug: tuple(o for o in self.offers if office in o.offices) for office in self.offices}

    @cached_property
    def forms(self) -> tuple[tuple[FormLink, Offer], ...]:
        """Every online form once, with a service that uses it, in the order of their titles."""
        found = {link.form.slug: (link, offer) for offer in reversed(self.offers) for link in offer.forms}
        return tuple(sorted(found.values(), key=lambda entry: sort_key(entry[0].form.title)))

    @cached_property
    def popular(self) -> tuple[Offer, ...]:
        """The services the municipality puts on its home page."""
        return self.of(self.municipality.popular)

    def of(self, slugs: Iterable[str]) -> tuple[Offer, ...]:
        """The offers with these names, in this order; names that are not offered here are left out."""
        return tuple(self.by_slug[slug] for slug in slugs if slug in self.by_slug)

    def for_audience(self, audience: Audience) -> tuple[Offer, ...]:
        """The offers for citizens or for businesses."""
        return tuple(offer for offer in self.offers if audience in offer.service.audience)


def directory(catalog: Catalog, municipality: Municipality) -> Directory:
    """What a municipality offers. References that lead nowhere are left out here; a check reports them."""
    resolver = _Resolver(catalog, municipality)
    offers = sorted(
        (resolver.offer(service) for service in resolver.services()),
        key=lambda offer: sort_key(offer.title),
    )
    named = {office.slug: office for offer in offers for office in offer.offices}
    own = {office.slug: office for office in catalog.offices.values() if office.municipality == municipality.slug}
    used = {topic.slug for offer in offers for topic in offer.topics}
    return Directory(
        municipality=municipality,
        offers=tuple(offers),
        offices=tuple(sorted((named | own).values(), key=lambda office: sort_key(office.name))),
        topics=tuple(topic for topic in catalog.topics if topic.slug in used),
        pages=catalog.pages,
        towns=tuple(town for town in catalog.municipalities.values() if town.part_of == municipality.slug),
    )


@dataclass(frozen=True)
class _Resolver:
    """Looks references up as one municipality sees them: its own offices, its Kreis's, then those of Land and Bund."""

    catalog: Catalog
    municipality: Municipality

    def services(self) -> Iterator[Service]:
        """What this municipality offers, in its own words where it has some, in those of its Kreis, or the shared."""
        for service in self.catalog.services:
            places = reversed(self.nearest)
            local = [found for place in places if (found := self.catalog.local.get((place, service.slug)))]
            own = reduce(overlaid, local, service)
            if all(part.offered for part in local[-1:]) and not self.is_left_to_the_towns(own):
                yield own

    @cached_property
    def nearest(self) -> tuple[str, ...]:
        """Where to look for what every place may have its own of: here, in the Kreis, among the shared."""
        return tuple(dict.fromkeys((self.municipality.slug, self.municipality.part_of or "", "")))

    def offer(self, service: Service) -> Offer:
        offices = tuple(found for slug in service.offices if (found := self.office(slug)))
        return Offer(
            service=service,
            ways_in=tuple(
                way for channel in service.channels if (way := self.way_in(service, channel, offices)).leads_on
            ),
            offices=offices,
            provider=self.provider(service.level, offices),
            topics=tuple(topic for topic in self.catalog.topics if topic.slug in service.topics),
            translations=self.translations.get(service.slug, ()),
            norms=tuple(self.norm(basis) for basis in service.legal_basis),
            forms=tuple(self.forms(service)),
        )

    def is_left_to_the_towns(self, service: Service) -> bool:
        """A Kreis does not provide what its towns provide."""
        return service.level is Level.MUNICIPAL and self.municipality.own_level is Level.DISTRICT

    def office(self, slug: str) -> Office | None:
        return next((found for place in self.nearest if (found := self.catalog.offices.get((place, slug)))), None)

    def form(self, slug: str) -> Form | None:
        return next((found for place in self.nearest if (found := self.catalog.forms.get((place, slug)))), None)

    def way_in(self, service: Service, channel: Channel, offices: tuple[Office, ...]) -> WayIn:
        office = self.office(channel.office) if channel.office else next(iter(offices), None)
        way = WayIn(
            channel.kind, channel.label, note=channel.note, office=office, login=channel.login, payment=channel.payment
        )
        if isinstance(channel, OnlineChannel):
            return self.to_form(way, self.form(channel.form), service)
        if isinstance(channel, PortalChannel):
            return self.to_portal(way, self.catalog.portals.get(channel.portal), channel)
        return replace(way, url=office.appointment_url) if office and channel.kind == "appointment" else way

    def to_form(self, way: WayIn, form: Form | None, service: Service) -> WayIn:
        if form is None:
            return way
        url = self.address_of(form, service)
        return replace(way, form=form, url=url, login=way.login or form.login, payment=way.payment or form.payment)

    def to_portal(self, way: WayIn, portal: Portal | None, channel: PortalChannel) -> WayIn:
        if portal is None:
            return way
        return replace(
            way,
            portal=portal,
            url=channel.url or portal.url,
            choose=channel.choose,
            login=way.login or portal.login,
            payment=way.payment or portal.payment,
            checked_on=channel.checked_on,
        )

    def forms(self, service: Service) -> Iterator[FormLink]:
        online = [channel.form for channel in service.channels if isinstance(channel, OnlineChannel)]
        for slug in dict.fromkeys([*online, *service.forms]):
            if (form := self.form(slug)) and (url := self.address_of(form, service)):
                yield FormLink(form, url)

    def address_of(self, form: Form, service: Service) -> str | None:
        """The address of a form: its own, or the one its server gives it."""
        server = self.catalog.servers.get(form.server or "")
        template = server.url.replace("{form}", form.number or form.slug) if server else form.url
        return self.fill(template, service) if template else None

    def fill(self, template: str, service: Service) -> str:
        leika = service.leika[0] if service.leika else ""
        return template.replace("{leika}", leika).replace("{ars}", self.municipality.ars)

    def provider(self, level: Level, offices: tuple[Office, ...]) -> str:
        """Who is competent, in words: the town, its Kreis, the Land, the Bund or a body of its own."""
        kreis = self.catalog.municipalities.get(self.municipality.part_of or "")
        names = {
            Level.MUNICIPAL: self.municipality.name,
            Level.DISTRICT: (kreis or self.municipality).name,
            Level.STATE: f"Land {self.municipality.state}",
            Level.FEDERAL: "Bund",
            Level.CHAMBER: offices[0].name if offices else "Kammer",
        }
        return names[level]

    def norm(self, basis: LegalBasis) -> Norm:
        law = self.catalog.laws.get(basis.law or "")
        name = law.abbreviation if law else basis.name or ""
        words = f"§ {basis.section} {name}" if basis.section else name
        full = law.title if law and not basis.title else basis.title
        return Norm(f"{words} ({full})" if full else words, law.section_url(basis.section) if law else None)

    @cached_property
    def translations(self) -> dict[str, tuple[Translation, ...]]:
        found: dict[str, tuple[Translation, ...]] = {}
        for translation in self.catalog.translations:
            found[translation.slug] = (*found.get(translation.slug, ()), translation)
        return found
