"""Which pages a portal has, and what each shows: pure functions from a directory to values for templates."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from plugins.catalog import labels, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import sort_key
from plugins.catalog.offer import Line
from plugins.catalog.records import Audience, Language, Level, Office, Page, TopicKind
from plugins.interface.speech import Speech, speech
from plugins.metadata import sdg
from plugins.metadata.describing import described
from plugins.metadata.indexing import LEADS_ON, Indexing, Policy
from plugins.pages.embedding import embedding
from plugins.pages.lines import lines, topic_line
from plugins.pages.listings import Listings
from plugins.pages.view import View, alternates, spoken_view, start
from search.company import MOST_RELATED

SIMPLE_PAGES = frozenset({"leichte-sprache"})
"""Pages of prose that are written in Leichte Sprache."""


def views(catalog: Catalog, directory: Directory, alike: Mapping[str, Sequence[str]]) -> Iterator[View]:
    """All pages of a portal; `alike` names the services that are like each of its services, the most alike first."""
    told = {offer.slug: offer.lines for offer in directory.offers}
    yield from of_services(catalog, directory, directory.offers, alike, told)
    yield from lists(catalog, directory, Policy(catalog, directory.municipality).office)
    yield from by_word(catalog, directory)
    yield from map(_prose, directory.pages)
    yield View(urls.NOT_FOUND, "404", "Seite nicht gefunden", "Diese Seite gibt es nicht.", indexing=LEADS_ON)


def of_services(
    catalog: Catalog,
    directory: Directory,
    offers: Iterable[Offer],
    alike: Mapping[str, Sequence[str]],
    told: Mapping[str, Mapping[Language, Line]],
) -> Iterator[View]:
    """The pages of some services in all their languages; `told` is what lists say of each service of the portal."""
    policy = Policy(catalog, directory.municipality)
    for offer in offers:
        fitting = [told[slug] for slug in related(offer.service.related, alike[offer.slug], told)]
        yield from _service(catalog, directory, offer, fitting, policy.service(offer))


def lists(catalog: Catalog, directory: Directory, indexing: Callable[[Office], Indexing]) -> Iterator[View]:
    """The pages that lead to services by whom they are for, what they are about and who is competent.

    `indexing` tells whether search engines may list the page of an office.
    """
    offices = [(office, indexing(office)) for office in directory.offices]
    listings = Listings(directory)
    for language in Language:
        spoken = speech(language)
        yield _home(directory, spoken)
        yield from _topics(directory, spoken)
        yield from listings.audiences(spoken)
        yield _office_list(catalog, directory, spoken)
        for office, listed in offices:
            yield _office(catalog, directory, office, spoken, listed)
        yield _forms(directory, spoken)


def by_word(catalog: Catalog, directory: Directory) -> Iterator[View]:
    """The pages that lead to services by the words of the people."""
    listings = Listings(directory)
    for language in Language:
        yield from listings.a_z(speech(language))
        yield listings.search(catalog, speech(language))


def _home(directory: Directory, spoken: Speech) -> View:
    name = directory.municipality.name
    return spoken_view(
        spoken,
        urls.HOME,
        "home",
        home_title(directory, spoken),
        spoken.gettext(
            "%(name)s: alle Dienstleistungen mit Anträgen, Terminen, Formularen und zuständigen Stellen.", name=name
        ),
        section=urls.HOME,
        values={
            "services": len(directory.offers),
            "popular": lines(directory.popular, spoken.language),
            "towns": directory.towns,
            "citizens": len(directory.by_audience[Audience.CITIZENS]),
            "businesses": len(directory.by_audience[Audience.BUSINESSES]),
            **_topics_by_kind(directory, spoken.language),
        },
    )


def home_title(directory: Directory, spoken: Speech) -> str:
    """„Serviceportal Stadt Rurheim“, the name of the whole portal."""
    return spoken.gettext("Serviceportal %(name)s", name=directory.municipality.name)


def _topics_by_kind(directory: Directory, language: Language) -> dict[str, Any]:
    kinds = {"themes": TopicKind.THEME, "life_events": TopicKind.LIFE_EVENT}
    return {
        name: [topic_line(topic, language) for topic in directory.topics if topic.kind is kind]
        for name, kind in kinds.items()
    }


def related(chosen: Iterable[str], alike: Iterable[str], offered: Container[str]) -> tuple[str, ...]:
    """What fits to a service: what its editor names, filled up to four with what is alike."""
    named = [slug for slug in chosen if slug in offered]
    filling = [slug for slug in alike if slug in offered and slug not in named]
    return (*named, *filling[: max(0, MOST_RELATED - len(named))])


def _service(
    catalog: Catalog,
    directory: Directory,
    offer: Offer,
    related: Sequence[Mapping[Language, Line]],
    indexing: Indexing,
) -> Iterator[View]:
    service = offer.service
    owner = directory.office_names.get(service.owner)
    embedded = embedding(catalog, offer)
    frames = (embedded.host,) if embedded else ()
    contact = next((office for office in offer.offices if office.phone), directory.municipality)
    languages = alternates(offer.url, offer.texts)
    common = {"offer": offer, "service": service, "owner": owner, "contact": contact, "embedding": embedded}
    for language, text in offer.texts.items():
        values = {**common, "text": text, "related": tuple([told[language] for told in related])}
        values["topics"] = [topic_line(topic, language) for topic in offer.topics]
        head = (
            urls.in_language(offer.url, language),
            "service",
            text.title,
            described(offer, text),
            _above(language),
            urls.SERVICES,
            languages,
            frames,
        )
        yield View(*head, values, language, indexing=indexing, keys=service.leika, tags=sdg.tags(offer))


@cache
def _above(language: Language) -> tuple[tuple[str, str], ...]:
    """The way to every service."""
    spoken = speech(language)
    return start(spoken), (spoken.gettext("Leistungen A–Z"), urls.SERVICES)


def _topics(directory: Directory, spoken: Speech) -> Iterator[View]:
    town = directory.municipality.short_name
    yield spoken_view(
        spoken,
        urls.TOPICS,
        "topics",
        spoken.gettext("Themen und Lebenslagen"),
        spoken.gettext("Die Leistungen für %(town)s, nach Themen und Lebenslagen geordnet.", town=town),
        (start(spoken),),
        urls.TOPICS,
        values=_topics_by_kind(directory, spoken.language),
    )
    for topic in directory.topics:
        named = topic_line(topic, spoken.language)
        yield spoken_view(
            spoken,
            urls.topic(topic.slug),
            "topic",
            named.title,
            named.summary,
            (start(spoken), (spoken.gettext("Themen"), urls.TOPICS)),
            urls.TOPICS,
            values={"offers": lines(directory.by_topic[topic.slug], spoken.language)},
            title_language=named.language,
        )


def _office_list(catalog: Catalog, directory: Directory, spoken: Speech) -> View:
    groups = sorted(directory.offices, key=lambda office: (_rank(directory, office), sort_key(office.name)))
    town = directory.municipality.short_name
    return spoken_view(
        spoken,
        urls.OFFICES,
        "offices",
        spoken.gettext("Stellen"),
        spoken.gettext("Ämter und Stellen für %(town)s: Anschrift, Telefon und Öffnungszeiten.", town=town),
        (start(spoken),),
        urls.OFFICES,
        values={
            "groups": [
                (_group_name(catalog, directory, rank), list(group))
                for rank, group in groupby(groups, key=lambda office: _rank(directory, office))
            ]
        },
    )


def _office(catalog: Catalog, directory: Directory, office: Office, spoken: Speech, indexing: Indexing) -> View:
    return spoken_view(
        spoken,
        urls.office(office.slug),
        "office",
        office.name,
        spoken.gettext("%(name)s: Anschrift, Telefon, Öffnungszeiten und Leistungen.", name=office.name),
        (start(spoken), (spoken.gettext("Stellen"), urls.OFFICES)),
        urls.OFFICES,
        values={
            "office": office,
            "portal": catalog.portals.get(office.portal or ""),
            "offers": lines(directory.by_office[office.slug], spoken.language),
        },
        title_language="de",
        indexing=indexing,
    )


def _rank(directory: Directory, office: Office) -> int:
    if office.municipality == directory.municipality.slug:
        return 0
    return 1 if office.municipality else 2 + list(Level).index(office.level or Level.FEDERAL)


def _group_name(catalog: Catalog, directory: Directory, rank: int) -> str:
    if rank == 0:
        return directory.municipality.name
    kreis = catalog.municipalities.get(directory.municipality.part_of or "")
    return kreis.name if rank == 1 and kreis else labels.LEVELS[list(Level)[rank - 2]]


def _forms(directory: Directory, spoken: Speech) -> View:
    town = directory.municipality.short_name
    return spoken_view(
        spoken,
        urls.FORMS,
        "forms",
        spoken.gettext("Formulare"),
        spoken.gettext("Alle Online-Formulare für %(town)s auf einen Blick.", town=town),
        (start(spoken),),
        urls.FORMS,
        values={"forms": [(link, *lines([offer], spoken.language)) for link, offer in directory.forms]},
    )


def _prose(page: Page) -> View:
    """A text of an editor, in its one language."""
    language = language_of(page)
    return View(
        urls.page(page.slug),
        "page",
        page.title,
        page.summary,
        (start(speech(language)),),
        values={"text": page.text, "blocks": page.blocks},
        language=language,
    )


def language_of(page: Page) -> Language:
    """The language a page of prose is written in."""
    return Language.SIMPLE if page.slug in SIMPLE_PAGES else Language.GERMAN
