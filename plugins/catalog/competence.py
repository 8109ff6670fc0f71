"""Who is competent and which way leads in, as one municipality sees it: its own, its Kreis, the Land, the Bund."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, reduce

from plugins.catalog import addresses, by_rule, targets
from plugins.catalog.by_rule import Listed
from plugins.catalog.catalog import Catalog
from plugins.catalog.offer import FormLink, Norm, Offer, WayIn
from plugins.catalog.records import (
    Form,
    LegalBasis,
    Level,
    Municipality,
    Office,
    Portal,
    Service,
    Translation,
    overlaid,
)
from plugins.catalog.records.channel import Channel, OnlineChannel, PortalChannel


@dataclass(frozen=True)
class Competence:
    """Looks references up as one municipality sees them: its own offices, its Kreis's, then those of Land and Bund."""

    catalog: Catalog
    municipality: Municipality

    def offers(self) -> Iterator[Offer]:
        """Everything that is offered here: what is written, and what other portals have beyond that."""
        yield from map(self.offer, self.services())
        for listing in by_rule.listed(self.catalog):
            if not self.is_left_to_the_towns(listing.service):
                yield self.listed(listing)

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
        """One service with everything it refers to."""
        offices = tuple(found for slug in service.offices if (found := self.office(slug)))
        ways = [way for channel in service.channels if (way := self.way_in(service, channel, offices)).leads_on]
        disrupted = tuple(way for way in ways if self.catalog.out_of_order(way.url))
        return Offer(
            service=service,
            ways_in=tuple(way for way in ways if way not in disrupted) or disrupted,
            disrupted=disrupted,
            offices=offices,
            provider=self.provider(service.level, offices),
            topics=tuple(topic for topic in self.catalog.topics if topic.slug in service.topics),
            translations=self.translations.get(service.slug, ()),
            norms=tuple(self.norm(basis) for basis in service.legal_basis),
            forms=tuple(self.forms(service)),
        )

    def listed(self, listing: Listed) -> Offer:
        """What another portal lists; above town and Kreis the list knows best who is competent."""
        offer, choice = self.offer(listing.service), listing.choice
        is_local = choice.level in (Level.MUNICIPAL, Level.DISTRICT)
        provider = offer.provider if is_local else choice.competent or offer.provider
        return replace(offer, listing=listing, provider=provider)

    def is_left_to_the_towns(self, service: Service) -> bool:
        """A Kreis does not provide what its towns provide."""
        return service.level is Level.MUNICIPAL and self.municipality.own_level is Level.DISTRICT

    def office(self, slug: str) -> Office | None:
        """Who plays a role here: an office of this place, of its Kreis, or of Land and Bund."""
        return next((found for place in self.nearest if (found := self.catalog.offices.get((place, slug)))), None)

    def form(self, slug: str) -> Form | None:
        """The form of this place, else that of its Kreis, else the shared one."""
        return next((found for place in self.nearest if (found := self.catalog.forms.get((place, slug)))), None)

    def way_in(self, service: Service, channel: Channel, offices: tuple[Office, ...]) -> WayIn:
        """A channel as a way in, with its address, its office, and what one needs there."""
        office = self.office(channel.office) if channel.office else next(iter(offices), None)
        way = WayIn(
            channel.kind, channel.label, note=channel.note, office=office, login=channel.login, payment=channel.payment
        )
        if isinstance(channel, OnlineChannel):
            return self.to_form(way, self.form(channel.form), service)
        if isinstance(channel, PortalChannel):
            return self.to_portal(way, self.catalog.portals.get(channel.portal), channel, service)
        return replace(way, url=office.appointment_url) if office and channel.kind == "appointment" else way

    def to_form(self, way: WayIn, form: Form | None, service: Service) -> WayIn:
        """The way to a form; without an address when there is none."""
        if form is None:
            return way
        url = self.address_of(form, service)
        return replace(way, form=form, url=url, login=way.login or form.login, payment=way.payment or form.payment)

    def to_portal(self, way: WayIn, portal: Portal | None, channel: PortalChannel, service: Service) -> WayIn:
        """The way to another portal: the page written, or the one its list has for this service."""
        if portal is None:
            return way
        key = next((leika for leika in service.leika if (portal.slug, leika) in self.catalog.choices), "")
        landing, choice = self.catalog.choices.get((portal.slug, key), (None, None))
        return replace(
            way,
            portal=portal,
            url=self.address_at(portal, channel.url, key),
            note=way.note or (choice.warning if choice and not choice.available else None),
            choose=channel.choose or (choice.title if choice and not channel.url else None),
            login=way.login or portal.login,
            payment=way.payment or portal.payment,
            checked_on=channel.checked_on or (landing.checked_on if landing and not channel.url else None),
        )

    def address_at(self, portal: Portal, written: str | None, leika: str) -> str:
        """Where a portal has a service: as written, as its list or its pattern says, or its first page."""
        ars = self.municipality.ars
        if written:
            is_named = addresses.named_target(written)
            return (targets.resolved(self.catalog, written, ars) or portal.url) if is_named else written
        return targets.address_at(self.catalog, portal, leika, ars) or portal.url

    def forms(self, service: Service) -> Iterator[FormLink]:
        """Every form of a service that has an address, those of its ways in first."""
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
        """An address with this service and this place filled in."""
        return targets.filled(template, service.leika[0] if service.leika else "", self.municipality.ars)

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
        """A legal basis in words, with its address where there is one."""
        law = self.catalog.laws.get(basis.law or "")
        name = law.abbreviation if law else basis.name or ""
        words = f"§ {basis.section} {name}" if basis.section else name
        full = law.title if law and not basis.title else basis.title
        return Norm(f"{words} ({full})" if full else words, law.section_url(basis.section) if law else None)

    @cached_property
    def translations(self) -> dict[str, tuple[Translation, ...]]:
        """The texts in other languages by service."""
        found: dict[str, tuple[Translation, ...]] = {}
        for translation in self.catalog.translations:
            found[translation.slug] = (*found.get(translation.slug, ()), translation)
        return found
