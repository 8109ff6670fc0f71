"""What one municipality offers, as data: every output is a function of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence, towns_of
from plugins.catalog.german import sort_key
from plugins.catalog.impersonal import seen_from
from plugins.catalog.offer import FormLink, Norm, Offer, WayIn
from plugins.catalog.records import (
    Audience,
    Level,
    Municipality,
    Office,
    Page,
    Topic,
)

__all__ = ["Directory", "FormLink", "Norm", "Offer", "WayIn", "directory"]

Key = TypeVar("Key")


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
    def office_names(self) -> Mapping[str, str]:
        """What the offices are called, by their roles."""
        return {office.slug: office.name for office in reversed(self.offices)}

    @cached_property
    def providers(self) -> frozenset[tuple[Level, str]]:
        """Who is competent for anything here, in words, with the level."""
        return frozenset((offer.service.level, offer.provider) for offer in self.offers)

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Offer, ...]]:
        """Offers by topic."""
        found = _grouped((topic.slug, offer) for offer in self.offers for topic in offer.topics)
        return {topic.slug: _in_order(topic, found[topic.slug].values()) for topic in self.topics}

    @cached_property
    def by_office(self) -> Mapping[str, tuple[Offer, ...]]:
        """Offers by the office that is competent for them."""
        found = _grouped((office.slug, offer) for offer in self.offers for office in offer.offices)
        return {office.slug: tuple(found[office.slug].values()) for office in self.offices}

    @cached_property
    def by_audience(self) -> Mapping[Audience, tuple[Offer, ...]]:
        """The offers for citizens and those for businesses."""
        found = _grouped((audience, offer) for offer in self.offers for audience in offer.service.audience)
        return {audience: tuple(found[audience].values()) for audience in Audience}

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


def _grouped(pairs: Iterable[tuple[Key, Offer]]) -> Mapping[Key, Mapping[str, Offer]]:
    """Offers by a key, each once, in their order; a key without offers has none."""
    found: dict[Key, dict[str, Offer]] = defaultdict(dict)
    for key, offer in pairs:
        found[key][offer.slug] = offer
    return found


def _in_order(topic: Topic, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """First those the topic names, in its order, then the other written ones from A to Z, then those by rule."""
    rank = {slug: number for number, slug in enumerate(topic.first)}
    return tuple(sorted(offers, key=lambda offer: (rank.get(offer.slug, len(rank)), offer.is_by_rule)))


def directory(catalog: Catalog, municipality: Municipality) -> Directory:
    """What a municipality offers, without persons where it says so. References that lead nowhere are left out here."""
    catalog = seen_from(catalog, municipality)
    municipality = catalog.municipalities.get(municipality.slug, municipality)
    offered = () if municipality.successor else Competence(catalog, municipality).offers()
    offers = sorted(offered, key=lambda offer: sort_key(offer.title))
    named = {office.slug: office for offer in offers for office in offer.offices}
    own = {office.slug: office for office in catalog.offices.values() if office.municipality == municipality.slug}
    used = {topic.slug for offer in offers for topic in offer.topics}
    return Directory(
        municipality=municipality,
        offers=tuple(offers),
        offices=tuple(sorted((named | own).values(), key=lambda office: sort_key(office.name))),
        topics=tuple(topic for topic in catalog.topics if topic.slug in used),
        pages=catalog.pages,
        towns=towns_of(catalog, municipality),
    )
