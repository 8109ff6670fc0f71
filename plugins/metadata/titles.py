"""The title of every page: with the name of the municipality, and no two of a portal the same."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from plugins.catalog import labels, urls
from plugins.catalog.records import Language


class Named(Protocol):
    """What a title is made of; `trail` are the pages above with their names."""

    @property
    def url(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def trail(self) -> tuple[tuple[str, str], ...]: ...  # noqa: D102
    @property
    def language(self) -> Language: ...  # noqa: D102


def titles(pages: Sequence[Named], town: str) -> Mapping[str, str]:
    """Address → title. Pages of one title also say in which part of the portal they stand, else at which address."""
    found = {page.url: _title(page, town) for page in pages}
    marks: tuple[Callable[[Named], str], ...] = (_part, _address)
    for mark in marks:
        count = Counter(title for address, title in found.items() if address != urls.NOT_FOUND)
        found |= {page.url: _title(page, town, mark(page)) for page in pages if count[found[page.url]] > 1}
    return found


def _title(page: Named, town: str, mark: str = "") -> str:
    title = f"{page.title} ({mark})" if mark else page.title
    whole = title if town in title else f"{title} – {town}"
    return whole if page.language is Language.GERMAN else f"{whole} ({labels.LANGUAGES[page.language]})"


def _part(page: Named) -> str:
    return page.trail[-1][0] if len(page.trail) > 1 else page.url


def _address(page: Named) -> str:
    return page.url
