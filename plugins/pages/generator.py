"""Renders every page of one portal and hands the bytes to the output folder."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pelican.generators import Generator

from plugins.catalog import addresses, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.records import Municipality
from plugins.pages import assets, patterns
from plugins.pages.filters import filters
from plugins.pages.output import Output
from plugins.pages.views import View, home_title, views
from search import cache as search_cache
from search.documents import SearchDocument, documents

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)


class PortalGenerator(Generator):  # type: ignore[misc]
    """Pelican's view of the portal. The catalog comes in the context, checked."""

    def generate_output(self, _writer: object) -> None:
        """Write all pages, assets and the search index; remove what is no longer there."""
        catalog: Catalog = self.context["CATALOG"]
        municipality: Municipality = self.context["MUNICIPALITY_RECORD"]
        portal = directory(catalog, municipality)
        output = Output(Path(self.output_path))
        files = self._assets(portal)
        searched = documents(portal)
        pages = list(views(catalog, portal, searched))
        names = {name: assets.hashed_name(name, data) for name, data in files.items()}
        self._equip(portal, names, frozenset(view.url for view in pages))
        pages += self._patterns()
        written = {names[name]: data for name, data in files.items()} | self._search_files(searched)
        for name, data in (written | {urls.file_of(view.url): self._render(view) for view in pages}).items():
            output.write(name, data)
        removed = output.finish()
        self.context["PORTAL_SUMMARY"] = (
            f"{municipality.name}: {len(portal.offers)} Leistungen, {len(pages)} Seiten; "
            f"{output.changed} Dateien geschrieben, {removed} entfernt"
        )

    def _assets(self, portal: Directory) -> dict[str, bytes]:
        project = Path(self.settings["PROJECT"])
        bundled = assets.bundle(project, Path(self.settings["CACHE_PATH"]) / "assets")
        return assets.of_municipality(project, portal.municipality.slug, bundled)

    def _search_files(self, searched: Sequence[SearchDocument]) -> dict[str, bytes]:
        cache = Path(self.settings["CACHE_PATH"]) / "search"
        return assets.behind_pointer(search_cache.files(searched, cache))

    def _equip(self, portal: Directory, asset_names: dict[str, str], own: frozenset[str]) -> None:
        """Give the templates what is the same on every page."""
        root = addresses.path_of(self.settings["SITEURL"]) if self.settings["SITEURL"] else "/"
        self.env.filters.update(filters(root, own))
        self.env.globals.update(
            href=lambda address: root + address.lstrip("/"),
            asset=lambda name: root + asset_names[name],
            search_pointer=f"{root}assets/{assets.POINTER}",
            content_security_policy=CONTENT_SECURITY_POLICY,
            site=SimpleNamespace(
                title=home_title(portal),
                municipality=portal.municipality,
                url=self.settings["SITEURL"].rstrip("/"),
                logo="logo.svg" if "logo.svg" in asset_names else None,
                footer=[
                    SimpleNamespace(title=page.title, url=urls.page(page.slug))
                    for page in portal.pages
                    if page.in_footer
                ],
            ),
        )

    def _render(self, view: View) -> bytes:
        template: Any = self.get_template(view.template)
        return str(template.render(page=view, **view.values)).encode()

    def _patterns(self) -> list[View]:
        """The pattern page, in local builds only."""
        if not self.settings["PATTERN_PAGE"]:
            return []
        components = patterns.components(Path(self.theme) / "components", self.env)
        return [
            View(
                urls.PATTERNS,
                "patterns",
                "Bausteine",
                "Alle Bausteine mit Beispielen.",
                values={"components": components},
            )
        ]
