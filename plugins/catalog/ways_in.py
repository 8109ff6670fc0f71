"""Ways in, best first: what is written, and what is left when that does not lead on, so that there is always one."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from plugins.catalog import addresses, targets
from plugins.catalog.nearest import Nearest
from plugins.catalog.offer import FormLink, WayIn
from plugins.catalog.records import Form, LinkState, Office, Portal, Service
from plugins.catalog.records.channel import Channel, OnlineChannel, PortalChannel

GOVERNMENTS = ("meineverwaltung", "bund")
"""The short forms of the portals of Land and Bund that stand in when no other way is left online, best first."""

Facts = dict[str, Any]
"""What is known of a way in, by the names in `WayIn`."""


@dataclass(frozen=True)
class Ways:
    """The ways into services as one municipality sees them."""

    nearest: Nearest
    known: dict[tuple[Any, ...], WayIn] = field(default_factory=dict)

    def written(self, service: Service, offices: tuple[Office, ...]) -> tuple[WayIn, ...]:
        """Every channel of a service as a way in, also those that lead nowhere here."""
        office = next(iter(offices), None)
        return tuple([self.way_in(channel, office, service.leika) for channel in service.channels])

    def by_rule(self, service: Service, offices: tuple[Office, ...], written: Iterable[WayIn]) -> Iterator[WayIn]:
        """What follows the written ways that lead on: Land and Bund, the form on paper, the office, the town hall."""
        kinds = {way.kind for way in written if way.leads_on}
        if kinds.isdisjoint(("online", "portal")):
            disrupted = {way.portal.slug for way in written if way.portal and way.out_of_order}
            yield from self.at_governments(service, disrupted)
            yield from self.on_paper([*_online_forms(service), *(() if kinds else service.forms)], offices)
        if not kinds:
            yield from self.at_office(offices) or (self.at_town_hall(),)

    def way_in(self, channel: Channel, office: Office | None, keys: tuple[str, ...]) -> WayIn:
        """A channel as a way in: the same for all services that write the same, of this office and these LeiKa keys."""
        written = (*channel.__dict__.values(), office, keys)
        if written not in self.known:
            self.known[written] = self._way_in(channel, office, keys)
        return self.known[written]

    def _way_in(self, channel: Channel, office: Office | None, keys: tuple[str, ...]) -> WayIn:
        """With its address, its office, and what one needs there."""
        office = self.nearest.office(channel.office) if channel.office else office
        facts: Facts = {"office": office, "note": channel.note, "login": channel.login, "payment": channel.payment}
        return WayIn(channel.kind, channel.label, **(facts | self.leading_on(channel, office, keys)))

    def leading_on(self, channel: Channel, office: Office | None, keys: tuple[str, ...]) -> Facts:
        """What is known of a channel beyond what is written in it."""
        if isinstance(channel, OnlineChannel):
            return self.to_form(self.nearest.form(channel.form), channel, keys)
        if isinstance(channel, PortalChannel):
            return self.to_portal(self.nearest.catalog.portals.get(channel.portal), channel, keys)
        return self.leading_to(office.appointment_url) if office and channel.kind == "appointment" else {}

    def leading_to(self, address: str | None, otherwise: str | None = None) -> Facts:
        """To an address; when the ledger calls it broken, to the other one; to nothing that is out of order."""
        out_of_order = self.nearest.catalog.out_of_order
        found = out_of_order(address)
        if found is None:
            return {"url": address, "out_of_order": None}
        is_left = found.state is LinkState.BROKEN and not out_of_order(otherwise)
        return {"url": otherwise if is_left else None, "out_of_order": found, "checked_on": None}

    def to_form(self, form: Form | None, channel: OnlineChannel, keys: tuple[str, ...]) -> Facts:
        """The way to a form; without an address when there is none."""
        if form is None:
            return {}
        needed = {"form": form, "login": channel.login or form.login, "payment": channel.payment or form.payment}
        return needed | self.leading_to(self.address_of(form, keys))

    def to_portal(self, portal: Portal | None, channel: PortalChannel, keys: Iterable[str]) -> Facts:
        """The way to another portal: the page written, or the one its list has for the first of these LeiKa keys."""
        if portal is None:
            return {}
        choices = self.nearest.catalog.choices
        key = next((leika for leika in keys if (portal.slug, leika) in choices), "")
        landing, choice = choices.get((portal.slug, key), (None, None))
        facts = {
            "portal": portal,
            "note": channel.note or (choice.warning if choice and not choice.available else None),
            "choose": channel.choose or (choice.title if choice and not channel.url else None),
            "login": channel.login or portal.login,
            "payment": channel.payment or portal.payment,
            "checked_on": channel.checked_on or (landing.checked_on if landing and not channel.url else None),
            "listed": None if channel.url else choice,
            "is_information": channel.informs,
        }
        return facts | self.leading_to(self.address_at(portal, channel.url, key), portal.url)

    def address_at(self, portal: Portal, written: str | None, leika: str) -> str:
        """Where a portal has a service: as written, as its list or its pattern says, or its first page."""
        catalog, ars = self.nearest.catalog, self.nearest.municipality.ars
        if written and addresses.named_target(written):
            return targets.resolved(catalog, written, ars) or portal.url
        return written or targets.address_at(catalog, portal, leika, ars) or portal.url

    def at_governments(self, service: Service, disrupted: Container[str]) -> Iterator[WayIn]:
        """The portals of Land and Bund that are known to have this service, without those that are disrupted."""
        for portal in self.governments:
            if portal.slug not in disrupted:
                ways = (self.at_government(portal, leika) for leika in service.leika)
                known = (way for way in ways if way.leads_on or way.out_of_order)
                yield from sorted(known, key=lambda way: bool(way.missing))[:1]

    @cached_property
    def governments(self) -> tuple[Portal, ...]:
        """The portals of Land and Bund, best first."""
        portals = {portal.scheme: portal for portal in self.nearest.catalog.portals.values()}
        return tuple(portals[scheme] for scheme in GOVERNMENTS if scheme in portals)

    def at_government(self, portal: Portal, leika: str) -> WayIn:
        """The way to one key at a portal; without an address when neither its list nor its pattern knows it."""
        channel = PortalChannel(kind="portal", portal=portal.slug, informs=True)
        address = targets.address_at(self.nearest.catalog, portal, leika, self.nearest.municipality.ars)
        facts = self.to_portal(portal, channel, (leika,)) | self.leading_to(address, portal.url)
        return WayIn("portal", is_by_rule=True, **facts)

    def on_paper(self, forms: Iterable[str], offices: tuple[Office, ...]) -> Iterator[WayIn]:
        """Forms that can be printed and sent to the competent office."""
        for slug in dict.fromkeys(forms):
            if (form := self.nearest.form(slug)) and form.pdf:
                office = next(iter(offices), None)
                yield WayIn("pdf", form=form, office=office, is_by_rule=True, **self.leading_to(form.pdf))

    def at_office(self, offices: tuple[Office, ...]) -> tuple[WayIn, ...]:
        """How the competent office can be reached: by letter, in person, by phone."""
        ways = (
            WayIn(kind, office=office, is_by_rule=True)
            for office in offices[:1]
            for kind in ("post", "in_person", "phone")
        )
        return tuple(way for way in ways if way.leads_on)

    def at_town_hall(self) -> WayIn:
        """The phone of the municipality itself, which every municipality has."""
        here = self.nearest.municipality
        switchboard = Office(slug=here.slug, municipality=here.slug, name=here.name, phone=here.phone)
        return WayIn("phone", office=switchboard, is_by_rule=True)

    def forms(self, service: Service) -> Iterator[FormLink]:
        """Every form of a service that has an address, those of its ways in first."""
        for slug in dict.fromkeys([*_online_forms(service), *service.forms]):
            if (form := self.nearest.form(slug)) and (url := self.address_of(form, service.leika)):
                yield FormLink(form, url)

    def address_of(self, form: Form, keys: tuple[str, ...]) -> str | None:
        """The address of a form: its own, or the one its server gives it."""
        server = self.nearest.catalog.servers.get(form.server or "")
        template = server.url.replace("{form}", form.number or form.slug) if server else form.url
        if template is None:
            return None
        return targets.filled(template, keys[0] if keys else "", self.nearest.municipality.ars)


def _online_forms(service: Service) -> list[str]:
    return [channel.form for channel in service.channels if isinstance(channel, OnlineChannel)]
