"""Why a service looks as it does in one portal: who is competent, where each field comes from, which ways lead on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.catalog import labels
from plugins.catalog.brief import brief
from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence
from plugins.catalog.explaining_ways import closed_lines, open_lines
from plugins.catalog.german import did_you_mean
from plugins.catalog.offer import Offer
from plugins.catalog.records import Level, Local, Municipality, Service, fingerprint
from plugins.catalog.urls import at_portal
from plugins.metadata.indexing import Policy


class UnknownNameError(Exception):
    """A service or a municipality that does not exist; says so in German, with the nearest name."""


def explained(catalog: Catalog, service: str, municipality: str, folder: str = "content") -> Iterator[str]:
    """The lines of the explanation; `folder` stands before the paths of files. Raises `UnknownNameError`."""
    places = catalog.municipalities
    if municipality not in places:
        raise UnknownNameError(_unknown("Ort", municipality, places))
    offers = {offer.slug: offer for offer in Competence(catalog, places[municipality]).offers()}
    names = offers.keys() | {one.slug for one in catalog.services}
    if service not in names:
        raise UnknownNameError(_unknown("Dienstleistung", service, dict.fromkeys(names)))
    if successor := places[municipality].successor:
        return iter([f"{places[municipality].name} gehört jetzt zu {places[successor].name}: {successor}"])
    if service not in offers:
        return _not_offered(catalog, service, places[municipality], folder)
    return Explanation(catalog, places[municipality], offers[service], folder).lines()


def _unknown(kind: str, name: str, known: Mapping[str, object]) -> str:
    hint = did_you_mean(name, known) or f"Zum Beispiel: {', '.join(sorted(known)[:5])}"
    return f"{kind} „{name}“ gibt es nicht. {hint}"


def _not_offered(catalog: Catalog, service: str, municipality: Municipality, folder: str) -> Iterator[str]:
    yield f"{municipality.name} bietet diese Leistung nicht an: {service}"
    for local in Competence(catalog, municipality).nearest.local(service)[:1]:
        place = local.place("offered")
        yield f"    {folder}/{place.path}:{place.line}: offered: false"


@dataclass(frozen=True)
class Explanation:
    """One service as one municipality offers it, in words."""

    catalog: Catalog
    municipality: Municipality
    offer: Offer
    folder: str

    def lines(self) -> Iterator[str]:
        """Everything, part by part."""
        yield self.offer.title
        yield f"Seite: {at_portal(self.offer.url, self.municipality.portal_url)}"
        parts = {
            "Zuständig": self.competence(),
            "Stellen": self.offices(),
            "Suchmaschinen": self.search_engines(),
            "Angaben": self.fields(),
            "Ersetzt": self.overlays(),
            "Wege, der beste zuerst": open_lines(self.catalog, self.offer),
            "Nicht angeboten": closed_lines(self.offer),
            "Städte und Gemeinden": self.towns(),
        }
        for heading, lines in parts.items():
            if found := list(lines):
                yield from ("", f"{heading}:", *(f"    {line}" for line in found))

    def competence(self) -> Iterator[str]:
        """From the town to the Bund, the competent one in brackets."""
        names = (f"[{name}]" if level is self.service.level else name for level, name in self.levels.items())
        yield " → ".join(names)
        level = labels.LEVELS[self.service.level]
        yield f"{self.offer.provider}, denn die Ebene ist „{level}“ ({self.origin('level')})"
        if self.offer.is_by_rule:
            yield f"Diese Seite entsteht nach Regel aus der Liste eines anderen Portals ({self.origin('')})"

    @cached_property
    def levels(self) -> dict[Level, str]:
        """Who stands for each level here; a body of its own only where it is competent."""
        competence = Competence(self.catalog, self.municipality)
        names = {level: competence.provider(level, self.offer.offices) for level in Level}
        if self.municipality.own_level is Level.DISTRICT:
            names[Level.MUNICIPAL] = labels.ANY_TOWN
        if self.service.level is not Level.CHAMBER:
            del names[Level.CHAMBER]
        if names[Level.DISTRICT] == names[Level.MUNICIPAL]:
            del names[Level.DISTRICT]
        return names

    def offices(self) -> Iterator[str]:
        """The competent offices, each with its role and its file."""
        for office in self.offer.offices:
            yield f"{office.name} ({office.slug}): {self.folder}/{office.origin.path}"

    def search_engines(self) -> Iterator[str]:
        """Whether they may list the page once it is public, and why."""
        found = Policy(self.catalog, self.municipality).service(self.offer)
        answer = "Ja" if found.is_indexable else f"Nein ({found.robots})"
        yield f"{answer}: {found.reason}"

    def fields(self) -> Iterator[str]:
        """Every field that is written, with a short value and where it comes from."""
        for name, field in Service.model_fields.items():
            if name in self.service.places:
                yield f"{field.title}: {brief(getattr(self.service, name)) or 'leer'} ({self.origin(name)})"

    def origin(self, field: str) -> str:
        """Whose words a field has, with file and line."""
        place = self.service.place(field)
        slug = place.path.split("/")[1] if place.path.startswith("municipalities/") else ""
        owner = self.catalog.municipalities[slug].name if slug else "gemeinsam"
        return f"{owner}, {self.folder}/{place.path}:{place.line}"

    def overlays(self) -> Iterator[str]:
        """Who replaced shared fields, and whether those are still what they were then."""
        shared = next((one for one in self.catalog.services if one.slug == self.service.slug), None)
        for local in Competence(self.catalog, self.municipality).nearest.local(self.service.slug):
            if shared and local.replaced:
                names = ", ".join(Service.model_fields[name].title or name for name in local.replaced)
                yield f"{self.catalog.municipalities[local.municipality].name}: {names}; {_state(local, shared)}"

    def towns(self) -> Iterator[str]:
        """Where the page leads in the portal of a Kreis."""
        for town in self.offer.exceptions:
            yield f"{town.short_name}: ist selbst zuständig, {at_portal(self.offer.url, town.portal_url)}"
        for choice in self.offer.towns:
            address = at_portal(self.offer.url, choice.town.portal_url)
            yield f"{choice.town.short_name}: {address if choice.is_offered else 'bietet die Leistung nicht an'}"

    @property
    def service(self) -> Service:
        """The service in the words that count here."""
        return self.offer.service


def _state(local: Local, shared: Service) -> str:
    current = fingerprint(shared, local.replaced)
    if not local.based_on:
        return f"ohne based_on, heute wäre es {current}"
    if local.based_on == current:
        return f"based_on {current} stimmt"
    return f"based_on {local.based_on} ist überholt, heute wäre es {current}"
