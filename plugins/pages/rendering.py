"""The pages of one portal as bytes: what every template knows, and the words and links of each language."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import SimpleNamespace
from typing import Any

from jinja2 import BaseLoader, Environment

from plugins.catalog import targets, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.holidays import holidays
from plugins.catalog.kept import Kept
from plugins.catalog.markdown import Surroundings
from plugins.catalog.nearest import Nearest
from plugins.catalog.records import Language
from plugins.hosting.policy import content_security_policy
from plugins.interface.speech import Speech, speech
from plugins.pages import assets
from plugins.pages.environments import Everywhere, PageEnvironment, environment
from plugins.pages.filters import remembered
from plugins.pages.machine_files import Machines
from plugins.pages.menu import language_menu
from plugins.pages.privacy import MAP, Privacy
from plugins.pages.view import View
from plugins.pages.views import home_title, language_of

YEARS_OF_HOLIDAYS = 3
"""The pages know the holidays of the year of the build and of the next two; later they say nothing about „now“."""


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A page that every other one leads to; `language` is the one of its title."""

    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Where templates come from, how Jinja is set, where their code is kept."""

    loader: BaseLoader | None
    settings: Mapping[str, Any]
    kept: Kept


def _said_everywhere(_: Catalog) -> Mapping[tuple[Language, str], Everywhere]:
    """What components have said of the texts of a catalog, in each language, for all its portals at one root."""
    return defaultdict(Everywhere)


@dataclass(frozen=True)
class Rendering:
    """Renders the pages of a portal; what it remembers of one page for the next lives as long as it does.

    `own` are the addresses that links in texts may lead to, `assets` the names of styles and scripts by those in the
    theme, `url` is where the portal will be, if that is known.
    """

    theme: Theme
    catalog: Catalog
    portal: Directory
    machines: Machines
    privacy: Privacy
    assets: Mapping[str, str]
    own: frozenset[str]
    url: str
    has_exports: bool
    environments: dict[Language, Environment] = field(default_factory=dict)

    def page(self, view: View, title: str, graph: Any) -> bytes:
        """One page, whole."""
        template = self.environment(view.language).get_template(f"{view.template}.html")
        around = {"head_title": title, "graph": graph, "language_choices": language_menu(view)}
        return template.render(page=view, **around, **view.values).encode()

    def environment(self, language: Language) -> Environment:
        """The templates in one language, for as many pages as there are in it."""
        if language not in self.environments:
            self.environments[language] = self._environment(speech(language))
        return self.environments[language]

    def _environment(self, spoken: Speech) -> PageEnvironment:
        found = environment(self.theme.loader, self.theme.settings, self.theme.kept, self._around, spoken)
        year = self.catalog.today.year
        closed = holidays(self.portal.municipality.state, range(year, year + YEARS_OF_HOLIDAYS))
        found.everywhere_said = self.catalog.once(_said_everywhere)[spoken.language, self.machines.root]
        found.globals.update(
            asset=lambda name: self.machines.root + self.assets[name],
            search_pointer=f"{self.machines.root}assets/{assets.POINTER}",
            map_portal=self.catalog.portals.get(MAP),
            content_security_policy=remembered(content_security_policy),
            site=self._site(spoken),
            titles_of_services=f"titles.{spoken.tag}.json" if spoken.language is not Language.GERMAN else "",
            holidays={day: spoken.gettext(name) for day, name in closed.items()},
        )
        return found

    @cached_property
    def _around(self) -> Surroundings:
        """Where links in texts lead."""
        municipality = self.portal.municipality
        resolve = partial(targets.resolved, self.catalog, ars=municipality.ars)
        media = Nearest(self.catalog, municipality).published_media
        return Surroundings(self.machines.root, self.own, resolve, self.catalog.out_of_order, media=media)

    def _site(self, spoken: Speech) -> SimpleNamespace:
        """What is the same on every page in a language."""
        return SimpleNamespace(
            title=home_title(self.portal, spoken),
            municipality=self.portal.municipality,
            url=self.url,
            exports=self.has_exports,
            logo="logo.svg" if "logo.svg" in self.assets else None,
            machines=self.machines,
            privacy=self.privacy,
            footer=self._footer(spoken),
        )

    def _footer(self, spoken: Speech) -> tuple[FooterLink, ...]:
        """A portal with open data leads to them, in the language of the page."""
        shown = [page for page in self.portal.pages if page.in_footer]
        links = [FooterLink(page.title, urls.page(page.slug), str(language_of(page))) for page in shown]
        if self.has_exports:
            links.append(FooterLink(spoken.gettext("Offene Daten"), urls.DATA, spoken.tag))
        return tuple(links)
