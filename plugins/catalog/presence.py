"""Which addresses of content the portal of a municipality answers, without resolving what stands there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from plugins.catalog import by_rule, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence
from plugins.catalog.records import Language, Municipality, Office, Register, Service, Translation


@dataclass(frozen=True)
class Presence:
    """The pages of one portal by their addresses; `listed` are the services by rule, `registered` what was once there.

    It says the same as `directory`, without ways in and norms: a rule asks it for every municipality.
    """

    catalog: Catalog
    municipality: Municipality
    listed: tuple[Service, ...]
    registered: frozenset[str]

    @cached_property
    def competence(self) -> Competence:
        """Who offers what, as seen from here."""
        return Competence(self.catalog, self.municipality)

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The services with a page, by name; a Kreis without towns has none for what towns provide."""
        every = (*self.competence.services(), *self.listed)
        here = every if self.competence.towns else self.competence.provided_here(every)
        return {one.slug: one for one in here}

    @cached_property
    def translations(self) -> Mapping[str, Mapping[Language, Translation]]:
        """The texts in other languages, of the services that have some."""
        found = self.competence.translations.items()
        return {slug: {text.language: text for text in texts} for slug, texts in found if slug in self.services}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each page is called, by its German address."""
        topics = set(chain.from_iterable(service.topics for service in self.services.values()))
        address = self.catalog.once(_addresses)
        found = {address[slug]: service.title for slug, service in self.services.items()}
        found |= {urls.topic(one.slug): one.title for one in self.catalog.topics if one.slug in topics}
        found |= {urls.office(one.slug): one.name for one in self._offices()}
        found |= {urls.page(one.slug): one.title for one in self.catalog.pages}
        return found

    @cached_property
    def pages(self) -> frozenset[str]:
        """All addresses at which a page stands; topics and offices are in every language, which goes without saying."""
        spoken = {urls.service(slug, language) for slug, texts in self.translations.items() for language in texts}
        return frozenset(self.titles.keys() | spoken)

    def _offices(self) -> Iterator[Office]:
        """Those of this place, and those that are competent for what it offers."""
        yield from (one for one in self.catalog.offices.values() if one.municipality == self.municipality.slug)
        here = self.competence.provided_here(self.services.values())
        roles = dict.fromkeys(chain.from_iterable(service.offices for service in here))
        yield from (office for role in roles if (office := self.competence.nearest.office(role)))


def presences(catalog: Catalog) -> dict[str, Presence]:
    """Every portal of a municipality that still exists, by its folder."""
    return catalog.once(_presences)


def _presences(catalog: Catalog) -> dict[str, Presence]:
    return {slug: _presence(catalog, one) for slug, one in catalog.current.items()}


def presence(catalog: Catalog, municipality: Municipality) -> Presence:
    """The portal of one municipality."""
    return presences(catalog).get(municipality.slug) or _presence(catalog, municipality)


def _presence(catalog: Catalog, municipality: Municipality) -> Presence:
    once = catalog.once(registered).get(municipality.slug, frozenset())
    return Presence(catalog, municipality, catalog.once(_by_rule), once)


def _by_rule(catalog: Catalog) -> tuple[Service, ...]:
    return tuple(one.service for one in by_rule.listed(catalog))


def _addresses(catalog: Catalog) -> dict[str, str]:
    """Where the page of each service is in German, by its name."""
    return {one.slug: urls.service(one.slug) for one in (*catalog.services, *catalog.once(_by_rule))}


def once_published(catalog: Catalog) -> frozenset[str]:
    """Every address that some portal has once published."""
    return frozenset().union(*(register.addresses for register in catalog.all(Register)))


def registered(catalog: Catalog) -> dict[str, frozenset[str]]:
    """What each municipality's portal has once published, by its folder."""
    found: dict[str, set[str]] = {}
    for register in catalog.all(Register):
        for slug in register.municipalities:
            found.setdefault(slug, set()).update(register.addresses)
    return {slug: frozenset(every) for slug, every in found.items()}
