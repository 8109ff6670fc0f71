"""One portal as facts and Markdown that any generator takes: resolved as our pages show it, in German."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.build import facts
from benchmarks.build.facts import Facts
from plugins.catalog import urls
from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from plugins.catalog.history import History
from plugins.catalog.holidays import holidays
from plugins.catalog.offer import Line
from plugins.catalog.records import Language, Office
from plugins.hosting.policy import content_security_policy
from plugins.interface.speech import GERMAN
from plugins.metadata.schema_org.nodes import Node
from plugins.metadata.schema_org.site import Site
from plugins.pages.a_z import a_to_z
from plugins.pages.lines import lines
from plugins.pages.listings import AUDIENCES
from plugins.pages.view import View
from plugins.pages.views import home_title, views
from search import likeness
from search.documents import documents

MENU = {"themen": "Themen", "leistungen": "Leistungen A–Z", "formulare": "Formulare", "stellen": "Stellen"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its address, what its template needs, its text as Markdown, the services it lists by their slugs."""

    url: str
    facts: Facts
    body: str = ""
    services: Sequence[str] = ()

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.url.strip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Portal:
    """All pages that every generator makes, and what they share."""

    site: Facts
    services: Sequence[Entry]
    offices: Sequence[Entry]
    topics: Sequence[Entry]
    audiences: Sequence[Entry]
    pages: Sequence[Entry]
    letters: Sequence[Facts]
    office_facts: Mapping[str, Facts]

    @property
    def topic_facts(self) -> Mapping[str, Facts]:
        """What links and tiles say of the topics."""
        return {topic.slug: topic.facts | {"url": topic.url} for topic in self.topics}


def portal(content: Path, municipality: str) -> Portal:
    """The portal of a municipality, read from its content folder."""
    catalog, _ = load(content)
    found = directory(catalog, catalog.municipalities[municipality])
    url = found.municipality.portal_url.rstrip("/")
    pages = [
        view for view in views(catalog, found, likeness.related(documents(found))) if view.language is Language.GERMAN
    ]
    return _portal(Site(catalog, found, url, History()), pages)


def _portal(site: Site, pages: Sequence[View]) -> Portal:
    of: dict[str, list[View]] = {}
    for view in pages:
        of.setdefault(view.template, []).append(view)
    whole = {url: lines(site.directory.by_audience[one], Language.GERMAN) for one, url in AUDIENCES.items()}
    lists = {view.url: _list(view, whole.get(view.url) or view.values["offers"]) for view in of["topic"]}
    services = enumerate(of["service"], 1)
    return Portal(
        site=_site(site),
        services=[
            Entry(view.url, facts.service(view, place), facts.body(view.values["text"])) for place, view in services
        ],
        offices=[_list(view, view.values["offers"]) for view in of["office"]],
        topics=[lists[urls.topic(topic.slug)] for topic in site.directory.topics],
        audiences=[lists[url] for url in whole],
        pages=[Entry(view.url, facts.head(view), view.values["text"]) for view in of["page"]],
        letters=[_letter(letter) for letter in a_to_z(site.directory)[Language.GERMAN]],
        office_facts=_offices(site),
    )


def _site(site: Site) -> Facts:
    place, year = site.directory.municipality, site.catalog.today.year
    closed = holidays(place.state, range(year, year + 3))
    return facts.full(
        name=place.name,
        short_name=place.short_name,
        title=home_title(site.directory, GERMAN),
        url=place.portal_url.rstrip("/"),
        email=place.email,
        address=facts.address(place.address),
        area=site.area,
        policy=content_security_policy(()),
        holidays=json.dumps({str(day): name for day, name in closed.items()}, ensure_ascii=False),
        menu=[{"section": section, "title": title} for section, title in MENU.items()],
        footer=[{"title": page.title, "url": urls.page(page.slug)} for page in site.directory.pages if page.in_footer],
        popular=[{"title": offer.title, "url": offer.url} for offer in site.directory.popular],
    )


def _list(view: View, shown: Sequence[Line]) -> Entry:
    """A topic, an office or an audience with its services."""
    return Entry(view.url, facts.head(view), services=[line.url.strip("/").rpartition("/")[2] for line in shown])


def _letter(letter: Any) -> Facts:
    shown = [facts.full(word=one.word, title=one.title, url=one.url) for one in letter.entries]
    return {"name": letter.name, "id": letter.id, "lines": shown}


def _offices(site: Site) -> dict[str, Facts]:
    """Every office that a page names; the town hall, to which a way in may lead, has no page."""
    named = {way.office.slug: way.office for offer in site.directory.offers for way in offer.ways_in if way.office}
    shown = {office.slug: _with_page(office, site.offices[office.slug]) for office in site.directory.offices}
    return {slug: facts.office(office) for slug, office in named.items()} | shown


def _with_page(office: Office, node: Node) -> Facts:
    postal = {"postal": {**node["address"], "name": office.name}} if "address" in node else {}
    return {**facts.office(office), **postal, "url": urls.office(office.slug), "node": node}
