"""An edit of some services, as far as it is known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.places import Problem
from plugins.catalog.records import Office
from plugins.metadata.indexing import Indexing
from plugins.pages.incremental.known import SERVICES, Known
from plugins.pages.incremental.listed import Listed
from plugins.pages.view import View
from plugins.pages.views import by_word, lists
from search.fitting import Fitting


@dataclass(frozen=True, slots=True)
class Lists:
    """A portal as its lists show it, before an edit and with it; `by_word` where services are called otherwise now."""

    before: Directory
    now: Directory
    by_word: bool

    def views(self, catalog: Catalog, indexing: Callable[[Office], Indexing]) -> Iterator[View]:
        """The lists that show something else now. Raises `ValueError` where there are other ones."""
        before, now = (self._every(catalog, one, indexing) for one in (self.before, self.now))
        if before.keys() != now.keys():
            raise ValueError(before.keys() ^ now.keys())
        yield from (view for url, view in now.items() if view != before[url])

    def _every(self, catalog: Catalog, directory: Directory, indexing: Callable[[Office], Indexing]) -> dict[str, View]:
        words = by_word(catalog, directory) if self.by_word or self.before.providers != self.now.providers else ()
        return {view.url: view for view in (*lists(catalog, directory, indexing), *words)}


@dataclass(frozen=True, slots=True)
class Edit:
    """Changed `services` with all that their pages need, and what is to be said of the whole content.

    `shown` are all whose own pages show something else; `lists` are there where lists may. What is known, what lists
    show and, if it was asked, what fits to each other is as with the edit.
    """

    catalog: Catalog
    known: Known
    listed: Listed
    paths: frozenset[str]
    problems: tuple[Problem, ...]
    services: frozenset[str]
    shown: frozenset[str]
    lists: Lists | None = None
    fitting: Fitting | None = None

    @property
    def read(self) -> set[str]:
        """The files of all services that were read; all else is held to its digest by the `world`."""
        return {outline.path for outline in self.catalog.outlines if outline.path.startswith(SERVICES)}
