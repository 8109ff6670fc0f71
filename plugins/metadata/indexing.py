"""Whether search engines may list a page: a pure function of catalog, portal and page. See docs/indexing.md."""

from dataclasses import dataclass
from functools import cached_property

from plugins.catalog.catalog import Catalog
from plugins.catalog.offer import Offer
from plugins.catalog.records import Municipality, Office
from plugins.metadata.owning import Ownership


@dataclass(frozen=True, slots=True)
class Indexing:
    """The decision and why, in German; `follows` is false where not even the links are to be looked at.

    `everywhere` is why several portals may let nearly the same page be listed; empty when no two of them should.
    """

    is_indexable: bool
    reason: str
    follows: bool = True
    everywhere: str = ""

    @property
    def robots(self) -> str:
        """What the page says to search engines; nothing when they may list it."""
        if self.is_indexable:
            return ""
        return "noindex, follow" if self.follows else "noindex, nofollow"


OF_THIS_PORTAL = Indexing(
    True, "Diese Seite braucht jedes Portal für sich.", everywhere="Diese Seite braucht jedes Portal für sich."
)
LEADS_ON = Indexing(False, "Diese Seite führt nur weiter.")
GONE = Indexing(False, "Was hier stand, gibt es nicht mehr.")
PREVIEW = Indexing(False, "Das ist eine Vorschau (PREVIEW=1).", follows=False)
LOCAL = Indexing(False, "Das Portal hat keine öffentliche Adresse (SITEURL).", follows=False)


def of_build(url: str, *, is_preview: bool) -> Indexing | None:
    """What holds for every page of a portal; None for one that is published at an address."""
    if is_preview:
        return PREVIEW
    return None if url else LOCAL


@dataclass(frozen=True)
class Policy:
    """Decides about the pages of one portal that other portals have too."""

    catalog: Catalog
    municipality: Municipality

    @cached_property
    def ownership(self) -> Ownership:
        """Who owns what several portals show."""
        return self.catalog.once(Ownership)

    def service(self, offer: Offer) -> Indexing:
        """The page of a service; those in other languages follow it."""
        here = self.municipality
        own = next((own.parts for own in offer.own_words if own.municipality == here), ())
        if offer.towns and not offer.is_by_rule:
            return Indexing(False, "Hier wählt man nur den Ort; gelistet wird die Seite in den Portalen der Orte.")
        if not offer.is_by_rule and self.ownership.provides(here, offer):
            everywhere = "Jeder Ort ist selbst zuständig und nennt seine Stellen."
            return Indexing(True, f"{here.name} ist selbst zuständig.", everywhere=everywhere)
        if own:
            return Indexing(True, f"{here.name} hat eigene Angaben: {', '.join(own)}.")
        return self._of_owner(self.ownership.of_service(offer), _why_foreign(offer))

    def office(self, office: Office) -> Indexing:
        """The page of an office."""
        if office.municipality == self.municipality.slug:
            everywhere = "Jeder Ort hat diese Stelle selbst."
            return Indexing(True, f"Die Stelle gehört zu {self.municipality.name}.", everywhere=everywhere)
        return self._of_owner(self.ownership.of_office(office), "Die Stelle gehört nicht zu diesem Ort.")

    def _of_owner(self, owner: Municipality, why: str) -> Indexing:
        if owner.slug == self.municipality.slug:
            return Indexing(True, f"{why} Nur ein Portal darf sie listen lassen: dieses.")
        return Indexing(False, f"{why} Gelistet wird sie im Portal von {owner.name}.")


def _why_foreign(offer: Offer) -> str:
    if offer.is_by_rule:
        return "Die Seite ist nach Regel entstanden und überall gleich."
    return f"Zuständig ist {offer.provider}, und die Seite ist überall gleich."
