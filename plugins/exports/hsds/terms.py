"""Taxonomies of a portal: themes, life events, audiences, LeiKa keys."""

from collections.abc import Iterator

from plugins.catalog import labels, urls
from plugins.catalog.offer import Offer
from plugins.catalog.published import Published
from plugins.catalog.records import Audience, Topic, TopicKind
from plugins.exports.hsds.identity import Object, known

_TAXONOMIES = {
    TopicKind.THEME: "Themen",
    TopicKind.LIFE_EVENT: "Lebenslagen",
    "audience": "Zielgruppen",
    "leika": "LeiKa",
}
_LEIKA = "urn:de:fim:leika:leistung"


def topic(published: Published, record: Topic) -> Object:
    """A theme or a life event."""
    address = published.at(urls.topic(record.slug))
    return _term(published, record.kind, record.slug, record.title, record.summary, address)


def audience(published: Published, value: Audience) -> Object:
    """Citizens or businesses."""
    words = labels.AUDIENCES[value]
    page = urls.CITIZENS if value is Audience.CITIZENS else urls.BUSINESSES
    return _term(published, "audience", value, words, words, published.at(page))


def key(published: Published, leika: str) -> Object:
    """A key of the national catalogue of services."""
    words = "Schlüssel im Leistungskatalog der öffentlichen Verwaltung"
    return _term(published, "leika", leika, f"LeiKa {leika}", words, f"{_LEIKA}:{leika}")


def _term(published: Published, kind: str, code: str, name: str, description: str, uri: str) -> Object:
    title = _TAXONOMIES[kind]
    taxonomy = known(f"{published.at('/daten/')}#{kind}", name=title, description=title)
    return known(uri, code=code, name=name, description=description, taxonomy_detail=taxonomy, term_uri=uri)


def of_portal(published: Published) -> Iterator[Object]:
    """Every theme, life event and audience of a portal."""
    yield from (topic(published, one) for one in published.directory.topics)
    yield from (audience(published, one) for one in Audience)


def attributes(published: Published, offer: Offer) -> Iterator[Object]:
    """What a service belongs to."""
    terms = [
        *(("topic", topic(published, one)) for one in offer.topics),
        *(("audience", audience(published, one)) for one in offer.service.audience),
        *(("leika", key(published, one)) for one in offer.service.leika),
    ]
    for link_type, term in terms:
        yield known(f"{published.at(offer.first_url)}#{term['id']}", link_type=link_type, taxonomy_term=term)
