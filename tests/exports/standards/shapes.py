"""SHACL shapes from a table of facts: how often a class has a property, and what kinds of value it takes."""

import csv
import re
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

OWN = Namespace("https://fundstelle.example/shapes#")
NAMES = {
    "adms": "http://www.w3.org/ns/adms#",
    "atu": "http://data.europa.eu/88u/dataset/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "locn": "http://www.w3.org/ns/locn#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}


def shapes(table: Path) -> Graph:
    """One node shape per class of the table, one property shape per row."""
    graph = Graph()
    for prefix, address in NAMES.items():
        graph.bind(prefix, address)
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            _add(graph, row)
    return graph


def faults(data: Graph, table: Path) -> list[str]:
    """What the data does against the table, sorted: `<service> dcterms:title: MinCount`, with the value at fault."""
    shape_graph = shapes(table)
    _, report, _ = validate(data, shacl_graph=shape_graph)
    assert isinstance(report, Graph)
    report.namespace_manager = shape_graph.namespace_manager
    return sorted(_fault(report, result) for result in report.subjects(RDF.type, SH.ValidationResult))


def _add(graph: Graph, row: dict[str, str]) -> None:
    shape = OWN[row["class"].replace(":", "-")]
    rule = OWN[f"{row['class']}.{row['property']}".replace(":", "-")]
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, _term(graph, row["class"])))
    graph.add((shape, SH.property, rule))
    graph.add((rule, SH.path, _term(graph, row["property"])))
    if row["min"] != "0":
        graph.add((rule, SH.minCount, Literal(int(row["min"]))))
    if row["max"]:
        graph.add((rule, SH.maxCount, Literal(int(row["max"]))))
    if row["value"]:
        _limit_values(graph, rule, row["value"].split("|"))


def _limit_values(graph: Graph, rule: Node, kinds: list[str]) -> None:
    """One kind stands in the rule itself, of several any one will do."""
    choices: list[Node] = [rule] if len(kinds) == 1 else [BNode() for _ in kinds]
    for choice, kind in zip(choices, kinds, strict=True):
        _limit(graph, choice, kind)
    if len(kinds) > 1:
        graph.add((rule, SH["or"], Collection(graph, BNode(), choices).uri))


def _limit(graph: Graph, rule: Node, kind: str) -> None:
    """A kind is a class, a datatype, a kind of node (`sh:IRI`), or the beginning of an address (`<https://…/>`)."""
    if kind.startswith("<"):
        graph.add((rule, SH.nodeKind, SH.IRI))
        graph.add((rule, SH.pattern, Literal("^" + re.escape(kind[1:-1]))))
        return
    term = _term(graph, kind)
    graph.add((rule, _constraint(term), term))


def _constraint(term: URIRef) -> URIRef:
    if term.startswith(str(SH)):
        return SH.nodeKind
    if term.startswith(str(XSD)) or term == RDF.langString:
        return SH.datatype
    return SH["class"]


def _term(graph: Graph, name: str) -> URIRef:
    term = graph.namespace_manager.expand_curie(name)
    assert isinstance(term, URIRef), name
    return term


def _fault(report: Graph, result: Node) -> str:
    focus, path, value = (report.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.value))
    component = str(report.value(result, SH.sourceConstraintComponent))
    kind = component.removeprefix(str(SH)).removesuffix("ConstraintComponent")
    where = " ".join(node.n3(report.namespace_manager) for node in (focus, path) if node is not None)
    return f"{where}: {kind}" + ("" if value is None else f" {value.n3(report.namespace_manager)}")
