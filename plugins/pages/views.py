"""Which pages a portal has, and what each shows: pure functions from a directory to values for templates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from plugins.catalog import labels, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import first_letter, sort_key
from plugins.catalog.records import Audience, Language, Level, Office, TopicKind
from plugins.pages.embedding import embedding
from plugins.pages.facets import facets
from search import likeness
from search.documents import SearchDocument

_SERVICES = ("Leistungen A–Z", urls.SERVICES)


@dataclass(frozen=True, slots=True)
class View:
    """One page: its address, its template, what the head of the page needs, and the values for the template."""

    url: str
    template: str
    title: str
    description: str
    trail: tuple[tuple[str, str], ...] = ()
    section: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    frame_hosts: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the A–Z: a service, or a word that leads to one, in its language (BCP 47)."""

    word: str
    title: str
    url: str
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Letter:
    """All entries under one letter; `id` is the anchor on the page."""

    name: str
    id: str
    entries: tuple[Entry, ...]


def views(catalog: Catalog, directory: Directory, documents: Sequence[SearchDocument]) -> Iterator[View]:
    """All pages of a portal; `documents` are its services as the search sees them."""
    yield _home(directory)
    alike = likeness.related(documents)
    for offer in directory.offers:
        yield from _service(catalog, directory, offer, related(directory, offer, alike[offer.slug]))
    yield from _topics(directory)
    yield from _audiences(directory)
    yield from _offices(catalog, directory)
    yield from _listings(catalog, directory)
    yield from _prose(directory)


def _home(directory: Directory) -> View:
    name = directory.municipality.name
    return View(
        urls.HOME,
        "home",
        home_title(directory),
        f"{name}: alle Dienstleistungen mit Anträgen, Terminen, Formularen und zuständigen Stellen.",
        section=urls.HOME,
        values={
            "offers": directory.offers,
            "popular": directory.popular,
            "towns": directory.towns,
            "citizens": len(directory.for_audience(Audience.CITIZENS)),
            "businesses": len(directory.for_audience(Audience.BUSINESSES)),
            **_topics_by_kind(directory),
        },
    )


def home_title(directory: Directory) -> str:
    """„Serviceportal Stadt Rurheim“, the name of the whole portal."""
    return f"Serviceportal {directory.municipality.name}"


def _topics_by_kind(directory: Directory) -> dict[str, Any]:
    return {
        "themes": [topic for topic in directory.topics if topic.kind is TopicKind.THEME],
        "life_events": [topic for topic in directory.topics if topic.kind is TopicKind.LIFE_EVENT],
    }


def related(directory: Directory, offer: Offer, alike: Sequence[str]) -> tuple[Offer, ...]:
    """What fits to a service: what its editor names, filled up to four with what is alike."""
    named = directory.of(offer.service.related)
    filling = [other for other in directory.of(alike) if other not in named]
    return (*named, *filling[: max(0, likeness.MOST_RELATED - len(named))])


def _service(catalog: Catalog, directory: Directory, offer: Offer, related: tuple[Offer, ...]) -> Iterator[View]:
    service = offer.service
    owner = next((office.name for office in directory.offices if office.slug == service.owner), None)
    addresses = [("de", offer.url)] + [
        (labels.LANGUAGE_TAGS[text.language], urls.service(text.slug, text.language)) for text in offer.translations
    ]
    languages = (*addresses, ("x-default", offer.url)) if offer.translations else ()
    names = {tag: labels.LANGUAGES[language] for language, tag in labels.LANGUAGE_TAGS.items()}
    embedded = embedding(catalog, offer)
    frames = (embedded.host,) if embedded else ()
    common = {"offer": offer, "service": service, "owner": owner, "related": related, "embedding": embedded}
    for (tag, address), text in zip(addresses, (service, *offer.translations), strict=True):
        trail = (("Startseite", urls.HOME), _SERVICES) + (((offer.title, offer.url),) if tag != "de" else ())
        title = text.title if address == offer.url or text.title != service.title else f"{text.title} ({names[tag]})"
        values = {**common, "text": text, "language": tag, "headings": labels.HEADINGS[tag]}
        yield View(address, "service", title, text.summary, trail, urls.SERVICES, languages, frames, values)


def _topics(directory: Directory) -> Iterator[View]:
    trail = (("Startseite", urls.HOME),)
    yield View(
        urls.TOPICS,
        "topics",
        "Themen und Lebenslagen",
        f"Die Leistungen für {directory.municipality.short_name}, nach Themen und Lebenslagen geordnet.",
        trail,
        urls.TOPICS,
        values=_topics_by_kind(directory),
    )
    for topic in directory.topics:
        yield View(
            urls.topic(topic.slug),
            "topic",
            topic.title,
            topic.summary,
            (*trail, ("Themen", urls.TOPICS)),
            urls.TOPICS,
            values={"offers": directory.by_topic[topic.slug]},
        )


def _audiences(directory: Directory) -> Iterator[View]:
    for audience, url in ((Audience.CITIZENS, urls.CITIZENS), (Audience.BUSINESSES, urls.BUSINESSES)):
        name = labels.AUDIENCES[audience]
        yield View(
            url,
            "topic",
            f"Leistungen für {name}",
            f"Alle Leistungen für {name} in {directory.municipality.short_name}, von A bis Z.",
            (("Startseite", urls.HOME),),
            values={"offers": directory.for_audience(audience)},
        )


def _offices(catalog: Catalog, directory: Directory) -> Iterator[View]:
    trail = (("Startseite", urls.HOME),)
    groups = sorted(directory.offices, key=lambda office: (_rank(directory, office), sort_key(office.name)))
    yield View(
        urls.OFFICES,
        "offices",
        "Stellen",
        f"Ämter und Stellen für {directory.municipality.short_name}: Anschrift, Telefon und Öffnungszeiten.",
        trail,
        urls.OFFICES,
        values={
            "groups": [
                (_group_name(catalog, directory, rank), list(group))
                for rank, group in groupby(groups, key=lambda office: _rank(directory, office))
            ]
        },
    )
    for office in directory.offices:
        yield View(
            urls.office(office.slug),
            "office",
            office.name,
            f"{office.name}: Anschrift, Telefon, Öffnungszeiten und Leistungen.",
            (*trail, ("Stellen", urls.OFFICES)),
            urls.OFFICES,
            values={
                "office": office,
                "offers": directory.by_office[office.slug],
                "portal": catalog.portals.get(office.portal or ""),
            },
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


def _listings(catalog: Catalog, directory: Directory) -> Iterator[View]:
    trail = (("Startseite", urls.HOME),)
    name = directory.municipality.short_name
    letters = a_to_z(directory)
    yield View(
        urls.SERVICES,
        "a-z",
        "Leistungen von A bis Z",
        f"Alle Leistungen für {name} von A bis Z, mit Stichwörtern.",
        trail,
        urls.SERVICES,
        values={"letters": letters, "count": len(directory.offers)},
    )
    portals = [catalog.portals[slug] for slug in ("wsp-nrw", "bundesportal") if slug in catalog.portals]
    yield View(
        urls.SEARCH,
        "search",
        "Suche",
        f"Leistungen für {name} suchen, in eigenen Worten.",
        trail,
        urls.SEARCH,
        values={
            "letters": letters,
            "way_labels": labels.BADGES,
            "portals": portals,
            "facets": facets(directory),
        },
    )
    yield View(
        urls.FORMS,
        "forms",
        "Formulare",
        f"Alle Online-Formulare für {name} auf einen Blick.",
        trail,
        urls.FORMS,
        values={"forms": directory.forms},
    )
    yield View(urls.NOT_FOUND, "404", "Seite nicht gefunden", "Diese Seite gibt es nicht.")


def a_to_z(directory: Directory) -> tuple[Letter, ...]:
    """Titles and citizens' words of all services under their first letters."""
    entries = [Entry("", offer.title, offer.url) for offer in directory.offers]
    for offer in directory.offers:
        entries += [Entry(word, offer.title, offer.url, language) for word, language in _words(offer)]
    entries.sort(key=lambda entry: (sort_key(entry.word or entry.title), entry.title))
    entries.sort(key=lambda entry: first_letter(entry.word or entry.title))
    grouped = groupby(entries, key=lambda entry: first_letter(entry.word or entry.title))
    return tuple(
        Letter("0–9" if name == "#" else name, f"buchstabe-{'0' if name == '#' else name.lower()}", tuple(group))
        for name, group in grouped
    )


def _words(offer: Offer) -> Iterator[tuple[str, str]]:
    """Each word that leads to a service once, and its language."""
    known = {offer.title.casefold()}
    written = [(word, "de") for word in offer.service.synonyms]
    for text in offer.translations:
        language = "en" if text.language is Language.ENGLISH else "de"
        written += [(word, language) for word in (text.title, *text.synonyms)]
    for word, language in written:
        if word.casefold() not in known:
            known.add(word.casefold())
            yield word, language


def _prose(directory: Directory) -> Iterator[View]:
    for page in directory.pages:
        language = "de-simple" if page.slug == "leichte-sprache" else "de"
        yield View(
            urls.page(page.slug),
            "page",
            page.title,
            page.summary,
            (("Startseite", urls.HOME),),
            values={"text": page.text, "blocks": page.blocks, "language": language},
        )
