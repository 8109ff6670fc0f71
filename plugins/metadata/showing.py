"""What the pages of a portal that search engines may list say, as text: to compare them, not to show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.offer import Offer, WayIn
from plugins.catalog.records import Fee, Language, Municipality, Office, Service, Texts, Translation
from plugins.metadata.indexing import OF_THIS_PORTAL, Indexing, Policy


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: in whose portal and where it stands, its language, what it says, why it is listed."""

    portal: str
    url: str
    language: Language
    text: str
    indexing: Indexing


def listed(catalog: Catalog, municipality: Municipality) -> Iterator[Shown]:
    """The pages of a portal that may be listed. Of the pages of the interface the German ones stand for all."""
    portal, policy = directory(catalog, municipality), Policy(catalog, municipality)
    name = municipality.slug
    for offer in portal.offers:
        if (decided := policy.service(offer)).is_indexable:
            yield from (Shown(name, *page, decided) for page in _service(offer))
    for office in portal.offices:
        if (decided := policy.office(office)).is_indexable:
            text = _text([*_office(office), *(offer.title for offer in portal.by_office[office.slug])])
            yield Shown(name, urls.office(office.slug), Language.GERMAN, text, decided)
    for url, texts in _others(portal):
        yield Shown(name, url, Language.GERMAN, _text(texts), OF_THIS_PORTAL)


def _text(parts: Iterable[object]) -> str:
    return "\n".join(str(part) for part in parts if part)


def _service(offer: Offer) -> Iterator[tuple[str, Language, str]]:
    common = [*_facts(offer)]
    texts: dict[Language, Service | Translation] = {Language.GERMAN: offer.service}
    texts |= {text.language: text for text in offer.translations}
    for language, text in texts.items():
        words = (getattr(text, name) for name in Texts.model_fields if name != "synonyms")
        yield urls.service(offer.slug, language), language, _text([*words, *common])


def _facts(offer: Offer) -> Iterator[object]:
    yield offer.provider
    yield from (part for fee in offer.service.fees for part in _fee(fee))
    yield from (part for way in offer.ways_in for part in _way(way))
    yield from (part for office in offer.offices for part in _office(office))
    yield from (norm.text for norm in offer.norms)


def _fee(fee: Fee) -> tuple[object, ...]:
    return fee.label, fee.amount, fee.lower, fee.upper, fee.note


def _way(way: WayIn) -> tuple[object, ...]:
    portal = (way.portal.title, way.portal.operator) if way.portal else ()
    return way.label, way.note, way.choose, *portal, way.form and way.form.title


def _office(office: Office) -> tuple[object, ...]:
    place = office.address
    where = (place.street, place.postal_code, place.city) if place else ()
    return office.name, office.description, *where, office.phone, office.email, office.opening_hours


def _others(portal: Directory) -> Iterator[tuple[str, Iterable[object]]]:
    """The start page, topics, the list of all services and prose: address and text."""
    titles = [offer.title for offer in portal.offers]
    yield urls.HOME, (portal.municipality.name, *(topic.title for topic in portal.topics), *titles)
    yield urls.SERVICES, titles
    for topic in portal.topics:
        offers = portal.by_topic[topic.slug]
        yield urls.topic(topic.slug), (topic.title, topic.summary, *(f"{one.title} {one.summary}" for one in offers))
    for page in portal.pages:
        yield urls.page(page.slug), (page.title, page.summary, page.text)
