"""Which nodes stand on which kind of page."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.utils import htmlsafe_json_dumps

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.history import History
from plugins.metadata.schema_org.site import Site
from plugins.pages.graph import Graphs, graph, written
from plugins.pages.view import View
from plugins.pages.views import views
from search.documents import documents
from search.likeness import related
from tests.pages.theme import environment


@pytest.fixture(scope="module")
def kinds(world: Catalog, grossstadt: Directory) -> dict[str, list[str]]:
    """The types of the nodes of every page by its address; none for a page without a graph."""
    site = Site(world, grossstadt, "https://service.grossstadt.example", History())
    return {view.url: types(site, view) for view in views(world, grossstadt, related(documents(grossstadt)))}


def types(site: Site, view: View) -> list[str]:
    found = graph(site, view)
    return [node["@type"] for node in found["@graph"]] if found else []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", ["WebPage", "WebSite", "GovernmentOrganization", "AdministrativeArea"]),
        ("/en/", ["WebPage", "WebSite", "GovernmentOrganization", "AdministrativeArea"]),
        (
            "/leistungen/personalausweis-beantragen/",
            ["WebPage", "BreadcrumbList", "GovernmentService", "AdministrativeArea", "GovernmentOffice"],
        ),
        ("/stellen/buergerbuero/", ["WebPage", "BreadcrumbList", "GovernmentOffice"]),
        ("/themen/tiere/", ["CollectionPage", "BreadcrumbList"]),
        ("/leistungen/", ["CollectionPage", "BreadcrumbList"]),
        ("/suche/", ["SearchResultsPage", "BreadcrumbList"]),
        ("/impressum/", ["WebPage", "BreadcrumbList"]),
        ("/404.html", []),
    ],
)
def test_a_page_describes_what_it_shows(address: str, expected: list[str], kinds: dict[str, list[str]]) -> None:
    assert kinds[address] == expected


def test_a_page_says_who_reviewed_it_when(world: Catalog, grossstadt: Directory) -> None:
    site = Site(world, grossstadt, "", History())
    every = {view.url: view for view in views(world, grossstadt, related(documents(grossstadt)))}
    found = graph(site, every["/leistungen/hund-anmelden/en/"])
    assert found is not None
    page = found["@graph"][0]
    assert (page["lastReviewed"], page["reviewedBy"]) == ("2026-10-20", {"@id": "/stellen/steueramt/#stelle"})
    assert page["mainEntity"] == {"@id": "/leistungen/hund-anmelden/#leistung"}


def test_no_text_ends_the_graph_or_the_page(world: Catalog, grossstadt: Directory) -> None:
    title = "</script><script>alert(1)</script> & „Käse“"
    view = View("/kaese/", "page", title, "", values={"text": ""})
    graph = Graphs(Site(world, grossstadt, "", History())).of(view)
    written = environment().from_string("{{ graph }}").render(graph=graph)
    assert written.count("<") + written.count(">") + written.count("&") == 0
    assert "„Käse“" in written
    assert json.loads(written)["@graph"][0]["name"] == title


def test_what_many_pages_show_is_written_as_on_a_page_of_its_own(world: Catalog, grossstadt: Directory) -> None:
    site = Site(world, grossstadt, "https://service.grossstadt.example", History())
    graphs, alone = Graphs(site), environment().from_string("{{ graph | tojson if graph }}")
    for view in views(world, grossstadt, related(documents(grossstadt))):
        assert graphs.of(view) == alone.render(graph=graph(site, view))


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner) | st.dictionaries(st.text(), inner)


VALUES: st.SearchStrategy[object] = st.text() | st.integers(0, 10**9) | st.decimals(0, 10**7, places=2).map(float)


@given(st.dictionaries(st.text(), st.recursive(VALUES, nested)))
def test_a_node_is_written_as_python_writes_json_for_html(node: dict[str, object]) -> None:
    assert written(node) == htmlsafe_json_dumps(node, ensure_ascii=False, separators=(",", ":"))
