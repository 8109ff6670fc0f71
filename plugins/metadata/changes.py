"""When each page last changed: the newest commit of the content files it is made of; never the date of a file."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.catalog import urls
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.history import Commit, History
from plugins.catalog.records import Audience, Language
from plugins.catalog.records.base import Record

Made = tuple[Iterable[str], Iterable[Record], Iterable[Offer]]
"""The addresses of a page in all its languages, and the records and services it is made of."""


def last_changes(directory: Directory, history: History) -> Mapping[str, Commit]:
    """The last change of each page by its address; a page of which git knows no file is not among them."""
    services = {offer.slug: history.latest(offer.files) for offer in directory.offers}
    found = {}
    for addresses, records, offers in _pages(directory):
        commits = [services[offer.slug] for offer in offers]
        commits.append(history.latest(record.origin.path for record in records))
        if newest := max(filter(None, commits), default=None):
            found.update(dict.fromkeys(addresses, newest))
    return found


def _pages(directory: Directory) -> Iterator[Made]:
    for offer in directory.offers:
        yield [offer.url], offer.offices, [offer]
        for text in offer.translations:
            yield [urls.service(offer.slug, text.language)], [*offer.offices, text], [offer]
    for address, records, offers in _lists(directory):
        yield [urls.in_language(address, language) for language in Language], records, offers
    for page in directory.pages:
        yield [urls.page(page.slug)], [page], []


def _lists(directory: Directory) -> Iterator[tuple[str, Iterable[Record], Iterable[Offer]]]:
    """A list is as new as the newest of what it lists."""
    yield urls.HOME, [directory.municipality, *directory.topics], directory.offers
    yield urls.SERVICES, [], directory.offers
    yield urls.SEARCH, [], directory.offers
    yield urls.DATA, [directory.municipality], directory.offers
    yield urls.TOPICS, directory.topics, []
    yield urls.CITIZENS, [], directory.by_audience[Audience.CITIZENS]
    yield urls.BUSINESSES, [], directory.by_audience[Audience.BUSINESSES]
    yield urls.OFFICES, directory.offices, []
    yield urls.FORMS, [link.form for link, _ in directory.forms], [offer for _, offer in directory.forms]
    for topic in directory.topics:
        yield urls.topic(topic.slug), [topic], directory.by_topic[topic.slug]
    for office in directory.offices:
        yield urls.office(office.slug), [office], directory.by_office[office.slug]
