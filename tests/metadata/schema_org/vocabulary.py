"""schema.org's own vocabulary: a context to expand JSON-LD with, and SHACL shapes to hold graphs against.

The shapes say what the vocabulary says: whoever has a property is of a class that its `domainIncludes` names, and its
value is of a class or a data type that its `rangeIncludes` names, subclasses included.
"""

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pyshacl
from rdflib import RDF, RDFS, SH, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.portals import PROJECT

SCHEMA = Namespace("http://schema.org/")
_FILE = PROJECT / "node_modules" / "@vocabulary" / "schema" / "schema.nq"
_DATES = {"Date": r"^\d{4}-\d\d-\d\d$", "DateTime": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
_PATTERNS = _DATES | {"Time": r"^\d\d:\d\d$", "Duration": r"^P(\d+[DWMY]|T\d+[HMS])$"}
_NUMBERS = {"Number": (XSD.integer, XSD.double), "Integer": (XSD.integer,), "Boolean": (XSD.boolean,)}


@cache
def vocabulary() -> Graph:
    """All classes and properties; the file names the one graph they are in on each line."""
    lines = _FILE.read_text("utf-8").replace(" <http://schema.org/> .\n", " .\n")
    return Graph().parse(data=lines, format="nt")


def _names(subject: Node, predicate: Node) -> set[str]:
    return {str(value).removeprefix(SCHEMA) for value in vocabulary().objects(subject, predicate)}


def _properties() -> Iterator[URIRef]:
    found = vocabulary().subjects(RDF.type, RDF.Property)
    return (name for name in found if isinstance(name, URIRef) and name.startswith(SCHEMA))


@cache
def context() -> Mapping[str, Any]:
    """What „https://schema.org“ stands for: every term in the vocabulary, addresses where it wants nothing else."""
    addresses = {
        name.removeprefix(SCHEMA): {"@type": "@id"}
        for name in _properties()
        if "URL" in (ranges := _names(name, SCHEMA.rangeIncludes)) and "Text" not in ranges
    }
    return {"@vocab": str(SCHEMA), **addresses}


def expanded(document: Mapping[str, Any], address: str) -> Graph:
    """The triples of a page's graph, as a machine reads them that finds the page at this address."""
    assert document["@context"] == "https://schema.org"
    here = {**copy.copy(document), "@context": context()}
    return Graph().parse(data=json.dumps(here), format="json-ld", base=address)


def unknown_terms(graph: Graph) -> set[str]:
    """Types and properties that the vocabulary does not have; `query-input` says how to fill in `query`."""
    known = {str(subject) for subject in vocabulary().subjects()} | {str(RDF.type)}
    used = {*graph.predicates(), *graph.objects(None, RDF.type)}
    return {str(term) for term in used if str(term).removesuffix("-input") not in known}


def misuse(graph: Graph) -> list[str]:
    """What the shapes object to, one sentence for each."""
    properties = set(graph.predicates()) & set(_properties())
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes(properties), ont_graph=_classes(), advanced=False)
    assert isinstance(report, Graph)
    return sorted(_sentence(graph, report, result) for result in report.subjects(RDF.type, SH.ValidationResult))


def _sentence(graph: Graph, report: Graph, result: Node) -> str:
    shape, subject = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
    value, path = report.value(result, SH.value), report.value(result, SH.resultPath)
    assert subject is not None
    assert shape is not None
    if path is None:
        return f"{_kinds(graph, subject)} has no {str(shape).removeprefix(SCHEMA + 'shape-')}"
    assert value is not None
    return f"{_kinds(graph, subject)}: {str(path).removeprefix(SCHEMA)} is not {_kinds(graph, value) or value}"


def _kinds(graph: Graph, subject: Node) -> str:
    return ", ".join(sorted(str(kind).removeprefix(SCHEMA) for kind in graph.objects(subject, RDF.type)))


@cache
def _classes() -> Graph:
    found = Graph()
    for triple in vocabulary().triples((None, RDFS.subClassOf, None)):
        found.add(triple)
    return found


def shapes(properties: Iterable[Node]) -> Graph:
    """A shape for each of these properties."""
    found = Graph()
    for name in sorted(map(URIRef, map(str, properties))):
        shape, values = SCHEMA["shape-" + name.removeprefix(SCHEMA)], BNode()
        found.add((shape, RDF.type, SH.NodeShape))
        found.add((shape, SH.targetSubjectsOf, name))
        _one_of(found, shape, ({SH["class"]: SCHEMA[one]} for one in _names(name, SCHEMA.domainIncludes)))
        found.add((shape, SH.property, values))
        found.add((values, SH.path, name))
        _one_of(found, values, _values(_names(name, SCHEMA.rangeIncludes)))
    return found


def _one_of(graph: Graph, shape: Node, choices: Iterable[Mapping[URIRef, Node]]) -> None:
    members: list[Node] = []
    for choice in choices:
        members.append(one := BNode())
        for constraint, value in choice.items():
            graph.add((one, constraint, value))
    graph.add((shape, SH["or"], Collection(graph, BNode(), members).uri))


def _values(ranges: set[str]) -> Iterator[Mapping[URIRef, Node]]:
    """What may stand there: a thing, a member of an enumeration by its address, or a value of a data type."""
    for name in sorted(ranges):
        members = [str(one).removeprefix(SCHEMA) for one in vocabulary().subjects(RDF.type, SCHEMA[name])]
        if name == "URL":
            yield {SH.nodeKind: SH.IRI}
        elif name == "Text":
            yield {SH.datatype: XSD.string}
        elif name in _PATTERNS:
            yield {SH.datatype: XSD.string, SH.pattern: Literal(_PATTERNS[name])}
        elif name in _NUMBERS:
            yield from ({SH.datatype: kind} for kind in _NUMBERS[name])
        else:
            yield {SH["class"]: SCHEMA[name]}
            yield from ({SH.hasValue: Literal(f"https://schema.org/{member}")} for member in members)
