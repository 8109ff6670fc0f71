"""The theme's templates as a portal sees them, without a portal."""

from typing import Any

from jinja2 import Environment, FileSystemLoader

import pelicanconf
from plugins.catalog.holidays import holidays
from plugins.catalog.markdown import Surroundings
from plugins.pages.filters import filters
from tests.portals import PROJECT

THEME = PROJECT / "theme"


def environment(root: str = "/") -> Environment:
    """Jinja with the settings of `pelicanconf.py`, the filters, and addresses below `root`."""
    loader = FileSystemLoader([THEME / "templates", THEME])
    settings: dict[str, Any] = pelicanconf.JINJA_ENVIRONMENT
    found = Environment(loader=loader, **settings)  # noqa: S701 - the settings switch escaping on
    found.filters.update(filters(Surroundings(root)))
    found.globals.update(
        href=lambda address: root + address.lstrip("/"),
        search_pointer=f"{root}assets/search.json",
        asset=lambda name: f"{root}assets/{name}",
        map_portal={"title": "OpenStreetMap", "url": "https://www.openstreetmap.org/search"},
        holidays=holidays("Nordrhein-Westfalen", range(2026, 2029)),
    )
    return found
