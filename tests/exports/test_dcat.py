"""What open data portals read: every data set of the portal, by the rules of DCAT-AP.de."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.compare import isomorphic

from plugins.catalog.published import Published
from plugins.exports.registry import EXPORTS
from tests.conftest import CONTENT, Draft
from tests.exports.standards.shapes import faults
from tests.portals import PROJECT

FACTS = Path(__file__).parent / "standards" / "dcat_ap_de.csv"
DATA = "https://service.grossstadt.example/daten/#"


def written(portal: Published) -> dict[str, str]:
    return {file.path: b"".join(file.pieces).decode() for file in EXPORTS["dcat"].files(portal)}


def graph(portal: Published) -> Graph:
    return Graph().parse(data=written(portal)["daten/catalog.ttl"], format="turtle")


def test_the_description_of_a_demo_town_and_of_its_kreis_conforms(rurheim: Published, rurland: Published) -> None:
    assert faults(graph(rurheim), FACTS) == []
    assert faults(graph(rurland), FACTS) == []


def test_the_rules_find_what_is_missing(rurheim: Published) -> None:
    found = graph(rurheim)
    found.remove((None, DCTERMS.description, None))
    assert faults(found, FACTS)[0].endswith("#115> dcterms:description: MinCount")


def test_every_data_set_is_described_with_all_files_that_people_may_want(grossstadt: Published) -> None:
    found = graph(grossstadt)
    data_sets = [name for name in EXPORTS if name != "dcat"]
    described = set(found.objects(URIRef(f"{DATA}catalog"), DCAT.dataset))
    assert described == {URIRef(f"{DATA}{name}") for name in data_sets}
    for name in data_sets:
        files = found.objects(URIRef(f"{DATA}{name}"), DCAT.distribution)
        assert {str(found.value(file, DCAT.downloadURL)) for file in files} == {
            grossstadt.at(f"/{one.path}") for one in EXPORTS[name].distributions
        }


def test_what_is_described_is_written(grossstadt: Published) -> None:
    for export in EXPORTS.values():
        assert {one.path for one in export.distributions} <= {file.path for file in export.files(grossstadt)}
    named = {one.path for export in EXPORTS.values() for one in export.distributions}
    assert {
        *("api/v1/openapi.json", "daten/cpsv-ap.ttl", "daten/schema-org.jsonld", "daten/catalog.jsonld"),
        *("daten/hsds/organizations.json", "daten/hsds/taxonomy_terms.json"),
    } <= named


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_json_ld_says_the_same_as_turtle(grossstadt: Published) -> None:
    json_ld = Graph().parse(data=written(grossstadt)["daten/catalog.jsonld"], format="json-ld")
    assert isomorphic(json_ld, graph(grossstadt))


def test_the_place_is_the_key_of_the_town_or_of_the_kreis(grossstadt: Published, rurland: Published) -> None:
    (town,) = graph(grossstadt).subjects(RDF.type, DCTERMS.Location)
    (kreis,) = graph(rurland).subjects(RDF.type, DCTERMS.Location)
    assert str(town) == "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05999004"
    assert str(kreis) == "http://dcat-ap.de/def/politicalGeocoding/districtKey/05399"


def test_a_licence_is_named_only_where_the_municipality_says_it(
    grossstadt: Published, write: Draft, portal_of: Callable[[Path, str], Published]
) -> None:
    assert "license" not in written(grossstadt)["daten/catalog.ttl"]
    write.change("municipalities/grossstadt/municipality.yaml", "kind: town", "kind: town\nlicence: dl-de-by-2.0")
    turtle = written(portal_of(write.folder, "grossstadt"))["daten/catalog.ttl"]
    assert "dcterms:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0>" in turtle
    assert 'dcatde:licenseAttributionByText "Stadt Großstadt"@de' in turtle


def test_the_bytes_do_not_depend_on_the_order_of_sets(tmp_path: Path) -> None:
    def made(seed: str) -> list[bytes]:
        command = [sys.executable, "-m", "plugins.exports", "--format", "dcat", "--out", str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1793491200"}
        subprocess.run([*command, str(CONTENT)], cwd=PROJECT, env=environment, check=True, capture_output=True)
        return [(tmp_path / seed / "daten" / name).read_bytes() for name in ("catalog.ttl", "catalog.jsonld")]

    assert made("1") == made("2")
