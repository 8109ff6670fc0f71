"""Which pages a portal has, and what each shows: pure functions from a directory to values for templates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from plugins.catalog import labels, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import sort_key
from plugins.catalog.records import Audience, Language, Level, Office, Page, TopicKind
from plugins.interface.speech import Speech, speech
from plugins.metadata import sdg
from plugins.metadata.describing import described
from plugins.metadata.indexing import LEADS_ON, OF_THIS_PORTAL, Indexing, Policy
from plugins.pages.a_z import Letter, a_to_z
from plugins.pages.embedding import embedding
from plugins.pages.facets import facets
from plugins.pages.lines import lines, topic_line
from search import likeness

SIMPLE_PAGES = frozenset({"leichte-sprache"})
"""Pages of prose that are written in Leichte Sprache."""


@dataclass(frozen=True, slots=True)
class View:
    """One page: its address, its template, what the head of the page needs, and the values for the template.

    `languages` are the addresses of the same page in every language it has, by their tags;
    `title_language` is the one of the title where it is not that of the page. For machines: `indexing` is whether
    search engines may list the page, `keys` are the LeiKa keys, `tags` what else its head says, by name.
    """

    url: str
    template: str
    title: str
    description: str
    trail: tuple[tuple[str, str], ...] = ()
    section: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    frame_hosts: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    language: Language = Language.GERMAN
    title_language: str = ""
    indexing: Indexing = OF_THIS_PORTAL
    keys: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()


def views(catalog: Catalog, directory: Directory, alike: Mapping[str, Sequence[str]]) -> Iterator[View]:
    """All pages of a portal; `alike` names the services that are like each of its services, the most alike first."""
    yield from of_services(catalog, directory, directory.offers, alike)
    policy = Policy(catalog, directory.municipality)
    letters = a_to_z(directory)
    for language in Language:
        spoken = speech(language)
        yield _home(directory, spoken)
        yield from _topics(directory, spoken)
        yield from _audiences(directory, spoken)
        yield _office_list(catalog, directory, spoken)
        for office in directory.offices:
            yield _office(catalog, directory, office, spoken, policy.office(office))
        yield from _listings(catalog, directory, spoken, letters[language])
    yield from map(_prose, directory.pages)
    yield View(urls.NOT_FOUND, "404", "Seite nicht gefunden", "Diese Seite gibt es nicht.", indexing=LEADS_ON)


def of_services(
    catalog: Catalog, directory: Directory, offers: Iterable[Offer], alike: Mapping[str, Sequence[str]]
) -> Iterator[View]:
    """The pages of some services in all their languages; the directory has also what fits to them."""
    policy = Policy(catalog, directory.municipality)
    for offer in offers:
        fitting = related(directory, offer, alike[offer.slug])
        yield from _service(catalog, directory, offer, fitting, policy.service(offer))


def _spoken(spoken: Speech, url: str, *head: Any, **more: Any) -> View:
    """A page of the interface: there is one in every language."""
    more |= {"languages": alternates(url, Language), "language": spoken.language}
    return View(urls.in_language(url, spoken.language), *head, **more)


def alternates(url: str, languages: Iterable[Language]) -> tuple[tuple[str, str], ...]:
    """The addresses of a page in its languages; who speaks none of them gets German."""
    addresses = tuple((str(language), urls.in_language(url, language)) for language in languages)
    return (*addresses, ("x-default", url)) if len(addresses) > 1 else ()


def _start(spoken: Speech) -> tuple[str, str]:
    return spoken.gettext("Startseite"), urls.HOME


def _home(directory: Directory, spoken: Speech) -> View:
    name = directory.municipality.name
    return _spoken(
        spoken,
        urls.HOME,
        "home",
        home_title(directory, spoken),
        spoken.gettext(
            "%(name)s: alle Dienstleistungen mit Anträgen, Terminen, Formularen und zuständigen Stellen.", name=name
        ),
        section=urls.HOME,
        values={
            "offers": directory.offers,
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


def related(directory: Directory, offer: Offer, alike: Sequence[str]) -> tuple[Offer, ...]:
    """What fits to a service: what its editor names, filled up to four with what is alike."""
    named = directory.of(offer.service.related)
    filling = [other for other in directory.of(alike) if other not in named]
    return (*named, *filling[: max(0, likeness.MOST_RELATED - len(named))])


def _service(
    catalog: Catalog, directory: Directory, offer: Offer, related: tuple[Offer, ...], indexing: Indexing
) -> Iterator[View]:
    service = offer.service
    owner = next((office.name for office in directory.offices if office.slug == service.owner), None)
    embedded = embedding(catalog, offer)
    frames = (embedded.host,) if embedded else ()
    contact = next((office for office in offer.offices if office.phone), directory.municipality)
    common = {"offer": offer, "service": service, "owner": owner, "contact": contact, "embedding": embedded}
    for language, text in offer.texts.items():
        spoken = speech(language)
        trail = (_start(spoken), (spoken.gettext("Leistungen A–Z"), urls.SERVICES))
        values = {**common, "text": text, "related": lines(related, language)}
        values["topics"] = [topic_line(topic, language) for topic in offer.topics]
        address, languages = urls.in_language(offer.url, language), alternates(offer.url, offer.texts)
        head = (address, "service", text.title, described(offer, text), trail, urls.SERVICES, languages, frames)
        yield View(*head, values, language, indexing=indexing, keys=service.leika, tags=sdg.tags(offer))


def _topics(directory: Directory, spoken: Speech) -> Iterator[View]:
    town = directory.municipality.short_name
    yield _spoken(
        spoken,
        urls.TOPICS,
        "topics",
        spoken.gettext("Themen und Lebenslagen"),
        spoken.gettext("Die Leistungen für %(town)s, nach Themen und Lebenslagen geordnet.", town=town),
        (_start(spoken),),
        urls.TOPICS,
        values=_topics_by_kind(directory, spoken.language),
    )
    for topic in directory.topics:
        named = topic_line(topic, spoken.language)
        yield _spoken(
            spoken,
            urls.topic(topic.slug),
            "topic",
            named.title,
            named.summary,
            (_start(spoken), (spoken.gettext("Themen"), urls.TOPICS)),
            urls.TOPICS,
            values={"offers": lines(directory.by_topic[topic.slug], spoken.language)},
            title_language=named.language,
        )


def _audiences(directory: Directory, spoken: Speech) -> Iterator[View]:
    town = directory.municipality.short_name
    for audience, url in ((Audience.CITIZENS, urls.CITIZENS), (Audience.BUSINESSES, urls.BUSINESSES)):
        name = spoken.gettext(labels.AUDIENCES[audience])
        yield _spoken(
            spoken,
            url,
            "topic",
            spoken.gettext("Leistungen für %(audience)s", audience=name),
            spoken.gettext("Alle Leistungen für %(audience)s in %(town)s, von A bis Z.", audience=name, town=town),
            (_start(spoken),),
            values={"offers": lines(directory.by_audience[audience], spoken.language)},
        )


def _office_list(catalog: Catalog, directory: Directory, spoken: Speech) -> View:
    groups = sorted(directory.offices, key=lambda office: (_rank(directory, office), sort_key(office.name)))
    town = directory.municipality.short_name
    return _spoken(
        spoken,
        urls.OFFICES,
        "offices",
        spoken.gettext("Stellen"),
        spoken.gettext("Ämter und Stellen für %(town)s: Anschrift, Telefon und Öffnungszeiten.", town=town),
        (_start(spoken),),
        urls.OFFICES,
        values={
            "groups": [
                (_group_name(catalog, directory, rank), list(group))
                for rank, group in groupby(groups, key=lambda office: _rank(directory, office))
            ]
        },
    )


def _office(catalog: Catalog, directory: Directory, office: Office, spoken: Speech, indexing: Indexing) -> View:
    return _spoken(
        spoken,
        urls.office(office.slug),
        "office",
        office.name,
        spoken.gettext("%(name)s: Anschrift, Telefon, Öffnungszeiten und Leistungen.", name=office.name),
        (_start(spoken), (spoken.gettext("Stellen"), urls.OFFICES)),
        urls.OFFICES,
        values={
            "office": office,
            "offers": lines(directory.by_office[office.slug], spoken.language),
            "portal": catalog.portals.get(office.portal or ""),
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


def _listings(catalog: Catalog, directory: Directory, spoken: Speech, letters: tuple[Letter, ...]) -> Iterator[View]:
    town, trail = directory.municipality.short_name, (_start(spoken),)
    yield _spoken(
        spoken,
        urls.SERVICES,
        "a-z",
        spoken.gettext("Leistungen von A bis Z"),
        spoken.gettext("Alle Leistungen für %(town)s von A bis Z, mit Stichwörtern.", town=town),
        trail,
        urls.SERVICES,
        values={"letters": letters, "count": len(directory.offers)},
    )
    portals = [catalog.portals[slug] for slug in ("wsp-nrw", "bundesportal") if slug in catalog.portals]
    yield _spoken(
        spoken,
        urls.SEARCH,
        "search",
        spoken.gettext("Suche"),
        spoken.gettext("Leistungen für %(town)s suchen, in eigenen Worten.", town=town),
        trail,
        urls.SEARCH,
        values={
            "letters": letters,
            "way_labels": {kind: spoken.gettext(label) for kind, label in labels.BADGES.items()},
            "portals": portals,
            "facets": facets(directory, spoken),
        },
    )
    yield _spoken(
        spoken,
        urls.FORMS,
        "forms",
        spoken.gettext("Formulare"),
        spoken.gettext("Alle Online-Formulare für %(town)s auf einen Blick.", town=town),
        trail,
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
        (_start(speech(language)),),
        values={"text": page.text, "blocks": page.blocks},
        language=language,
    )


def language_of(page: Page) -> Language:
    """The language a page of prose is written in."""
    return Language.SIMPLE if page.slug in SIMPLE_PAGES else Language.GERMAN
