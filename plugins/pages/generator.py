"""Renders every page of one portal and hands the bytes to the output folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.catalog import addresses, allowing, marks, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.forwarding import Forwarding, forwardings
from plugins.catalog.kept import Kept
from plugins.catalog.marks import Marks
from plugins.catalog.nearest import Nearest
from plugins.catalog.presence import presence
from plugins.catalog.published import Published
from plugins.catalog.records import Language, Municipality
from plugins.catalog.stages import Stages
from plugins.editing import admin
from plugins.editing.forge import Forge, folder_in_repository
from plugins.exports.export import File
from plugins.hosting import files as hosting_files
from plugins.hosting.hosted import Hosted
from plugins.media import keeping
from plugins.metadata import indexing
from plugins.metadata.schema_org.site import Site
from plugins.pages import assets, former_town, garbage, hidden, lines, moved, patterns, strangers, titles
from plugins.pages.graph import Graphs
from plugins.pages.incremental.known import Searched, Whole
from plugins.pages.incremental.past import Past
from plugins.pages.machine_files import Machines
from plugins.pages.output import Output
from plugins.pages.privacy import Privacy, privacy
from plugins.pages.rendering import Rendering, Theme
from plugins.pages.sheets import Press
from plugins.pages.views import View, views
from search import cache as search_cache
from search import likeness
from search.documents import compared, documents
from search.lines import Lines


class PortalGenerator(Generator):  # type: ignore[misc]
    """Pelican's view of the portal. The catalog comes in the context, checked."""

    def generate_output(self, _writer: object) -> None:
        """Resolve, render, check while it is written aside: before every page has passed, all stays as it was."""
        catalog: Catalog = self.context["CATALOG"]
        municipality: Municipality = self.context["MUNICIPALITY_RECORD"]
        stages: Stages = self.context["STAGES"]
        with stages("resolve"):
            portal = directory(catalog, municipality)
        with stages("index"):
            alike = likeness.related(compared(portal))
        with stages("resolve"):
            published = self._published(portal)
            moved_or_gone = self._forwardings(portal)
            pages = self._views(portal, alike, published, moved_or_gone)
        with stages("render"):
            files = self._assets(portal)
            names = {name: assets.hashed_name(name, data) for name, data in files.items()}
            machines = self._machines(portal, files.get("logo.svg"))
            own, site = frozenset(view.url for view in pages if view.template != "moved"), self._site(portal)
            rendering = self._rendering(portal, machines, names, own)
            pages += self._patterns(rendering)
            titled = titles.titles(pages, municipality.name)
        output = Output(Path(self.output_path))
        with stages("write"):
            output.write_all({names[name]: data for name, data in files.items()} | self._form())
            output.write_all(self._media(portal))
            output.write_all({urls.file_of(address): data for address, data in machines.files(pages)})
        searched = self._make(pages, self._press(rendering, titled, site), portal, output)
        with stages("export"):
            for file in self._exports(published):
                output.stream(file.path, file.pieces)
        with stages("write"):
            output.write_all(hosting_files.files(self._hosted(portal, pages, moved_or_gone), output.digests))
            removed = output.finish()
        shown = f"{municipality.name}: {len(portal.offers)} Leistungen, {len(pages)} Seiten"
        self.context["PORTAL_SHOWN"], self.context["PORTAL_WRITTEN"] = shown, (output.changed, removed)
        self.context["PORTAL_SEARCHED"] = searched
        self.context["PORTAL_WHOLE"] = (
            None if municipality.successor else Whole(portal, alike, titled, own, site, pages)
        )

    @staticmethod
    def _rendered(
        pages: Iterable[View], titled: Mapping[str, str], rendering: Rendering, site: Site
    ) -> dict[str, bytes]:
        """Each page by the name of its file; what was remembered of one for another ends here."""
        graphs = Graphs(site)
        with garbage.swept():
            rendered = {view.url: rendering.page(view, titled[view.url], graphs.of(view)) for view in pages}
        return {urls.file_of(url): data for url, data in rendered.items()}

    def _make(self, pages: Sequence[View], press: Press, portal: Directory, output: Output) -> str:
        """Pages and search files, by several processes where there are many; by what name the latter are remembered.

        Raises what a look at the pages says.
        """
        stages: Stages = self.context["STAGES"]
        search = partial(self._make_search, portal)
        (searched,), strange = press.all(pages, search, output, stages, int(self.settings["JOBS"]))
        with stages("check"):
            strangers.refuse(sorted(strange), allowing.read(self.settings["ALLOW"]))
        return searched

    def _make_search(self, portal: Directory, output: Output, stages: Stages) -> list[str]:
        """The search files, and the name of what they are made of."""
        past: Past = self.context["PAST"]
        with stages("index"):
            searched = Searched(Lines.of(documents(portal)), self._titles(portal))
            files, kept = self._search_files(searched), past.keep_searched(searched)
        with stages("write"):
            output.write_all(files)
        return [kept]

    def _press(self, rendering: Rendering, titled: Mapping[str, str], site: Site) -> Press:
        """What makes the pages."""
        catalog, municipality = self.context["CATALOG"], rendering.portal.municipality
        is_public = not self._hidden and not municipality.successor
        foreign = None if self.settings["GATED"] else marks.foreign(catalog, municipality)
        render = partial(self._rendered, titled=titled, rendering=rendering, site=site)
        return Press(render, partial(_seen, foreign=foreign, is_public=is_public))

    def _published(self, portal: Directory) -> Published | None:
        """What exports are made of, where they are wanted; without a public address of this build at `portal_url`."""
        if not self._has_exports(portal):
            return None
        address = self.settings["SITEURL"] or portal.municipality.portal_url
        return Published(self.context["CATALOG"], portal, address.rstrip("/"), self.context["HISTORY"])

    def _exports(self, published: Published | None) -> Iterator[File]:
        """The files of the open data."""
        if published:
            from plugins.exports import registry

            yield from registry.files(published)

    def _has_exports(self, portal: Directory) -> bool:
        return bool(self.settings["EXPORTS"] and portal.offers)

    def _views(
        self,
        portal: Directory,
        alike: Mapping[str, Sequence[str]],
        published: Published | None,
        moved_or_gone: Sequence[Forwarding],
    ) -> list[View]:
        catalog: Catalog = self.context["CATALOG"]
        if portal.municipality.successor:
            found = list(former_town.views(catalog, portal.municipality))
        else:
            found = [*views(catalog, portal, alike), *moved.views(moved_or_gone)]
        if published:
            from plugins.pages import open_data

            found += open_data.views(published)
        return [replace(view, indexing=self._hidden) for view in found] if self._hidden else found

    @property
    def _hidden(self) -> indexing.Indexing | None:
        """What keeps the whole portal out of search engines."""
        return indexing.of_build(self.settings["SITEURL"], is_preview=self.settings["PREVIEW"])

    def _forwardings(self, portal: Directory) -> tuple[Forwarding, ...]:
        """What stands at addresses whose page has moved or is gone; a former portal has a page of its own for all."""
        is_former = bool(portal.municipality.successor)
        return () if is_former else forwardings(presence(self.context["CATALOG"], portal.municipality))

    def _hosted(self, portal: Directory, pages: Sequence[View], every: tuple[Forwarding, ...]) -> Hosted:
        """What web servers have to know, with the old addresses of machines where there are any."""
        if self._has_exports(portal):
            from plugins.exports.forwarding import of_machines

            every += tuple(of_machines(every))
        return Hosted(
            portal.municipality.slug,
            self._root(),
            every,
            {view.url: view.frame_hosts for view in pages if view.frame_hosts},
            self._form_policy,
        )

    @property
    def _form_policy(self) -> str:
        """What the page of the editors' form may load, where there is one."""
        return admin.content_security_policy(self._forge) if self.settings["ADMIN"] else ""

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

    def _search_files(self, searched: Searched, before: Lines | None = None) -> dict[str, bytes]:
        cache = Path(self.settings["CACHE_PATH"]) / "search"
        return assets.behind_pointer({**search_cache.of_lines(searched.documents, cache, before), **searched.titles})

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
            "index.html": str(page.render(content_security_policy=self._form_policy)).encode(),
            "form.json": admin.form_data(self.context["CATALOG"], self._forge, folder, self.settings["SITEURL"]),
        }
        return {f"{urls.ADMIN.lstrip('/')}{name}": data for name, data in (bundled | made).items()}

    def _rendering(
        self, portal: Directory, machines: Machines, names: Mapping[str, str], own: frozenset[str]
    ) -> Rendering:
        """What renders the pages; texts may lead to its own ones."""
        theme = Theme(
            self.env.loader, self.settings["JINJA_ENVIRONMENT"], Kept(Path(self.settings["CACHE_PATH"]) / "templates")
        )
        return Rendering(
            theme,
            self.context["CATALOG"],
            portal,
            machines,
            self._privacy(portal, machines),
            names,
            own=own,
            url=self.settings["SITEURL"].rstrip("/"),
            has_exports=self._has_exports(portal),
        )

    def _privacy(self, portal: Directory, machines: Machines) -> Privacy:
        """What the data-protection text is made of."""
        switches = {"feeds": bool(machines.feeds), "exports": self._has_exports(portal)}
        return privacy(self.context["CATALOG"], portal, self._forge if self.settings["ADMIN"] else None, **switches)

    def _patterns(self, rendering: Rendering) -> list[View]:
        """The pattern page, in local builds only."""
        if not self.settings["PATTERN_PAGE"]:
            return []
        german = rendering.environment(Language.GERMAN)
        components = patterns.components(Path(self.theme) / "components", german)
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


def _seen(pages: Mapping[str, bytes], foreign: Marks | None, *, is_public: bool) -> list[str]:
    """What a look at some pages says of other places. Raises `HiddenError` when the home page is among them."""
    if is_public and urls.file_of(urls.HOME) in pages:
        hidden.check(pages)
    return strangers.seen(foreign, pages) if foreign else []
