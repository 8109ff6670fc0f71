from pathlib import Path

import pytest
from rdflib import Graph

from tests.exports.standards.shapes import faults

TABLE = """\
class;property;min;max;value
cpsv:PublicService;dcterms:identifier;1;1;
cpsv:PublicService;dcterms:title;1;;rdf:langString
cpsv:PublicService;cv:hasCost;0;;cv:Cost
cpsv:PublicService;dcat:landingPage;0;;sh:IRI
cpsv:PublicService;dcterms:issued;0;;xsd:date|xsd:gYear
cpsv:PublicService;dcterms:language;0;;<http://publications.europa.eu/resource/authority/language/>
"""

PREFIXES = """\
@prefix : <https://service.rurheim.example/> .
@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix language: <http://publications.europa.eu/resource/authority/language/> .
"""

HUND = ':hund a cpsv:PublicService ; dcterms:identifier "99102003" ; dcterms:title "Hund anmelden"@de .'


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "facts.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def graph(*statements: str) -> Graph:
    return Graph().parse(data=PREFIXES + "\n".join(statements), format="turtle")


def test_a_service_with_all_it_needs_conforms(table: Path) -> None:
    data = graph(
        HUND,
        ":hund cv:hasCost :gebuehr ; dcat:landingPage :hund.html ; dcterms:language language:DEU .",
        ':hund dcterms:issued "2026-01-31"^^xsd:date, "2026"^^xsd:gYear .',
        ":gebuehr a cv:Cost .",
    )
    assert faults(data, table) == []


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        ([':hund a cpsv:PublicService ; dcterms:identifier "1" .'], "dcterms:title: MinCount"),
        ([HUND, ':hund dcterms:identifier "2" .'], "dcterms:identifier: MaxCount"),
        ([HUND, ':hund dcterms:title "Hund" .'], 'dcterms:title: Datatype "Hund"'),
        ([HUND, ":hund cv:hasCost :rathaus . :rathaus a cv:Channel ."], "cv:hasCost: Class {}rathaus>"),
        ([HUND, ':hund cv:hasCost "5 Euro" .'], 'cv:hasCost: Class "5 Euro"'),
        ([HUND, ':hund dcat:landingPage "hund.html" .'], 'dcat:landingPage: NodeKind "hund.html"'),
        ([HUND, ':hund dcterms:issued "31.1.2026" .'], 'dcterms:issued: Or "31.1.2026"'),
        ([HUND, ":hund dcterms:language :deutsch ."], "dcterms:language: Pattern {}deutsch>"),
    ],
)
def test_a_fault_is_found_and_named(table: Path, statements: list[str], fault: str) -> None:
    town = "<https://service.rurheim.example/"
    assert faults(graph(*statements), table) == [f"{town}hund> " + fault.format(town)]


def test_what_the_table_does_not_name_is_left_alone(table: Path) -> None:
    assert faults(graph(HUND, ":hund cv:sector :natur . :rathaus a cv:Channel ."), table) == []
