"""Renders every page of one portal and hands the bytes to the output folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from pelican.generators import Generator

from plugins.catalog import addresses, allowing, targets, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.forwarding import Forwarding, forwardings
from plugins.catalog.holidays import holidays
from plugins.catalog.kept import Kept
from plugins.catalog.markdown import Surroundings
from plugins.catalog.nearest import Nearest
from plugins.catalog.presence import presence
from plugins.catalog.published import Published
from plugins.catalog.records import Language, Municipality
from plugins.catalog.stages import Stages
from plugins.editing import admin
from plugins.editing.forge import Forge, folder_in_repository
from plugins.exports import registry
from plugins.exports.forwarding import of_machines
from plugins.hosting import files as hosting_files
from plugins.hosting.hosted import Hosted
from plugins.hosting.policy import content_security_policy
from plugins.interface.speech import Speech, speech
from plugins.media import keeping
from plugins.metadata import indexing
from plugins.metadata.schema_org.site import Site
from plugins.pages import assets, former_town, hidden, lines, moved, open_data, patterns, strangers, titles
from plugins.pages.environments import environment
from plugins.pages.graph import graph
from plugins.pages.machine_files import Machines
from plugins.pages.menu import language_menu
from plugins.pages.output import Output
from plugins.pages.privacy import MAP, Privacy, privacy
from plugins.pages.views import View, home_title, language_of, views
from search import cache as search_cache
from search.documents import SearchDocument, documents

YEARS_OF_HOLIDAYS = 3
"""The pages know the holidays of the year of the build and of the next two; later they say nothing about „now“."""


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A page that every other one leads to; `language` is the one of its title."""

    title: str
    url: str
    language: str


class PortalGenerator(Generator):  # type: ignore[misc]
    """Pelican's view of the portal. The catalog comes in the context, checked."""

    def generate_output(self, _writer: object) -> None:
        """Write all pages, assets and the search index; remove what is no longer there."""
        catalog: Catalog = self.context["CATALOG"]
        municipality: Municipality = self.context["MUNICIPALITY_RECORD"]
        stages: Stages = self.context["STAGES"]
        with stages("resolve"):
            portal = directory(catalog, municipality)
        with stages("index"):
            searched = documents(portal)
        with stages("resolve"):
            published = self._published(portal)
            pages = self._views(portal, searched, published)
        with stages("render"):
            files = self._assets(portal)
            names = {name: assets.hashed_name(name, data) for name, data in files.items()}
            self.site = self._site(portal)
            machines = self._machines(portal, files.get("logo.svg"))
            linked = frozenset(view.url for view in pages if view.template != "moved")
            self._equip(portal, names, linked, machines)
            pages += self._patterns()
            titled = titles.titles(pages, municipality.name)
            rendered = {urls.file_of(view.url): self._render(view, titled[view.url]) for view in pages}
        with stages("check"):
            self._check(municipality, rendered)
        with stages("index"):
            written = {names[name]: data for name, data in files.items()} | self._search_files(portal, searched)
        with stages("write"):
            written |= self._form() | self._media(portal)
            output = Output(Path(self.output_path))
            for name, data in (written | rendered).items():
                output.write(name, data)
            for address, data in machines.files(pages):
                output.write(urls.file_of(address), data)
        with stages("export"):
            for file in registry.files(published) if published else ():
                output.stream(file.path, file.pieces)
        with stages("write"):
            for name, data in hosting_files.files(self._hosted(portal, pages), output.digests).items():
                output.write(name, data)
            removed = output.finish()
        self.context["PORTAL_SUMMARY"] = (
            f"{municipality.name}: {len(portal.offers)} Leistungen, {len(pages)} Seiten; "
            f"{output.changed} Dateien geschrieben, {removed} entfernt"
        )

    def _check(self, municipality: Municipality, rendered: Mapping[str, bytes]) -> None:
        """What a look at the pages themselves says; nothing is written yet."""
        if not self.settings["GATED"]:
            strangers.check(self.context["CATALOG"], municipality, rendered, allowing.read(self.settings["ALLOW"]))
        if not self._hidden and not municipality.successor:
            hidden.check(rendered)

    def _published(self, portal: Directory) -> Published | None:
        """What exports are made of, where they are wanted; without a public address of this build at `portal_url`."""
        if not self._has_exports(portal):
            return None
        address = self.settings["SITEURL"] or portal.municipality.portal_url
        return Published(self.context["CATALOG"], portal, address.rstrip("/"), self.context["HISTORY"])

    def _has_exports(self, portal: Directory) -> bool:
        return bool(self.settings["EXPORTS"] and portal.offers)

    def _views(self, portal: Directory, searched: Sequence[SearchDocument], published: Published | None) -> list[View]:
        catalog: Catalog = self.context["CATALOG"]
        if portal.municipality.successor:
            found = list(former_town.views(catalog, portal.municipality))
        else:
            about_data = open_data.views(published) if published else ()
            found = [*views(catalog, portal, searched), *moved.views(self._forwardings(portal)), *about_data]
        return [replace(view, indexing=self._hidden) for view in found] if self._hidden else found

    @property
    def _hidden(self) -> indexing.Indexing | None:
        """What keeps the whole portal out of search engines."""
        return indexing.of_build(self.settings["SITEURL"], is_preview=self.settings["PREVIEW"])

    def _forwardings(self, portal: Directory) -> tuple[Forwarding, ...]:
        """What stands at addresses whose page has moved or is gone; a former portal has a page of its own for all."""
        is_former = bool(portal.municipality.successor)
        return () if is_former else forwardings(presence(self.context["CATALOG"], portal.municipality))

    def _hosted(self, portal: Directory, pages: Sequence[View]) -> Hosted:
        """What web servers have to know, with the old addresses of machines where there are any."""
        every = self._forwardings(portal)
        machines = of_machines(every) if self._has_exports(portal) else ()
        return Hosted(
            portal.municipality.slug,
            self._root(),
            (*every, *machines),
            {view.url: view.frame_hosts for view in pages if view.frame_hosts},
            admin.content_security_policy(self._forge) if self.settings["ADMIN"] else "",
        )

    def _assets(self, portal: Directory) -> dict[str, bytes]:
        project = Path(self.settings["PROJECT"])
        bundled = assets.bundle(project, Path(self.settings["CACHE_PATH"]) / "assets")
        return assets.of_municipality(project, portal.municipality.slug, bundled)

    def _site(self, portal: Directory) -> Site:
        """What the graphs of all pages share."""
        url = self.settings["SITEURL"].rstrip("/")
        return Site(self.context["CATALOG"], portal, url, self.context["HISTORY"])

    def _machines(self, portal: Directory, logo: bytes | None) -> Machines:
        return Machines(
            portal,
            self.context["HISTORY"],
            "" if self.settings["PREVIEW"] else self.settings["SITEURL"].rstrip("/"),
            self._root(),
            assets.accent(Path(self.settings["PROJECT"]), portal.municipality.slug),
            logo,
            Path(self.settings["CACHE_PATH"]) / "icons",
            self.settings["INDEXNOW_KEY"],
        )

    def _root(self) -> str:
        """The folder the portal lives in on its server."""
        return addresses.path_of(self.settings["SITEURL"]) if self.settings["SITEURL"] else "/"

    def _titles(self, portal: Directory) -> dict[str, bytes]:
        """What the search shows of services on a page that is not German."""
        languages = (language for language in Language if language is not Language.GERMAN)
        return {f"titles.{language}.json": lines.titles(portal.offers, language) for language in languages}

    def _search_files(self, portal: Directory, searched: Sequence[SearchDocument]) -> dict[str, bytes]:
        cache = Path(self.settings["CACHE_PATH"]) / "search"
        return assets.behind_pointer({**search_cache.files(searched, cache), **self._titles(portal)})

    def _media(self, portal: Directory) -> dict[str, bytes]:
        """The pictures and PDFs that texts of this portal may name and some text names."""
        catalog: Catalog = self.context["CATALOG"]
        seen = {} if portal.municipality.successor else Nearest(catalog, portal.municipality).published_media
        content, cache = Path(self.settings["PATH"]), Path(self.settings["CACHE_PATH"]) / "media"
        return {medium.address.lstrip("/"): keeping.published(medium, content, cache) for medium in seen.values()}

    @property
    def _forge(self) -> Forge:
        """Where the form saves to."""
        return Forge(self.settings["FORGE"], self.settings["FORGE_LOGIN"])

    def _form(self) -> dict[str, bytes]:
        """The editors' form, where it is wanted."""
        if not self.settings["ADMIN"]:
            return {}
        folder = folder_in_repository(Path(self.settings["PATH"]))
        bundled = assets.form(Path(self.settings["PROJECT"]), Path(self.settings["CACHE_PATH"]) / "assets")
        page: Any = self.env.get_template("admin/index.html")
        made = {
            "index.html": str(page.render(content_security_policy=admin.content_security_policy(self._forge))).encode(),
            "form.json": admin.form_data(self.context["CATALOG"], self._forge, folder, self.settings["SITEURL"]),
        }
        return {f"{urls.ADMIN.lstrip('/')}{name}": data for name, data in (bundled | made).items()}

    def _equip(self, portal: Directory, asset_names: dict[str, str], own: frozenset[str], machines: Machines) -> None:
        """Prepare the templates in every language."""
        root = machines.root
        catalog: Catalog = self.context["CATALOG"]
        resolve = partial(targets.resolved, catalog, ars=portal.municipality.ars)
        media = Nearest(catalog, portal.municipality).published_media
        around = Surroundings(root, own, resolve, catalog.out_of_order, media=media)
        common = self._common(portal, machines, asset_names)
        self.environments = {
            language: self._environment(portal, around, speech(language), common) for language in Language
        }

    def _common(self, portal: Directory, machines: Machines, asset_names: dict[str, str]) -> dict[str, Any]:
        """What the templates know on every page."""
        root = machines.root
        return {
            "asset": lambda name: root + asset_names[name],
            "search_pointer": f"{root}assets/{assets.POINTER}",
            "map_portal": self.context["CATALOG"].portals.get(MAP),
            "content_security_policy": content_security_policy,
            "site": {
                "municipality": portal.municipality,
                "url": self.settings["SITEURL"].rstrip("/"),
                "exports": self._has_exports(portal),
                "logo": "logo.svg" if "logo.svg" in asset_names else None,
                "machines": machines,
                "privacy": self._privacy(portal, machines),
                "footer": tuple(
                    FooterLink(page.title, urls.page(page.slug), str(language_of(page)))
                    for page in portal.pages
                    if page.in_footer
                ),
            },
        }

    def _privacy(self, portal: Directory, machines: Machines) -> Privacy:
        """What the data-protection text is made of."""
        switches = {"feeds": bool(machines.feeds), "exports": self._has_exports(portal)}
        return privacy(self.context["CATALOG"], portal, self._forge if self.settings["ADMIN"] else None, **switches)

    def _environment(
        self, portal: Directory, around: Surroundings, spoken: Speech, common: dict[str, Any]
    ) -> Environment:
        """The templates in one language."""
        kept = Kept(Path(self.settings["CACHE_PATH"]) / "templates")
        found = environment(self.env.loader, self.settings["JINJA_ENVIRONMENT"], kept, around, spoken)
        year = self.context["CATALOG"].today.year
        closed = holidays(portal.municipality.state, range(year, year + YEARS_OF_HOLIDAYS))
        found.globals.update(
            common,
            site=SimpleNamespace(**self._with_data(common["site"], spoken), title=home_title(portal, spoken)),
            titles_of_services=f"titles.{spoken.tag}.json" if spoken.language is not Language.GERMAN else "",
            holidays={day: spoken.gettext(name) for day, name in closed.items()},
        )
        return found

    @staticmethod
    def _with_data(site: dict[str, Any], spoken: Speech) -> dict[str, Any]:
        """The footer of a portal with open data leads to them, in the language of the page."""
        title = spoken.gettext("Offene Daten")
        link = FooterLink(title, urls.DATA, spoken.tag)
        return {**site, "footer": (*site["footer"], link)} if site["exports"] else site

    def _render(self, view: View, title: str) -> bytes:
        template = self.environments[view.language].get_template(f"{view.template}.html")
        around = {"head_title": title, "graph": graph(self.site, view), "language_choices": language_menu(view)}
        return template.render(page=view, **around, **view.values).encode()

    def _patterns(self) -> list[View]:
        """The pattern page, in local builds only."""
        if not self.settings["PATTERN_PAGE"]:
            return []
        components = patterns.components(Path(self.theme) / "components", self.environments[Language.GERMAN])
        return [
            View(
                urls.PATTERNS,
                "patterns",
                "Bausteine",
                "Alle Bausteine mit Beispielen.",
                values={"components": components},
                indexing=indexing.LOCAL,
            )
        ]
