"""The theme's templates as a portal sees them, without a portal."""

from jinja2 import Environment, FileSystemLoader

import pelicanconf
from plugins.catalog.holidays import holidays
from plugins.catalog.kept import Kept
from plugins.catalog.markdown import Surroundings
from plugins.catalog.records import Language
from plugins.interface.speech import speech
from plugins.pages import environments
from plugins.pages.patterns import asked
from tests.portals import PROJECT

THEME = PROJECT / "theme"


def environment(root: str = "/", language: Language = Language.GERMAN) -> Environment:
    """Jinja with the settings of `pelicanconf.py`, the filters, and addresses below `root`."""
    loader = FileSystemLoader([THEME / "templates", THEME])
    settings, kept = pelicanconf.JINJA_ENVIRONMENT, Kept(PROJECT / ".cache" / "templates")
    found = environments.environment(loader, settings, kept, Surroundings(root), speech(language))
    found.globals.update(
        search_pointer=f"{root}assets/search.json",
        titles_of_services="",
        asset=lambda name: f"{root}assets/{name}",
        map_portal=asked({"title": "OpenStreetMap", "url": "https://www.openstreetmap.org/search"}),
        holidays=holidays("Nordrhein-Westfalen", range(2026, 2029)),
    )
    return found
