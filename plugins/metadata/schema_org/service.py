"""A service as one municipality offers it, with everything around it that a machine can use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plugins.catalog import labels, urls
from plugins.catalog.markdown import entries, to_text
from plugins.catalog.offer import Norm, Offer
from plugins.catalog.records import Language, Topic, TopicKind
from plugins.catalog.records.service import Texts
from plugins.metadata.schema_org import fees, hours, texts
from plugins.metadata.schema_org.channels import channel
from plugins.metadata.schema_org.nodes import REMEMBERED, Node, node, reference
from plugins.metadata.schema_org.site import Site


def german(words: str) -> str:
    """Our words as they are written."""
    return words


@dataclass(frozen=True)
class Told:
    """A service in one language: the texts of it, and what our own words are called there."""

    site: Site
    offer: Offer
    text: Texts
    language: Language = Language.GERMAN
    translated: Callable[[str], str] = german

    @cached_property
    def node(self) -> Node:
        """The service. It is the same in every language, so its `@id` is that of the German page."""
        service, address = self.offer.service, urls.in_language(self.offer.url, self.language)
        return node(
            "GovernmentService",
            self.site.at(f"{self.offer.url}#leistung"),
            name=self.text.title,
            alternateName=service.official_name,
            description=self.text.summary,
            url=self.site.at(address),
            identifier=[node("PropertyValue", propertyID="LeiKa", value=key) for key in service.leika],
            serviceType=[topic.told(self.language).title for topic in self._themes],
            audience=[
                node("Audience", audienceType=self.translated(labels.AUDIENCES[one])) for one in service.audience
            ],
            areaServed=reference(self.site.area),
            provider=list(self._providers()),
            availableChannel=list(self._channels()),
            hoursAvailable=self._hours(),
            offers=fees.offers(service),
            subjectOf=[*_instructions(self.text), *map(self._legislation, self.offer.norms)],
        )

    @property
    def _themes(self) -> list[Topic]:
        return [topic for topic in self.offer.topics if topic.kind is TopicKind.THEME]

    @property
    def around(self) -> list[Node]:
        """What the service refers to on its page: its area, and the offices that are competent."""
        return [self.site.area, *(self.site.offices[office.slug] for office in self.offer.offices)]

    def _providers(self) -> Iterator[Node]:
        """The competent offices; without one the body that is competent by law; for a Kreis the towns that do it."""
        if self.offer.towns:
            yield from (self.site.named(town.town) for town in self.offer.towns if town.is_offered)
        elif self.offer.offices:
            yield from (reference(self.site.offices[office.slug]) for office in self.offer.offices)
        elif self.offer.provided_by:
            yield self.site.named(self.offer.provided_by)
        elif self.offer.body:
            yield node("GovernmentOrganization", name=self.offer.body)

    def _channels(self) -> Iterator[Node]:
        takes = texts.duration(self.offer.service.processing_time)
        return (
            self.site.once(channel, way, self.translated, takes) for way in self.offer.ways_in if not way.is_information
        )

    def _hours(self) -> tuple[Node, ...]:
        """When one can come; only where coming is a way in."""
        visited = (way.office for way in self.offer.ways_in if way.kind == "in_person" and way.office)
        return next((hours.specifications(office.opening_hours) for office in visited), ())

    def _legislation(self, norm: Norm) -> Node:
        return node("Legislation", name=norm.text, url=self.site.working(norm.url))


@lru_cache(REMEMBERED)
def _instructions(text: Texts) -> tuple[Node, ...]:
    """What to bring and what to do: schema.org has no property for documents of a service but this way around."""
    found = node("HowTo", supply=_one_by_one(text.documents), step=_one_by_one(text.steps))
    return ({**found, "name": text.title},) if len(found) > 1 else ()


def _one_by_one(text: str) -> list[str]:
    """The entries of a list; a text that is more than a list as a whole."""
    return list(entries(text)) or list(filter(None, [to_text(text)]))
