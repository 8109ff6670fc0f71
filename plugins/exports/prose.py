"""Texts of a portal for readers elsewhere: every link has its full address, or only its words stay."""

from functools import partial

from plugins.catalog import markdown, targets, urls
from plugins.catalog.markdown import Surroundings
from plugins.catalog.records import Fee
from plugins.catalog.records.fields import euro
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


def plain(text: str) -> str:
    """The words of a Markdown text, a line for each paragraph and each entry of a list."""
    blocks = (token.content for token in markdown.tokens(text) if token.type == "inline")
    return "\n".join(markdown.to_text(words) for words in blocks)


def cost_in_words(fee: Fee) -> str:
    """„Ab 24 Jahren: 46 Euro“, „von 10 Euro bis 20 Euro; je nach Aufwand“."""
    bounds = ((fee.lower, "von"), (fee.upper, "bis"))
    span = " ".join(f"{word} {euro(amount)}" for amount, word in bounds if amount is not None)
    amount = euro(fee.amount) if fee.amount is not None else span
    said_of_it = "; ".join(filter(None, (amount, fee.note)))
    return ": ".join(filter(None, (fee.label, said_of_it)))
