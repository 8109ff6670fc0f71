"""Who is competent and which way leads in, as one municipality sees it: its own, its Kreis, the Land, the Bund."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from typing import Any

from plugins.catalog import by_rule, labels
from plugins.catalog.by_rule import Listed
from plugins.catalog.catalog import Catalog
from plugins.catalog.german import sort_key
from plugins.catalog.nearest import Nearest
from plugins.catalog.offer import Norm, Offer, TownOffer
from plugins.catalog.records import LegalBasis, Level, Municipality, Office, Service, Topic, Translation, overlaid
from plugins.catalog.ways_in import Ways


def towns_of(catalog: Catalog, kreis: Municipality) -> tuple[Municipality, ...]:
    """The towns of a Kreis, from A to Z; none for a town."""
    towns = (town for town in catalog.current.values() if town.part_of == kreis.slug)
    return tuple(sorted(towns, key=lambda town: sort_key(town.short_name)))


def _is_there(offer: Offer) -> bool:
    """True of what leads on somewhere."""
    return bool(offer.ways_in or offer.towns)


@dataclass(frozen=True)
class Competence:
    """Looks references up as one municipality sees them: its own offices, its Kreis's, then those of Land and Bund."""

    catalog: Catalog
    municipality: Municipality

    def offers(self) -> Iterator[Offer]:
        """All that is offered here, written or by rule; a Kreis without towns leaves out what towns provide."""
        yield from self.written()
        yield from filter(_is_there, map(self.listed, by_rule.listed(self.catalog)))

    def written(self) -> Iterator[Offer]:
        """Those of them that somebody has written."""
        return filter(_is_there, map(self.offer, self.services()))

    def services(self) -> Iterator[Service]:
        """What is offered here, in the words of this municipality where it has some, in its Kreis's, or the shared."""
        special = {slug for _, slug in self.catalog.local}
        for service in self.catalog.services:
            if service.slug not in special:
                yield service
            elif self.nearest.offers(service.slug):
                yield reduce(overlaid, reversed(self.nearest.local(service.slug)), service)

    def offer(self, service: Service) -> Offer:
        """One service with everything it refers to."""
        return Offer(**self.facts(service))

    def facts(self, service: Service) -> dict[str, Any]:
        """What an offer of a service says here."""
        return dict(
            service=service,
            topics=self.topics(service.topics),
            translations=self.translations.get(service.slug, ()),
            norms=tuple(self.norm(basis) for basis in service.legal_basis),
            municipalities=self.nearest.municipalities,
            **(self.left_to_the_towns(service) if self.is_left_to_the_towns(service) else self.provided(service)),
        )

    @cached_property
    def topics(self) -> Callable[[tuple[str, ...]], tuple[Topic, ...]]:
        """Topics by their names, in their own order: many services have the same."""
        return cache(lambda named: tuple(topic for topic in self.catalog.topics if topic.slug in named))

    def listed(self, listing: Listed) -> Offer:
        """What another portal lists; above town and Kreis the list knows best who is competent."""
        facts, choice = self.facts(listing.service), listing.choice
        if choice.competent and choice.level not in (Level.MUNICIPAL, Level.DISTRICT):
            facts["provider"] = choice.competent
        return Offer(listing=listing, **facts)

    def provided(self, service: Service) -> dict[str, Any]:
        """What is provided here, or by Land and Bund for the people here: with offices, forms and ways in."""
        offices = tuple(found for slug in service.offices if (found := self.nearest.office(slug)))
        written = self.ways.written(service, offices)
        ways = (*written, *self.ways.by_rule(service, offices, written))
        leading_on = tuple(way for way in ways if way.leads_on)
        return {
            "ways_in": leading_on,
            "closed": tuple(way for way in ways if not way.leads_on) if len(leading_on) < len(ways) else (),
            "offices": offices,
            "provider": self.provider(service.level, offices),
            "forms": tuple(self.ways.forms(service)),
            "exceptions": tuple(town for town in self.towns if self.is_done_by(town, service.slug)),
        }

    def left_to_the_towns(self, service: Service) -> dict[str, Any]:
        """What the towns of a Kreis provide: each of them, and whether it does."""
        towns = tuple(TownOffer(town, Nearest(self.catalog, town).offers(service.slug)) for town in self.towns)
        return {"ways_in": (), "offices": (), "forms": (), "provider": labels.ANY_TOWN, "towns": towns}

    def is_left_to_the_towns(self, service: Service) -> bool:
        """A Kreis does not provide what its towns provide."""
        return service.level is Level.MUNICIPAL and self.municipality.own_level is Level.DISTRICT

    def provided_here(self, services: Iterable[Service]) -> Iterable[Service]:
        """Those among them that are not left to the towns."""
        is_kreis = self.municipality.own_level is Level.DISTRICT
        return (one for one in services if not self.is_left_to_the_towns(one)) if is_kreis else services

    def is_done_by(self, town: Municipality, slug: str) -> bool:
        """True for a town that provides itself what the others leave to their Kreis."""
        own = Nearest(self.catalog, town).local(slug)[:1]
        return any(part.offered and getattr(part, "level", None) is Level.MUNICIPAL for part in own)

    @cached_property
    def towns(self) -> tuple[Municipality, ...]:
        """The towns of a Kreis, from A to Z."""
        return towns_of(self.catalog, self.municipality)

    @cached_property
    def nearest(self) -> Nearest:
        """What names mean here."""
        return Nearest(self.catalog, self.municipality)

    @cached_property
    def ways(self) -> Ways:
        """The ways in from here."""
        return Ways(self.nearest)

    def provider(self, level: Level, offices: tuple[Office, ...]) -> str:
        """Who is competent, in words: the town, its Kreis, the Land, the Bund or a body of its own."""
        return offices[0].name if offices and level is Level.CHAMBER else self.providers[level]

    @cached_property
    def providers(self) -> Mapping[Level, str]:
        """Who is competent on each level."""
        kreis = self.catalog.municipalities.get(self.municipality.part_of or "")
        return {
            Level.MUNICIPAL: self.municipality.name,
            Level.DISTRICT: (kreis or self.municipality).name,
            Level.STATE: f"Land {self.municipality.state}",
            Level.FEDERAL: "Bund",
            Level.CHAMBER: "Kammer",
        }

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
