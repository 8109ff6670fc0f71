"""Portals of the demo as exports see them."""

from functools import cache

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import directory
from plugins.catalog.history import History
from plugins.catalog.published import Published
from tests.portals import PROJECT


@cache
def catalog() -> Catalog:
    """The content of the demo."""
    found, problems = load(PROJECT / "content")
    assert problems == []
    return found


def published(town: str, of: Catalog | None = None) -> Published:
    """The portal of a town of the demo, or of another catalog, without a history."""
    content = of or catalog()
    municipality = content.municipalities[town]
    url = municipality.portal_url.rstrip("/")
    return Published(content, directory(content, municipality), url, History())
