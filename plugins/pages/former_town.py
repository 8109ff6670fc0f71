"""The portal of a municipality that is part of another one now: one page, at every address, that leads there."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality
from plugins.metadata.indexing import LEADS_ON
from plugins.pages.view import View


def views(catalog: Catalog, municipality: Municipality) -> Iterator[View]:
    """The same page at the start and, because servers answer unknown addresses with it, as the 404 page."""
    successor = catalog.municipalities[municipality.successor or ""]
    for url in (urls.HOME, urls.NOT_FOUND):
        yield View(
            url,
            "former_town",
            f"{municipality.name} gehört jetzt zu {successor.name}",
            f"Alle Dienstleistungen finden Sie im Portal {successor.name}.",
            values={"successor": successor},
            indexing=LEADS_ON,
        )
