"""The title of every page: with the name of the municipality, and no two of a portal the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from plugins.catalog import labels, urls
from plugins.catalog.records import Language
from plugins.pages.view import View


def titles(pages: Sequence[View], town: str) -> Mapping[str, str]:
    """Address → title. Pages of one title also say in which part of the portal they stand, else at which address."""
    found = plain(pages, town)
    marks: tuple[Callable[[View], str], ...] = (_part, _address)
    for mark in marks:
        count = Counter(title for address, title in found.items() if address != urls.NOT_FOUND)
        found |= {page.url: _title(page, town, mark(page)) for page in pages if count[found[page.url]] > 1}
    return found


def plain(pages: Iterable[View], town: str) -> dict[str, str]:
    """Address → title as it is while no other page has the same."""
    return {page.url: _title(page, town) for page in pages}


def _title(page: View, town: str, mark: str = "") -> str:
    title = f"{page.title} ({mark})" if mark else page.title
    whole = title if town in title else f"{title} – {town}"
    return whole if page.language is Language.GERMAN else f"{whole} ({labels.LANGUAGES[page.language]})"


def _part(page: View) -> str:
    return page.trail[-1][0] if len(page.trail) > 1 else page.url


def _address(page: View) -> str:
    return page.url
