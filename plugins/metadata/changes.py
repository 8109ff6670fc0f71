"""When each page last changed: the newest commit of the content files it is made of; never the date of a file."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.catalog import urls
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.history import Commit, History
from plugins.catalog.records import Audience, Language
from plugins.catalog.records.base import Record

Made = tuple[str, Iterable[str]]
"""The address of a page and the content files it is made of."""


def last_changes(directory: Directory, history: History) -> Mapping[str, Commit]:
    """The last change of each page by its address; a page of which git knows no file is not among them."""
    dated = ((address, history.latest(files)) for address, files in _pages(directory))
    return {address: commit for address, commit in dated if commit}


def files_of(offer: Offer) -> frozenset[str]:
    """Where the words of a service come from: its own file, those of town and Kreis, or the list that names it."""
    return frozenset(place.path for place in offer.service.places.values())


def _pages(directory: Directory) -> Iterator[Made]:
    for offer in directory.offers:
        yield from _service(offer)
    for address, files in _lists(directory):
        yield from ((urls.in_language(address, language), files) for language in Language)
    for page in directory.pages:
        yield urls.page(page.slug), _written([page])


def _service(offer: Offer) -> Iterator[Made]:
    files = files_of(offer) | _written(offer.offices)
    yield offer.url, files
    for text in offer.translations:
        yield urls.service(offer.slug, text.language), files | _written([text])


def _lists(directory: Directory) -> Iterator[Made]:
    """A list is as new as the newest of what it lists."""
    every = _of(directory.offers)
    yield urls.HOME, every | _written([directory.municipality, *directory.topics])
    yield urls.SERVICES, every
    yield urls.SEARCH, every
    yield urls.TOPICS, _written(directory.topics)
    yield urls.CITIZENS, _of(directory.for_audience(Audience.CITIZENS))
    yield urls.BUSINESSES, _of(directory.for_audience(Audience.BUSINESSES))
    yield urls.OFFICES, _written(directory.offices)
    yield urls.FORMS, _written(link.form for link, _ in directory.forms) | _of(offer for _, offer in directory.forms)
    for topic in directory.topics:
        yield urls.topic(topic.slug), _written([topic]) | _of(directory.by_topic[topic.slug])
    for office in directory.offices:
        yield urls.office(office.slug), _written([office]) | _of(directory.by_office[office.slug])


def _of(offers: Iterable[Offer]) -> frozenset[str]:
    return frozenset[str]().union(*map(files_of, offers))


def _written(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(record.place().path for record in records)
