"""The pages of a few services in a portal of which the rest is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.catalog import manifest
from plugins.catalog.competence import Competence
from plugins.catalog.directory import Directory
from plugins.catalog.history import History
from plugins.catalog.records import Municipality
from plugins.catalog.stages import Stages
from plugins.hosting import of_hosts
from plugins.hosting.files import of_hosts_file
from plugins.hosting.hosted import Hosted
from plugins.metadata.schema_org.site import Site
from plugins.pages import assets, lines, strangers, titles
from plugins.pages.incremental.edit import Edit
from plugins.pages.incremental.known import Known, Searched, portal_of
from plugins.pages.incremental.past import Past
from plugins.pages.output import Output
from plugins.pages.view import View
from plugins.pages.views import of_services
from plugins.pages.workshop import Workshop
from search.documents import documents
from search.lines import Lines


@dataclass(frozen=True)
class KnownSite(Site):
    """A portal whose pages somebody else has counted."""

    counted: Sequence[str] = ()

    def linkable(self) -> Iterator[str]:
        """The addresses that texts may link to."""
        return iter(self.counted)


class EditedPages(Workshop):
    """Renders and writes what the edit of some services changes."""

    def __init__(self, settings: Mapping[str, Any], context: dict[str, Any]) -> None:
        self.settings, self.context = settings, context

    def edited(self, edit: Edit) -> "Edited | None":
        """The pages of the edited services, ready to be written; None where they name another place."""
        stages: Stages = self.context["STAGES"]
        if edit.lists and self._may_have_feeds:
            return None
        with stages("resolve"):
            here = Competence(self.context["CATALOG"], self.context["MUNICIPALITY_RECORD"])
            portal = portal_of(here, edit.known, edit.shown)
        with stages("render"):
            try:
                views = self._views(edit, portal)
                edit = replace(edit, known=titled(edit.known, views, portal.municipality.name))
            except ValueError:
                return None
            found = self._pages(edit, portal, views)
        with stages("check"):
            try:
                self._check(portal.municipality, found)
            except strangers.StrangerError:
                return None
        return Edited(self, edit, portal, found)

    def _views(self, edit: Edit, portal: Directory) -> list[View]:
        """The pages of services, and the lists that show them. Raises `ValueError` where there are other lists."""
        catalog = self.context["CATALOG"]
        offers = portal.of(sorted(edit.shown))
        views = [
            *of_services(catalog, portal, offers, edit.known.alike, edit.listed),
            *(edit.lists.views(catalog, edit.known.indexing) if edit.lists else ()),
        ]
        return [replace(view, indexing=self._hidden) for view in views] if self._hidden else views

    def _pages(self, edit: Edit, portal: Directory, views: Sequence[View]) -> dict[str, bytes]:
        catalog, known = self.context["CATALOG"], edit.known
        files = self._assets(portal)
        names = {name: assets.hashed_name(name, data) for name, data in files.items()}
        machines = self._machines(portal, files.get("logo.svg"))
        rendering = self._rendering(portal, machines, names, frozenset(known.own))
        url = self.settings["SITEURL"].rstrip("/")
        site = KnownSite(catalog, portal, url, self.context["HISTORY"], known.linkable)
        return self._rendered(views, known.titles, rendering, site)

    @property
    def _may_have_feeds(self) -> bool:
        """True where a public portal may tell when what changed, and in which words."""
        history: History = self.context["HISTORY"]
        return bool(self.settings["SITEURL"] and not self.settings["PREVIEW"] and not history.gap)

    def _check(self, municipality: Municipality, rendered: Mapping[str, bytes]) -> None:
        """The home page, by which a hidden portal is known, is none of these."""
        if not self.settings["GATED"]:
            strangers.check(self.context["CATALOG"], municipality, rendered)

    def write_search(self, edit: Edit, searched: Searched, before: Lines, output: Output) -> int:
        """The search files, and the file that names them; how many of before are gone."""
        others = {assets.behind(name): name for name in filter(assets.is_behind_pointer, output.before)}
        for name, data in self._search_files(searched, before).items():
            output.write(name, data, others.get(assets.behind(name), ""))
        output.stay(lambda name: name == of_hosts.FILE or assets.is_behind_pointer(name))
        frames = {url: tuple(hosts) for url, hosts in edit.known.frames.items()}
        hosted = Hosted(self.context["MUNICIPALITY_RECORD"].slug, self._root(), (), frames, self._form_policy)
        output.write(of_hosts.FILE, of_hosts_file(hosted, output.digests))
        return output.finish()


def titled(known: Known, views: Iterable[View], town: str) -> Known:
    """With the titles of these pages. Raises `ValueError` where one has none yet, or another has or had the same."""
    new = {}
    for url, title in titles.plain([*views], town).items():
        if url not in known.titles:
            raise ValueError(url)
        if title != known.marked.get(url, known.titles[url]):
            new[url] = title
    if not new:
        return known
    taken = {*known.titles.values(), *known.marked.values()}
    if not known.marked.keys().isdisjoint(new) or not taken.isdisjoint(new.values()) or len({*new.values()}) < len(new):
        raise ValueError(new)
    return replace(known, titles={**known.titles, **new})


@dataclass(frozen=True)
class Edited:
    """What an edit changes in a portal: its pages, made and checked; the search follows when they are in place."""

    generator: EditedPages
    edit: Edit
    portal: Directory
    pages: Mapping[str, bytes]

    def place(self, past: Past) -> Output:
        """The pages into their place, before all else."""
        output = Output(past.output)
        with self._stages("write"):
            for name, data in self.pages.items():
                output.write(name, data)
            output.bring()
        return output

    def follow(self, past: Past, output: Output) -> tuple[int, int]:
        """All else when the pages are placed; how many files were written and removed. It may end anywhere inside."""
        with self._stages("write"):
            output.stay(lambda _: False)
            output.finish()
        with self._stages("index"):
            edited = replace(self.portal, offers=self.portal.of(sorted(self.edit.services)))
            before = past.searched()
            titles = {name: lines.again(data, edited.offers) for name, data in before.titles.items()}
            found = Searched(before.documents.edited(documents(edited)), titles)
            beside = output.again()
            removed = self.generator.write_search(self.edit, found, before.documents, beside)
            searched = past.keep_searched(found)
        with self._stages("write"):
            changed = {name for name, digest in beside.digests.items() if output.before.get(name) != digest}
            past.keep_edit(self.edit, changed | {manifest.NAME}, searched)
        return output.changed + beside.changed, removed

    @property
    def _stages(self) -> Stages:
        found: Stages = self.generator.context["STAGES"]
        return found
