"""Every graph of a town and of a Kreis: one per page, in schema.org's words, and every reference leads somewhere."""

from typing import Any

import pytest

from tests.metadata.schema_org.pages import graph_of, graphs, parts, whole
from tests.metadata.schema_org.vocabulary import expanded, misuse, unknown_terms
from tests.portals import DEMO_URL, Portal

ROOT = "https://service.example/"


@pytest.fixture(scope="module", params=["demo", "kreis"])
def every(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """The graphs of a portal by the addresses of their pages."""
    portal: Portal = request.getfixturevalue(request.param)
    return graphs(portal)


def origin(every: dict[str, dict[str, Any]]) -> str:
    """The address of the portal without the slash at its end; empty when it was built for nobody but us."""
    start: str = every["/"]["@graph"][0]["@id"]
    return start.removesuffix("/")


def test_every_page_describes_itself(every: dict[str, dict[str, Any]]) -> None:
    assert len(every) > 800
    described = {address: graph["@graph"][0]["@id"] for address, graph in every.items()}
    assert described == {address: f"{origin(every)}{address}" for address in every}


def test_machines_are_led_the_way_that_people_see(demo: Portal) -> None:
    for address, page in demo.whole_pages.items():
        seen = [f"{DEMO_URL}{link['href']}" for link in page.select("body > .kern-container > .breadcrumb a")]
        ways = [part for part in graph_of(demo, address)["@graph"] if part["@type"] == "BreadcrumbList"]
        assert [item["item"]["@id"] for way in ways for item in way["itemListElement"][:-1]] == seen


def test_every_graph_is_written_in_the_words_of_schema_org(every: dict[str, dict[str, Any]]) -> None:
    found = expanded(whole(every), ROOT)
    assert len(found) > 10_000
    assert unknown_terms(found) == set()
    assert misuse(found) == []


def test_every_reference_leads_to_a_node_of_this_portal(every: dict[str, dict[str, Any]]) -> None:
    every_part = [part for graph in every.values() for part in parts(graph["@graph"])]
    described = {part["@id"] for part in every_part if "@id" in part and len(part) > 1}
    references = {part["@id"] for part in every_part if set(part) == {"@id"}}
    parts_of_the_town = ("/#portal", "/#gebiet", "/leistungen/hund-anmelden/#pfad")
    assert {f"{origin(every)}{part}" for part in parts_of_the_town} <= references
    assert references - described == set()


def test_nothing_empty_is_said(every: dict[str, dict[str, Any]]) -> None:
    for graph in every.values():
        assert [part for part in parts(graph) if not all(part.values()) and part.get("price") != 0] == []
