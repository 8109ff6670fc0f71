"""CPSV-AP 3.2, the European profile for public services, as JSON-LD and as Turtle with the same statements."""

from collections.abc import Iterator

from plugins.catalog.published import Published
from plugins.exports.cpsv_ap import references, services
from plugins.exports.export import Distribution, Export, File
from plugins.exports.rdf import Node, as_json_ld, as_turtle

JSON_LD, TURTLE = "daten/cpsv-ap.jsonld", "daten/cpsv-ap.ttl"

PREFIXES = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "atu": "http://data.europa.eu/88u/dataset/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def nodes(published: Published) -> Iterator[Node]:
    """Everything the portal states: what its services refer to, then the services."""
    yield from references.nodes(published)
    for offer in published.directory.offers:
        yield from services.nodes(published, offer)


def files(published: Published) -> Iterator[File]:
    """Both serialisations."""
    yield File(JSON_LD, as_json_ld(PREFIXES, nodes(published)))
    yield File(TURTLE, as_turtle(PREFIXES, nodes(published)))


EXPORT = Export(
    path=JSON_LD,
    title="CPSV-AP 3.2",
    description=(
        "Alle Leistungen mit Stellen, Wegen, Kosten, Unterlagen und Rechtsgrundlagen im europäischen Profil für "
        "öffentliche Dienste."
    ),
    media_type="application/ld+json",
    files=files,
    conforms_to="https://semiceu.github.io/CPSV-AP/releases/3.2.0/",
    others=(Distribution(TURTLE, "text/turtle"),),
)
