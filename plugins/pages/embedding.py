"""A form that a citizen may open inside a page of ours, on request."""

from dataclasses import dataclass

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Offer


@dataclass(frozen=True, slots=True)
class Embedding:
    """A form with its address, and who gets what is written into it."""

    title: str
    url: str
    operator: str

    @property
    def host(self) -> str:
        """The only host that the page may show in a frame."""
        return addresses.parse(self.url).host


def embedding(catalog: Catalog, offer: Offer) -> Embedding | None:
    """The form of the first way online, when it may be embedded and is not out of order."""
    way = next((way for way in offer.ways_in if way.kind == "online"), None)
    if way is None or way.form is None or not way.form.embedded or catalog.out_of_order(way.url):
        return None
    server = catalog.servers.get(way.form.server or "")
    return Embedding(way.form.title, way.url, server.operator) if server and way.url else None
