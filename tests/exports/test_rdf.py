"""Nodes as JSON-LD and as Turtle: the same statements, whatever stands in the words."""

import pytest
from rdflib import Graph

from plugins.exports.rdf import as_json_ld, as_turtle, link, node, said, typed

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
"""rdflib warns of itself when it reads JSON-LD."""

PREFIXES = {"dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
NODES = [
    node(
        "https://service.rurheim.example/a/",
        ["dct:Agent"],
        {
            "dct:title": [said('„Hund“ "an\\melden"\nzweite Zeile', "de-simple"), said("Dog\ttag", "en")],
            "dct:identifier": "053990004004",
            "dct:extent": typed("26.5", "xsd:double"),
            "dct:relation": [link("https://service.rurheim.example/b/"), link("urn:de:fim:leika:leistung:99")],
            "dct:description": None,
        },
    ),
    node("https://service.rurheim.example/b/", ["dct:Agent", "dct:Location"], {}),
]


def test_both_serialisations_say_the_same() -> None:
    turtle = Graph().parse(data=b"".join(as_turtle(PREFIXES, NODES)), format="turtle")
    json_ld = Graph().parse(data=b"".join(as_json_ld(PREFIXES, NODES)), format="json-ld")
    assert set(turtle) == set(json_ld)
    assert len(turtle) == 9


def test_turtle_is_written_node_by_node() -> None:
    assert b"".join(as_turtle(PREFIXES, NODES[1:])).decode() == (
        "@prefix dct: <http://purl.org/dc/terms/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n"
        "<https://service.rurheim.example/b/> a dct:Agent, dct:Location .\n"
    )


def test_nothing_at_all_is_a_document_too() -> None:
    assert len(Graph().parse(data=b"".join(as_json_ld(PREFIXES, [])), format="json-ld")) == 0
