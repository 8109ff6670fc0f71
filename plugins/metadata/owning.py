"""Which portal owns a page that several portals show, so that search engines list it once."""

from dataclasses import dataclass
from functools import cached_property

from plugins.catalog.catalog import Catalog
from plugins.catalog.nearest import Nearest
from plugins.catalog.offer import Offer
from plugins.catalog.records import Level, Municipality, Office, Service


@dataclass(frozen=True)
class Ownership:
    """Looks through the portals of a catalog. Kreise come first, then towns, each in the order of their keys."""

    catalog: Catalog

    @cached_property
    def portals(self) -> tuple[Nearest, ...]:
        """The portals in the order in which they own what belongs to no place."""
        ordered = sorted(
            self.catalog.current.values(), key=lambda one: (one.own_level is not Level.DISTRICT, one.ars, one.slug)
        )
        return tuple(Nearest(self.catalog, one) for one in ordered)

    def provides(self, municipality: Municipality, offer: Offer) -> bool:
        """True where the municipality of a portal is competent itself; a town without a Kreis is its own."""
        level = offer.service.level
        if level is Level.DISTRICT:
            return self._kreis(municipality) is None
        return level is Level.MUNICIPAL and municipality.own_level is Level.MUNICIPAL

    def of_service(self, offer: Offer) -> Municipality:
        """The portal of the Kreis that provides a service; of all else the first portal that has it."""
        candidates = self.portals if offer.is_by_rule else (*self._of_kreis(offer), *self.portals)
        having = (near.municipality for near in candidates if self._has(near, offer))
        return next(having, offer.municipalities[0])

    def of_office(self, office: Office) -> Municipality:
        """The portal of its place; of an office of Land or Bund the first portal that shows it."""
        places = self.catalog.municipalities
        if office.municipality in self.catalog.current:
            return places[office.municipality]
        return next(near.municipality for near in self.portals if self._shows(near, office))

    def _of_kreis(self, offer: Offer) -> tuple[Nearest, ...]:
        if offer.service.level is not Level.DISTRICT:
            return ()
        kreis = offer.municipalities[0].part_of
        return tuple(near for near in self.portals if near.municipality.slug == kreis)

    def _kreis(self, municipality: Municipality) -> Municipality | None:
        """The Kreis of a town, where it is in the catalog."""
        return self.catalog.municipalities.get(municipality.part_of or "")

    def _has(self, near: Nearest, offer: Offer) -> bool:
        """True for a portal that shows a service; one by rule also where it only leads to the towns."""
        if offer.is_by_rule:
            return offer.service.level is not Level.MUNICIPAL or self._is_town(near) or self._has_towns(near)
        return self._provides(near, self._written[offer.slug])

    def _shows(self, near: Nearest, office: Office) -> bool:
        """True for a portal one of whose services names the office."""
        named = (service for service in self._written.values() if office.slug in near.value(service, "offices"))
        return near.office(office.slug) == office and any(self._provides(near, service) for service in named)

    def _provides(self, near: Nearest, service: Service) -> bool:
        """True where a written service has a page of its own, not only a choice of towns."""
        level = near.value(service, "level")
        return near.offers(service.slug) and (level is not Level.MUNICIPAL or self._is_town(near))

    @cached_property
    def _written(self) -> dict[str, Service]:
        return {service.slug: service for service in self.catalog.services}

    def _has_towns(self, near: Nearest) -> bool:
        return any(town.part_of == near.municipality.slug for town in self.catalog.current.values())

    @staticmethod
    def _is_town(near: Nearest) -> bool:
        return near.municipality.own_level is Level.MUNICIPAL
