"""„keine Stelle im Musterland“ and „A oder B“ are no organization, in no format."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import SKOS, URIRef

from plugins.catalog.published import Published
from plugins.exports import hsds, schema_org
from plugins.exports.export import Export
from tests.catalog.listing import with_list
from tests.conftest import Draft
from tests.exports.standards import shapes
from tests.exports.test_cpsv_ap import CV, TABLE, graphs

NO_BODY = "https://service.grossstadt.example/leistungen/versteigerung-anzeige/"
ONE_BODY = "https://service.grossstadt.example/leistungen/versteigerer-oeffentliche-bestellung/"


@pytest.fixture
def portal(write: Draft, portal_of: Callable[[Path, str], Published]) -> Published:
    """A town with a list that names a chamber, and of another service „keine Stelle im Musterland“."""
    return portal_of(with_list(write).folder, "grossstadt")


def first(export: Export, portal: Published) -> Any:
    return json.loads(b"".join(next(export.files(portal)).pieces))


def test_an_offer_names_its_body_where_there_is_one(portal: Published, rurland: Published) -> None:
    offers = portal.directory.by_slug
    assert offers["versteigerung-anzeige"].provider == "keine Stelle im Musterland"
    assert offers["versteigerung-anzeige"].body == ""
    assert offers["versteigerer-oeffentliche-bestellung"].body == "Industrie- und Handelskammer"
    assert rurland.directory.by_slug["hund-anmelden"].body == ""


def test_an_offer_names_the_town_or_the_kreis_that_provides_it(portal: Published) -> None:
    providers = {slug: offer.provided_by for slug, offer in portal.directory.by_slug.items()}
    names = ("hund-anmelden", "fahrzeug-zulassen", "versteigerung-anzeige")
    assert [found.name if (found := providers[name]) else None for name in names] == [
        "Stadt Großstadt",
        "Kreis Muster",
        None,
    ]


def test_schema_org_names_a_provider_only_where_there_is_one(portal: Published) -> None:
    nodes = {node["@id"]: node for node in first(schema_org.EXPORT, portal)["@graph"]}
    assert "provider" not in nodes[f"{NO_BODY}#leistung"]
    assert [one["name"] for one in nodes[f"{ONE_BODY}#leistung"]["provider"]] == ["Industrie- und Handelskammer"]


def test_hsds_names_an_organization_only_where_there_is_one(portal: Published) -> None:
    services = {one["url"]: one for one in first(hsds.EXPORT, portal)["contents"]}
    assert "organization" not in services[NO_BODY]
    assert services[ONE_BODY]["organization"]["name"] == "Industrie- und Handelskammer"


def test_in_cpsv_ap_which_must_name_one_the_land_stands_for_it(portal: Published) -> None:
    graph = graphs(portal)["ttl"]

    def authority(service: str) -> str:
        return str(graph.value(graph.value(URIRef(service), CV.hasCompetentAuthority), SKOS.prefLabel))

    assert authority(NO_BODY) == "Land Nordrhein-Westfalen"
    assert authority(ONE_BODY) == "Industrie- und Handelskammer"
    assert shapes.faults(graph, TABLE) == []


def test_no_format_of_a_demo_town_has_an_organization_of_one_or_the_other(rurheim: Published) -> None:
    graph = graphs(rurheim)["ttl"]
    named = {str(graph.value(one, SKOS.prefLabel)) for one in graph.objects(None, CV.hasCompetentAuthority)}
    listed = {offer.provider for offer in rurheim.directory.offers if not offer.body}
    assert "LANUV oder Kreisordnungsbehörde, je nach Betriebsart" in listed
    assert not named & listed
