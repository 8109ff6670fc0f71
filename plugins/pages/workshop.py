"""What the pages of a portal are made with: settings and records, put together."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from plugins.catalog import addresses, urls
from plugins.catalog.directory import Directory
from plugins.catalog.kept import Kept
from plugins.editing import admin
from plugins.editing.forge import Forge
from plugins.metadata import indexing
from plugins.metadata.schema_org.site import Site
from plugins.pages import assets
from plugins.pages.graph import Graphs
from plugins.pages.incremental.known import Searched
from plugins.pages.machine_files import Machines
from plugins.pages.privacy import Privacy, privacy
from plugins.pages.rendering import Rendering, Theme
from plugins.pages.view import View
from search import cache as search_cache
from search.lines import Lines


class Workshop:
    """What makes the pages of a portal. The catalog comes in the context, checked."""

    settings: Mapping[str, Any]
    context: dict[str, Any]

    @staticmethod
    def _rendered(
        pages: Iterable[View], titled: Mapping[str, str], rendering: Rendering, site: Site
    ) -> dict[str, bytes]:
        """Each page by the name of its file; what was remembered of one for another ends here."""
        graphs = Graphs(site)
        return {urls.file_of(view.url): rendering.page(view, titled[view.url], graphs.of(view)) for view in pages}

    def _rendering(
        self, portal: Directory, machines: Machines, names: Mapping[str, str], own: frozenset[str]
    ) -> Rendering:
        """What renders the pages; texts may lead to its own ones."""
        folders = (*self.settings["THEME_TEMPLATES_OVERRIDES"], Path(self.settings["THEME"]) / "templates")
        kept = Kept(Path(self.settings["CACHE_PATH"]) / "templates")
        theme = Theme(FileSystemLoader(folders), self.settings["JINJA_ENVIRONMENT"], kept)
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

    def _search_files(self, searched: Searched, before: Lines | None = None) -> dict[str, bytes]:
        cache = Path(self.settings["CACHE_PATH"]) / "search"
        return assets.behind_pointer({**search_cache.of_lines(searched.documents, cache, before), **searched.titles})

    def _assets(self, portal: Directory) -> dict[str, bytes]:
        return assets.of_municipality(Path(self.settings["PROJECT"]), portal.municipality.slug, self._bundled())

    def _bundled(self) -> dict[str, bytes]:
        return assets.bundle(Path(self.settings["PROJECT"]), Path(self.settings["CACHE_PATH"]) / "assets")

    @property
    def _hidden(self) -> indexing.Indexing | None:
        """What keeps the whole portal out of search engines."""
        return indexing.of_build(self.settings["SITEURL"], is_preview=self.settings["PREVIEW"])

    def _has_exports(self, portal: Directory) -> bool:
        return bool(self.settings["EXPORTS"] and portal.offers)

    def _root(self) -> str:
        """The folder the portal lives in on its server."""
        return addresses.path_of(self.settings["SITEURL"]) if self.settings["SITEURL"] else "/"

    @property
    def _form_policy(self) -> str:
        """What the page of the editors' form may load, where there is one."""
        return admin.content_security_policy(self._forge) if self.settings["ADMIN"] else ""

    @property
    def _forge(self) -> Forge:
        """Where the form saves to."""
        return Forge(self.settings["FORGE"], self.settings["FORGE_LOGIN"])
