"""What an export is made of, and what it makes."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.history import History
from plugins.catalog.offer import Offer


@dataclass(frozen=True, slots=True)
class Published:
    """One portal as the public sees it; `url` is its address without a slash at the end."""

    catalog: Catalog
    directory: Directory
    url: str
    history: History

    def at(self, address: str) -> str:
        """The full address of a page: `/themen/` → `https://service.rurheim.example/themen/`."""
        return self.url + address


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export: its path in the portal, and its bytes piece by piece, so that none is held as a whole."""

    path: str
    pieces: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """One data set: its German title and description, its media type, the standard it follows, how it is made.

    `path` is the file people are led to; `files` may yield more.
    """

    path: str
    title: str
    description: str
    media_type: str
    files: Callable[[Published], Iterator[File]]
    conforms_to: str | None = None


def changed_at(published: Published, offer: Offer) -> datetime.datetime | None:
    """When git last saw a change of any file an offer is made of."""
    paths = {place.path for place in offer.service.places.values()}
    found = published.history.latest(paths | {one.place().path for one in offer.translations})
    return found.at if found else None
