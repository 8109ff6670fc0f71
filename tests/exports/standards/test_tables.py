"""The facts hold for what the standards describe: a service, and a catalogue of open data."""

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

from tests.exports.standards.shapes import faults, shapes

HERE = Path(__file__).parent
CPSV_AP = HERE / "cpsv_ap.csv"
DCAT_AP_DE = HERE / "dcat_ap_de.csv"
STANDARDS = [CPSV_AP, DCAT_AP_DE]

PREFIXES = """\
@prefix : <https://service.rurheim.example/> .
@prefix atu: <http://data.europa.eu/88u/dataset/> .
@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatde: <http://dcat-ap.de/def/dcatde/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SERVICE = """\
:hund a cpsv:PublicService ; dcterms:identifier "99102003" ; dcterms:title "Hund anmelden"@de ;
  dcterms:description "Wer einen Hund hält, meldet ihn an."@de ; cv:hasCompetentAuthority :rurheim ;
  cv:processingTime "P5D"^^xsd:duration ; cv:hasCost :steuer ; cv:thematicArea :tiere .
:rurheim a cv:PublicOrganisation ; skos:prefLabel "Stadt Rurheim"@de ; dcterms:spatial :gebiet .
:gebiet a atu:atu-type .
:steuer a cv:Cost ; dcterms:identifier "steuer" ; cv:hasValue "90.0"^^xsd:double .
:tiere a skos:Concept .
"""

CATALOG = """\
:daten a dcat:Catalog ; dcterms:title "Offene Daten"@de ; dcterms:description "Alle Leistungen"@de ;
  dcterms:publisher :rurheim ; foaf:homepage :start ; dcat:dataset :leistungen .
:rurheim a foaf:Agent ; foaf:name "Stadt Rurheim" .
:leistungen a dcat:Dataset ; dcterms:title "Leistungen"@de ; dcterms:description "Was die Stadt anbietet"@de ;
  dcterms:modified "2026-01-31"^^xsd:date ; dcat:distribution :csv ;
  dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE> .
:csv a dcat:Distribution ; dcat:accessURL <https://service.rurheim.example/daten/115.csv> ;
  dcterms:license <http://dcat-ap.de/def/licenses/cc-zero> ; dcat:byteSize "9"^^xsd:nonNegativeInteger ;
  dcterms:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
  dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .
"""


def found(text: str, table: Path) -> list[str]:
    data = Graph().parse(data=PREFIXES + text, format="turtle")
    return [fault.replace("https://service.rurheim.example/", "") for fault in faults(data, table)]


def test_a_described_service_conforms_to_cpsv_ap() -> None:
    assert found(SERVICE, CPSV_AP) == []


@pytest.mark.parametrize(
    ("now", "then", "fault"),
    [
        ("cv:hasCompetentAuthority :rurheim ;", "", "<hund> cv:hasCompetentAuthority: MinCount"),
        ('"Hund anmelden"@de', '"Hund anmelden"', '<hund> dcterms:title: Datatype "Hund anmelden"'),
        (":tiere a skos:Concept .", "", "<hund> cv:thematicArea: Class <tiere>"),
        ('"90.0"^^xsd:double', "90.0", '<steuer> cv:hasValue: Datatype "90.0"^^xsd:decimal'),
        (":gebiet a atu:atu-type .", "", "<rurheim> dcterms:spatial: Class <gebiet>"),
    ],
)
def test_a_service_that_departs_from_cpsv_ap_is_found(now: str, then: str, fault: str) -> None:
    assert found(SERVICE.replace(now, then), CPSV_AP) == [fault]


def test_a_described_catalogue_conforms_to_dcat_ap_de() -> None:
    assert found(CATALOG, DCAT_AP_DE) == []


@pytest.mark.parametrize(
    ("now", "then", "fault"),
    [
        ("dcterms:publisher :rurheim ;", "", "<daten> dcterms:publisher: MinCount"),
        ("foaf:homepage :start", 'foaf:homepage "Start"', '<daten> foaf:homepage: NodeKind "Start"'),
        ('foaf:name "Stadt Rurheim"', 'skos:prefLabel "Stadt Rurheim"', "<rurheim> foaf:name: MinCount"),
        ('"2026-01-31"^^xsd:date', '"31.1.2026"', '<leistungen> dcterms:modified: Or "31.1.2026"'),
        (
            "dcat:distribution :csv",
            'dcat:distribution :csv ; dcatde:legalBasis "OZG"',
            "<leistungen> dcatde:legalBasis: MaxCount",
        ),
        ("authority/file-type/CSV", "authority/CSV", "<csv> dcterms:format: Pattern <{}CSV>"),
    ],
)
def test_a_catalogue_that_departs_from_dcat_ap_de_is_found(now: str, then: str, fault: str) -> None:
    authority = "http://publications.europa.eu/resource/authority/"
    assert found(CATALOG.replace(now, then), DCAT_AP_DE) == [fault.format(authority)]


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda file: file.stem)
def test_every_row_of_a_standard_becomes_one_rule(standard: Path) -> None:
    rows = standard.read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == len(set(shapes(standard).objects(None, SH.property)))


@pytest.mark.parametrize(("standard", "classes"), [(CPSV_AP, 21), (DCAT_AP_DE, 15)])
def test_every_class_of_a_standard_becomes_one_shape(standard: Path, classes: int) -> None:
    assert len(set(shapes(standard).subjects(RDF.type, SH.NodeShape))) == classes
