"""The files of a portal that no citizen reads: for robots, feed readers, browsers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.catalog.directory import Directory
from plugins.catalog.history import History
from plugins.metadata import feeds, icons, indexnow, manifest, opensearch, robots, sitemap
from plugins.metadata.changes import last_changes
from plugins.metadata.feeds import Feed
from plugins.pages.view import View

Made = tuple[str, bytes]
"""The address of a file and its content."""


@dataclass(frozen=True)
class Machines:
    """What the machines of a portal are told.

    `url` is its public address, empty where it has none or is a preview: then nothing is said to robots and readers.
    `root` is the folder it lives in on its server, `colour` and `logo` are the town's, `cache` keeps pictures.
    With an `indexnow_key` search engines may be told what changed.
    """

    directory: Directory
    history: History
    url: str
    root: str
    colour: str
    logo: bytes | None
    cache: Path
    indexnow_key: str = ""

    @cached_property
    def feeds(self) -> Mapping[str, Feed]:
        """The feeds by the addresses of the pages that lead to them."""
        return {feed.page: feed for feed in feeds.feeds(self.directory, self.history)} if self.url else {}

    @property
    def search_name(self) -> str:
        """What browsers call the search of the portal; empty where they are told of none."""
        return opensearch.short_name(self.directory.municipality) if self.url else ""

    def files(self, views: Iterable[View]) -> Iterator[Made]:
        """Every file; a portal that has moved as a whole has none."""
        if not self.directory.municipality.successor:
            yield from self._for_browsers()
            yield from (self._for_the_public(views) if self.url else ())

    def _for_browsers(self) -> Iterator[Made]:
        town = self.directory.municipality
        yield manifest.ADDRESS, manifest.manifest(town, self.root, self.colour)
        yield from icons.icons(self.logo, town.short_name, self.colour, self.cache)

    def _for_the_public(self, views: Iterable[View]) -> Iterator[Made]:
        town = self.directory.municipality
        yield from sitemap.sitemaps(self.url, self._listed(views))
        yield robots.ADDRESS, robots.robots(self.url + sitemap.INDEX)
        yield opensearch.ADDRESS, opensearch.opensearch(town, self.url)
        if self.indexnow_key:
            yield indexnow.address_of(self.indexnow_key), self.indexnow_key.encode()
        for feed in self.feeds.values():
            yield feed.address, feeds.as_atom(feed, self.url, town.name)

    def _listed(self, views: Iterable[View]) -> Iterator[sitemap.Page]:
        """The pages that may be listed, in the order of their addresses, each with its languages among them."""
        changes = last_changes(self.directory, self.history)
        indexable = {view.url: view for view in views if view.indexing.is_indexable}
        for address, view in sorted(indexable.items()):
            languages = tuple((tag, self.url + other) for tag, other in view.languages if other in indexable)
            commit = changes.get(address)
            yield sitemap.Page(self.url + address, commit.at if commit else None, languages)
