"""A page as such: what it is called, where it stands in the portal, what it is about."""

from collections.abc import Iterable
from typing import Any, Protocol

from plugins.catalog import urls
from plugins.catalog.records import Language
from plugins.metadata.schema_org.nodes import Node, node, reference
from plugins.metadata.schema_org.site import SITE, Site


class Page(Protocol):
    """What of a page its graph needs; `trail` are the titles and addresses of the pages above it."""

    @property
    def url(self) -> str:
        """Its address in the portal."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def description(self) -> str:
        """One or two sentences."""

    @property
    def language(self) -> Language:
        """The language it is written in."""

    @property
    def trail(self) -> tuple[tuple[str, str], ...]:
        """The way to it from the home page."""


def web_page(site: Site, page: Page, kind: str, sources: Iterable[str], **more: Any) -> list[Node]:
    """The page, and the way to it if there is one; `sources` are the files of the content that it is made of."""
    trail = _trail(site, page)
    found = node(
        kind,
        site.at(page.url),
        url=site.at(page.url),
        name=page.title,
        description=page.description,
        inLanguage=str(page.language),
        isPartOf={"@id": site.at(SITE)},
        breadcrumb=reference(trail[0]) if trail else None,
        dateModified=site.last_change(sources),
        **more,
    )
    return [found, *trail]


def _trail(site: Site, page: Page) -> list[Node]:
    if not page.trail:
        return []
    above = site.once(_above, page.trail, page.language)
    here = node("ListItem", position=len(above) + 1, name=page.title)
    return [node("BreadcrumbList", site.at(f"{page.url}#pfad"), itemListElement=[*above, here])]


def _above(site: Site, trail: tuple[tuple[str, str], ...], language: Language) -> list[Node]:
    return [
        node("ListItem", position=n, name=name, item={"@id": site.at(urls.in_language(url, language))})
        for n, (name, url) in enumerate(trail, 1)
    ]


def asked(site: Site, page: Page, questions: list[Node]) -> list[Node]:
    """The questions that a text answers, as a part of its page; nothing where there are none."""
    part_of = {"@id": site.at(page.url)}
    found = node("FAQPage", site.at(f"{page.url}#fragen"), isPartOf=part_of, mainEntity=questions)
    return [found] if questions else []
