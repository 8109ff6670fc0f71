"""CPSV-AP: the whole portal of the demo's Kreis meets the standard; JSON-LD and Turtle state the same."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef

from plugins.catalog.catalog import Catalog
from plugins.catalog.published import Published
from plugins.catalog.records import Fee
from plugins.exports import words
from plugins.exports.cpsv_ap import EXPORT
from plugins.interface.speech import GERMAN
from tests.exports.demo import published
from tests.exports.standards import shapes

TABLE = Path(shapes.__file__).with_name("cpsv_ap.csv")
CPSV, CV = Namespace("http://purl.org/vocab/cpsv#"), Namespace("http://data.europa.eu/m8g/")
TIME, LOCN = Namespace("http://www.w3.org/2006/time#"), Namespace("http://www.w3.org/ns/locn#")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")


def graphs(portal: Published) -> dict[str, Graph]:
    """What each file states, by the end of its name."""
    formats = {"jsonld": "json-ld", "ttl": "turtle"}
    found = {file.path.rpartition(".")[2]: b"".join(file.pieces) for file in EXPORT.files(portal)}
    return {end: Graph().parse(data=data, format=formats[end]) for end, data in found.items()}


@pytest.fixture(scope="module")
def kreis() -> Graph:
    return graphs(published("kreis-rurland"))["ttl"]


@pytest.fixture(scope="module")
def town(world: Catalog) -> Graph:
    return graphs(published("kleinstadt", world))["ttl"]


def test_the_whole_kreis_meets_the_standard(kreis: Graph) -> None:
    assert len(set(kreis.subjects(RDF.type, CPSV.PublicService))) == 494
    assert shapes.faults(kreis, TABLE) == []


@pytest.mark.parametrize("slug", ["grossstadt", "kleinstadt", "kreis-muster"])
def test_every_portal_of_the_tiny_country_meets_the_standard(world: Catalog, slug: str) -> None:
    assert shapes.faults(graphs(published(slug, world))["ttl"], TABLE) == []


def test_json_ld_and_turtle_state_the_same() -> None:
    found = graphs(published("rurheim"))
    assert set(found["jsonld"]) == set(found["ttl"])
    assert len(found["ttl"]) > 20_000


def service(portal: str, slug: str) -> URIRef:
    return URIRef(f"https://service.{portal}.example/leistungen/{slug}/")


def test_a_service_has_its_words_in_every_language(town: Graph) -> None:
    hund = service("kleinstadt", "hund-anmelden")
    titles = {(str(title), title.language) for title in town.objects(hund, DCTERMS.title) if isinstance(title, Literal)}
    assert titles == {("Hund anmelden", "de"), ("Register a dog", "en"), ("Einen Hund anmelden", "de-simple")}


def test_a_service_is_available_in_german_and_in_the_languages_of_its_forms(town: Graph) -> None:
    languages = town.objects(service("kleinstadt", "hund-anmelden"), DCTERMS.language)
    assert [str(language).rpartition("/")[2] for language in languages] == ["DEU"]


def test_a_letter_goes_to_the_address_of_the_office(world: Catalog) -> None:
    graph = graphs(published("grossstadt", world))["ttl"]
    letter = URIRef("https://service.grossstadt.example/leistungen/hund-anmelden/#weg-2")
    assert str(graph.value(letter, DCTERMS.description)) == "Steueramt Großstadt, Rathausplatz 1, 59990 Großstadt"
    office = graph.value(letter, CV.ownedBy)
    assert str(graph.value(graph.value(office, LOCN.address), LOCN.thoroughfare)) == "Rathausplatz 1"


def test_each_entry_of_a_list_is_a_piece_of_evidence(town: Graph) -> None:
    evidence = town.objects(service("kleinstadt", "hund-anmelden"), CPSV.hasInput)
    titles = {str(town.value(one, DCTERMS.title)) for one in evidence}
    assert titles == {"Ihr Name und Ihre Anschrift", "Rasse und Alter des Hundes"}


def test_who_is_competent_is_an_organisation_with_a_name(town: Graph) -> None:
    offices = town.objects(service("kleinstadt", "hund-anmelden"), CV.hasCompetentAuthority)
    assert {str(office): str(town.value(office, SKOS.prefLabel)) for office in offices} == {
        "https://service.kleinstadt.example/stellen/steueramt/": "Kämmerei und Steueramt",
        "https://service.kleinstadt.example/stellen/ordnungsamt/": "Ordnungsamt Kleinstadt",
    }


def test_what_a_kreis_leaves_to_its_towns_is_provided_by_them(kreis: Graph) -> None:
    hund = service("kreis-rurland", "hund-anmelden")
    names = {str(kreis.value(one, SKOS.prefLabel)) for one in kreis.objects(hund, CV.hasCompetentAuthority)}
    assert {"Stadt Rurheim", "Gemeinde Rurauen"} <= names
    assert "Kreis Rurland" not in names


def test_opening_hours_are_spans_of_the_week(town: Graph) -> None:
    contact = URIRef("https://service.kleinstadt.example/stellen/buergerbuero/#kontakt")
    spans = {str(town.value(span, DCTERMS.description)): span for span in town.objects(contact, CV.openingHours)}
    days = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")
    assert spans.keys() == {f"{day} 8:00–12:00 Uhr" for day in days}
    end = town.value(town.value(spans["Freitag 8:00–12:00 Uhr"], TIME.hasEnd), TIME.inDateTime)
    assert town.value(end, TIME.dayOfWeek) == TIME.Friday
    assert town.value(end, TIME.hour) == Literal(12, datatype=XSD.nonNegativeInteger)


def test_a_shape_notices_what_is_missing(town: Graph) -> None:
    hund = service("kleinstadt", "hund-anmelden")
    spoiled = Graph()
    for statement in town:
        if statement[:2] != (hund, DCTERMS.title):
            spoiled.add(statement)
    assert shapes.faults(spoiled, TABLE) == [f"<{hund}> dcterms:title: MinCount"]


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        (Fee(label="Ab 24 Jahren", amount="46,00"), "Ab 24 Jahren: 46 Euro"),
        (Fee(lower="10", upper="20,50", note="je nach Aufwand"), "10 Euro bis 20,50 Euro. je nach Aufwand"),
        (Fee(note="gebührenfrei"), "gebührenfrei"),
    ],
)
def test_a_fee_in_words(fee: Fee, said: str) -> None:
    assert words.fee(fee, GERMAN) == said
