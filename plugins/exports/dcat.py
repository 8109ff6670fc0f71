"""The data sets of a portal for open data portals: DCAT-AP.de 3.0, as Turtle and as JSON-LD."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from plugins.catalog import urls
from plugins.catalog.published import Published
from plugins.catalog.records import Licence, Municipality, MunicipalityKind
from plugins.exports import formats, licences
from plugins.exports.export import Distribution, Export, File

TURTLE, JSON_LD = "daten/catalog.ttl", "daten/catalog.jsonld"
DCATDE, VCARD = Namespace("http://dcat-ap.de/def/dcatde/"), Namespace("http://www.w3.org/2006/vcard/ns#")
_PREFIXES = {"dcat": DCAT, "dcatde": DCATDE, "dcterms": DCTERMS, "foaf": FOAF, "vcard": VCARD}
_EU = "http://publications.europa.eu/resource/authority"
_GERMAN = URIRef(f"{_EU}/language/DEU")
_THEMES, _GOVERNMENT = URIRef(f"{_EU}/data-theme"), URIRef(f"{_EU}/data-theme/GOVE")
_GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
_LOCAL_AUTHORITY = URIRef("http://purl.org/adms/publishertype/LocalAuthority")
_ATTRIBUTED = frozenset((Licence.DL_BY, Licence.CC_BY))
_Triple = tuple[URIRef, URIRef, Node]
_Facts = dict[URIRef, Node | None]


def describing(data_sets: Mapping[str, Export]) -> Export:
    """The export that describes other exports, each under its name."""

    def files(published: Published) -> Iterator[File]:
        graph = _graph(published, data_sets)
        yield File(TURTLE, iter([graph.serialize(format="turtle").encode()]))
        yield File(JSON_LD, iter([_json_ld(graph)]))

    return Export(
        path=TURTLE,
        title="Beschreibung dieser Daten",
        description="Für Portale mit offenen Daten wie GovData: was es hier gibt, in welchem Format und von wem.",
        media_type="text/turtle",
        files=files,
        conforms_to="https://www.dcat-ap.de/def/dcatde/3.0/spec/",
        others=(Distribution(JSON_LD, "application/ld+json"),),
    )


def _graph(published: Published, data_sets: Mapping[str, Export]) -> Graph:
    """Catalogue, publisher, contact, place, and each data set with its files."""
    found = Graph()
    for prefix, namespace in _PREFIXES.items():
        found.bind(prefix, namespace)
    described = (_data_set(published, name, export) for name, export in data_sets.items())
    for triple in chain(_catalogue(published, data_sets), _people(published), *described):
        found.add(triple)
    return found


def _json_ld(graph: Graph) -> bytes:
    """The graph with everything in order: rdflib writes its sets as they come."""
    context = {prefix: str(namespace) for prefix, namespace in _PREFIXES.items()}
    made = json.loads(graph.serialize(format="json-ld", context=context))
    return json.dumps(_in_order(made), ensure_ascii=False, indent=1).encode() + b"\n"


def _in_order(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _in_order(value) for key, value in sorted(part.items())}
    return sorted(map(_in_order, part), key=json.dumps) if isinstance(part, list) else part


def _catalogue(published: Published, data_sets: Mapping[str, Export]) -> Iterator[_Triple]:
    here = published.directory.municipality
    about = f"Dienstleistungen, Stellen und Themen im Serviceportal {here.name}."
    catalogue = _node(published, "catalog")
    facts: _Facts = {
        DCTERMS.title: _german(f"Offene Daten: {here.name}"),
        DCTERMS.description: _german(about),
        FOAF.homepage: URIRef(published.at(urls.DATA)),
        DCAT.themeTaxonomy: _THEMES,
    }
    yield from _thing(catalogue, DCAT.Catalog, facts | _common(published))
    for name in data_sets:
        yield catalogue, DCAT.dataset, _node(published, name)


def _people(published: Published) -> Iterator[_Triple]:
    """Who publishes, whom one asks, and the place it is about."""
    here = published.directory.municipality
    publisher: _Facts = {
        FOAF.name: _german(here.name),
        DCTERMS.type: _LOCAL_AUTHORITY,
        FOAF.homepage: URIRef(here.website),
    }
    yield from _thing(_node(published, "publisher"), FOAF.Organization, publisher)
    yield _node(published, "publisher"), RDF.type, FOAF.Agent
    contact: _Facts = {VCARD.fn: _german(here.name), VCARD.hasEmail: URIRef(f"mailto:{here.email}")}
    yield from _thing(_node(published, "contact"), VCARD.Organization, contact)
    yield _node(published, "contact"), RDF.type, VCARD.Kind
    yield _place(here), RDF.type, DCTERMS.Location


def _data_set(published: Published, name: str, export: Export) -> Iterator[_Triple]:
    here, subject = published.directory.municipality, _node(published, name)
    facts: _Facts = {
        DCTERMS.title: _german(f"{export.title}: {here.name}"),
        DCTERMS.description: _german(export.description),
        DCTERMS.identifier: Literal(str(subject)),
        DCAT.theme: _GOVERNMENT,
        DCAT.landingPage: URIRef(published.at(urls.DATA)),
        DCAT.contactPoint: _node(published, "contact"),
        DCATDE.politicalGeocodingLevelURI: URIRef(f"{_GEOCODING}/Level/{_level(here)}"),
    }
    yield from _thing(subject, DCAT.Dataset, facts | _common(published))
    for number, one in enumerate(export.distributions, 1):
        node = _node(published, f"{name}-file-{number}")
        yield subject, DCAT.distribution, node
        yield from _distribution(published, export, one, node)


def _distribution(published: Published, export: Export, one: Distribution, node: URIRef) -> Iterator[_Triple]:
    here, address = published.directory.municipality, URIRef(published.at(f"/{one.path}"))
    terms, file_type = licences.terms(here), formats.FILE_TYPES.get(one.media_type)
    facts: _Facts = {
        DCTERMS.title: _german(one.title or export.title),
        DCAT.accessURL: address,
        DCAT.downloadURL: address,
        DCAT.mediaType: URIRef(f"https://www.iana.org/assignments/media-types/{one.media_type}"),
        DCTERMS["format"]: URIRef(f"{_EU}/file-type/{file_type}") if file_type else None,
        DCTERMS.conformsTo: URIRef(export.conforms_to) if export.conforms_to else None,
        DCTERMS.license: URIRef(terms.identifier) if terms else None,
        DCATDE.licenseAttributionByText: _german(here.name) if here.licence in _ATTRIBUTED else None,
    }
    yield from _thing(node, DCAT.Distribution, facts)


def _common(published: Published) -> _Facts:
    """What is the same of the catalogue and of every data set."""
    return {
        DCTERMS.publisher: _node(published, "publisher"),
        DCTERMS.language: _GERMAN,
        DCTERMS.spatial: _place(published.directory.municipality),
        DCTERMS.modified: Literal(published.latest.isoformat(), datatype=XSD.date),
    }


def _thing(subject: URIRef, kind: URIRef, facts: _Facts) -> Iterator[_Triple]:
    yield subject, RDF.type, kind
    yield from ((subject, name, value) for name, value in facts.items() if value is not None)


def _node(published: Published, name: str) -> URIRef:
    """What has no page of its own: `https://service.rurheim.example/daten/#publisher`."""
    return URIRef(f"{published.at(urls.DATA)}#{name}")


def _german(words: str) -> Literal:
    return Literal(words, lang="de")


def _level(here: Municipality) -> str:
    return "administrativeDistrict" if here.kind is MunicipalityKind.DISTRICT else "municipality"


def _place(here: Municipality) -> URIRef:
    """The key of a Kreis or of a Gemeinde (AGS), cut from the longer `ars`."""
    if here.kind is MunicipalityKind.DISTRICT:
        return URIRef(f"{_GEOCODING}/districtKey/{here.ars[:5]}")
    return URIRef(f"{_GEOCODING}/municipalityKey/{here.ars[:5]}{here.ars[9:]}")
