"""The services, offices and the municipality of a portal in the words of schema.org, as one JSON-LD document."""

import json
from collections.abc import Iterator

from plugins.catalog.published import Published
from plugins.exports.export import Export, File
from plugins.metadata.schema_org.nodes import CONTEXT, Node
from plugins.metadata.schema_org.service import Told
from plugins.metadata.schema_org.site import Site

PATH = "daten/schema-org.jsonld"


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File(PATH, _pieces(published))


def _pieces(published: Published) -> Iterator[bytes]:
    """One node a line, so that no more than one is held at a time."""
    site = Site(published.catalog, published.directory, published.url, published.history)
    opening = f'{{"@context":"{CONTEXT}","@graph":[\n'
    for node in _nodes(site):
        yield (opening + json.dumps(node, ensure_ascii=False, separators=(",", ":"))).encode()
        opening = ",\n"
    yield b"\n]}\n"


def _nodes(site: Site) -> Iterator[Node]:
    yield from (site.website, site.municipality, site.area)
    yield from site.offices.values()
    yield from (Told(site, offer, offer.service).node for offer in site.directory.offers)


EXPORT = Export(
    path=PATH,
    title="Leistungen und Stellen als Linked Data",
    description="Alle Leistungen mit Wegen, Gebühren und Rechtsgrundlagen, alle Stellen mit Anschrift und "
    "Öffnungszeiten, als ein Graph im Vokabular von schema.org.",
    media_type="application/ld+json",
    files=files,
    conforms_to="https://schema.org/",
)
