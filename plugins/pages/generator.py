"""Renders every page of one portal and hands the bytes to the output folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.catalog import allowing, marks, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.forwarding import Forwarding, forwardings
from plugins.catalog.marks import Marks
from plugins.catalog.nearest import Nearest
from plugins.catalog.presence import presence
from plugins.catalog.published import Published
from plugins.catalog.records import Language
from plugins.catalog.stages import Stages
from plugins.editing import admin
from plugins.editing.forge import folder_in_repository
from plugins.exports.export import File
from plugins.hosting import files as hosting_files
from plugins.hosting.hosted import Hosted
from plugins.media import keeping
from plugins.metadata import indexing
from plugins.pages import assets, former_town, hidden, lines, moved, patterns, sheets, strangers, titles
from plugins.pages.incremental.known import Searched, Whole
from plugins.pages.incremental.past import Past
from plugins.pages.machine_files import Machines
from plugins.pages.output import Output
from plugins.pages.rendering import Rendering
from plugins.pages.sheets import Press, Work
from plugins.pages.view import View
from plugins.pages.views import views
from plugins.pages.workshop import Workshop
from search import likeness
from search.documents import compared, documents
from search.fitting import Fitting
from search.lines import Lines


@dataclass(frozen=True)
class Plan:
    """What is known of a portal before anything is written: its pages, what they name, what makes them."""

    whole: Whole
    published: Published | None
    moved_or_gone: tuple[Forwarding, ...]
    named: Mapping[str, bytes]
    machines: Machines
    press: Press

    @property
    def pages(self) -> Sequence[View]:
        """All pages."""
        return self.press.pages


class PortalGenerator(Workshop, Generator):  # type: ignore[misc]
    """A build of a whole portal, as Pelican asks for it."""

    def generate_output(self, _writer: object) -> None:
        """Resolve, render, check while it is written aside: before every page has passed, all stays as it was."""
        plan, output = self.plan(), Output(Path(self.output_path))
        wrong = self.begin(plan, output)
        jobs = int(self.settings["JOBS"]) if len(plan.pages) > sheets.MOST else 1
        self.end(plan, output, wrong, sheets.done(self.works(plan), output, self._stages, jobs))

    def plan(self) -> Plan:
        """Resolve; nothing is written yet."""
        catalog, municipality, stages = self.context["CATALOG"], self.context["MUNICIPALITY_RECORD"], self._stages
        with stages("resolve"):
            portal = directory(catalog, municipality)
        with stages("index"):
            alike, fitting = self._alike(portal)
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
            whole = Whole(portal, alike, fitting, titled, own, site, pages)
            named = {names[name]: data for name, data in files.items()}
            return Plan(whole, published, moved_or_gone, named, machines, self._press(rendering, whole))

    def _alike(self, portal: Directory) -> tuple[Mapping[str, Sequence[str]], str]:
        """What fits to each service; by what name it is remembered how that was told, where anything is remembered."""
        past: Past = self.context["PAST"]
        documents = compared(portal.offers)
        if not past.made:
            return likeness.related(documents), ""
        found = Fitting.of(documents)
        return found.related(), past.keep_fitting(found)

    def begin(self, plan: Plan, output: Output) -> list[str]:
        """What the pages name, and the first of them; what is wrong with these."""
        with self._stages("write"):
            output.write_all({**plan.named, **self._form()})
            output.write_all(self._media(plan.whole.portal))
            output.write_all({urls.file_of(address): data for address, data in plan.machines.files(plan.pages)})
        return plan.press.begin(output, self._stages)

    def works(self, plan: Plan) -> list[Work]:
        """All else that can be made side by side: the search files, and the pages sheet by sheet."""
        return [partial(self._make_search, plan.whole.portal), *plan.press.works]

    def end(self, plan: Plan, output: Output, wrong: Sequence[str], made: Iterable[Sequence[str]]) -> None:
        """Everything into its place. Raises what a look at the pages says."""
        (searched,), *strange = made
        with self._stages("check"):
            strangers.refuse(sorted(chain(wrong, *strange)), allowing.read(self.settings["ALLOW"]))
        with self._stages("export"):
            for file in self._exports(plan.published):
                output.stream(file.path, file.pieces)
        portal, pages = plan.whole.portal, plan.pages
        with self._stages("write"):
            output.write_all(hosting_files.files(self._hosted(portal, pages, plan.moved_or_gone), output.digests))
            removed = output.finish()
        shown = f"{portal.municipality.name}: {len(portal.offers)} Leistungen, {len(pages)} Seiten"
        self.context["PORTAL_SHOWN"], self.context["PORTAL_WRITTEN"] = shown, (output.changed, removed)
        self.context["PORTAL_SEARCHED"] = searched
        self.context["PORTAL_WHOLE"] = None if portal.municipality.successor else plan.whole

    @property
    def _stages(self) -> Stages:
        found: Stages = self.context["STAGES"]
        return found

    def _make_search(self, portal: Directory, output: Output, stages: Stages) -> list[str]:
        """The search files; by what name what they are made of is remembered."""
        past: Past = self.context["PAST"]
        with stages("index"):
            searched = Searched(Lines.of(documents(portal)), self._titles(portal))
            files, kept = self._search_files(searched), past.keep_searched(searched)
        with stages("write"):
            output.write_all(files)
        return [kept]

    def _press(self, rendering: Rendering, whole: Whole) -> Press:
        """What makes the pages."""
        catalog, municipality = self.context["CATALOG"], rendering.portal.municipality
        is_public = not self._hidden and not municipality.successor
        foreign = None if self.settings["GATED"] else marks.foreign(catalog, municipality)
        render = partial(self._rendered, titled=whole.titles, rendering=rendering, site=whole.site)
        return Press(whole.pages, render, partial(_seen, foreign=foreign, is_public=is_public))

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

    def _titles(self, portal: Directory) -> dict[str, bytes]:
        """What the search shows of services on a page that is not German."""
        languages = (language for language in Language if language is not Language.GERMAN)
        return {f"titles.{language}.json": lines.titles(portal.offers, language) for language in languages}

    def _media(self, portal: Directory) -> dict[str, bytes]:
        """The pictures and PDFs that texts of this portal may name and some text names."""
        catalog: Catalog = self.context["CATALOG"]
        seen = {} if portal.municipality.successor else Nearest(catalog, portal.municipality).published_media
        content, cache = Path(self.settings["PATH"]), Path(self.settings["CACHE_PATH"]) / "media"
        return {medium.address.lstrip("/"): keeping.published(medium, content, cache) for medium in seen.values()}

    def _bundled(self) -> dict[str, bytes]:
        bundling: assets.Bundling = self.context["BUNDLING"]
        return bundling.files()

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
