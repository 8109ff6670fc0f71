"""Offices, topics and the index as documents of the JSON API."""

from plugins.catalog import urls
from plugins.catalog.markdown import escaped
from plugins.catalog.published import Published
from plugins.catalog.records import Language, Office, Topic
from plugins.exports.api import addresses, documents
from plugins.exports.api.services import contact_data, licence


def office_line(published: Published, office: Office) -> documents.OfficeLine:
    """An office as the list has it."""
    return documents.OfficeLine(
        slug=office.slug,
        url=published.at(urls.office(office.slug)),
        document=published.at(f"/{addresses.office(office.slug)}"),
        **contact_data(office),
    )


def office(published: Published, one: Office) -> documents.Office:
    """All that is known of an office."""
    about = one.description
    return documents.Office(
        **dict(office_line(published, one)),
        description=documents.Text(markdown=escaped(about), plain=about) if about else None,
        opening_hours=one.opening_hours,
        opening_note=one.opening_note,
        appointment_url=published.working(one.appointment_url),
        accessibility=one.accessibility,
        website=published.working(one.website),
        services=tuple(offer.slug for offer in published.directory.by_office[one.slug]),
        licence=licence(published),
    )


def topic(published: Published, one: Topic) -> documents.Topic:
    """A topic with its services, in the order of its page."""
    url = urls.topic(one.slug)
    titles = {Language.GERMAN: one.title} | {text.language: text.title for text in one.translations}
    return documents.Topic(
        slug=one.slug,
        kind=one.kind,
        title=one.title,
        summary=one.summary,
        url=published.at(url),
        languages=tuple(
            documents.Version(language=language, title=title, url=published.at(urls.in_language(url, language)))
            for language, title in titles.items()
        ),
        services=tuple(offer.slug for offer in published.directory.by_topic[one.slug]),
    )


def index(published: Published) -> documents.Index:
    """Where a program begins."""
    here = published.directory.municipality
    lists = {"services": addresses.SERVICES, "offices": addresses.OFFICES, "topics": addresses.TOPICS}
    return documents.Index(
        title=f"Serviceportal {here.name}",
        municipality=here.name,
        ars=here.ars,
        url=published.at(urls.HOME),
        version=addresses.VERSION,
        licence=licence(published),
        openapi=published.at(f"/{addresses.OPENAPI}"),
        **{name: published.at(f"/{path}") for name, path in lists.items()},
    )
