"""Texts of a portal for readers elsewhere: every link has its full address, or only its words stay."""

from functools import partial

from plugins.catalog import targets, urls
from plugins.catalog.markdown import Surroundings
from plugins.exports.published import Published


def surroundings(published: Published) -> Surroundings:
    """What links in a text lead to, seen from outside: `/themen/` → `https://service.rurheim.example/themen/`."""
    directory, catalog = published.directory, published.catalog
    own = frozenset(
        (
            *(urls.HOME, urls.SERVICES, urls.TOPICS, urls.OFFICES, urls.FORMS, urls.SEARCH),
            *(urls.CITIZENS, urls.BUSINESSES),
            *(offer.url for offer in directory.offers),
            *(urls.topic(topic.slug) for topic in directory.topics),
            *(urls.office(office.slug) for office in directory.offices),
            *(urls.page(page.slug) for page in directory.pages),
        )
    )
    resolve = partial(targets.resolved, catalog, ars=directory.municipality.ars)
    return Surroundings(published.at(urls.HOME), own, resolve, catalog.out_of_order)
