"""What the graph says of a page as such."""

from dataclasses import dataclass

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.history import History
from plugins.catalog.records import Language
from plugins.metadata.schema_org.nodes import node
from plugins.metadata.schema_org.page import asked, web_page
from plugins.metadata.schema_org.site import Site

URL = "https://service.grossstadt.example"


@dataclass(frozen=True)
class Page:
    """A page of a topic, in English."""

    url: str = "/themen/tiere/en/"
    title: str = "Animals"
    description: str = "Dogs and other animals."
    language: Language = Language.ENGLISH
    trail: tuple[tuple[str, str], ...] = (("Home", "/"), ("Topics", "/themen/"))


@pytest.fixture
def site(world: Catalog) -> Site:
    return Site(world, directory(world, world.municipalities["grossstadt"]), URL, History())


def test_a_page_says_what_it_is_and_that_it_belongs_to_the_portal(site: Site) -> None:
    page = web_page(site, Page(), "CollectionPage", ())[0]
    assert page == {
        "@type": "CollectionPage",
        "@id": f"{URL}/themen/tiere/en/",
        "url": f"{URL}/themen/tiere/en/",
        "name": "Animals",
        "description": "Dogs and other animals.",
        "inLanguage": "en",
        "isPartOf": {"@id": f"{URL}/#portal"},
        "breadcrumb": {"@id": f"{URL}/themen/tiere/en/#pfad"},
    }


def test_the_way_to_a_page_ends_with_its_title(site: Site) -> None:
    trail = web_page(site, Page(), "CollectionPage", ())[1]
    assert trail["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"], one.get("item")) for one in trail["itemListElement"]] == [
        (1, "Home", {"@id": f"{URL}/en/"}),
        (2, "Topics", {"@id": f"{URL}/themen/en/"}),
        (3, "Animals", None),
    ]


def test_a_page_without_a_way_to_it_has_none(site: Site) -> None:
    [page] = web_page(site, Page(trail=()), "WebPage", ())
    assert "breadcrumb" not in page


def test_questions_are_a_part_of_their_page(site: Site) -> None:
    question = node("Question", name="Was kostet das?", acceptedAnswer=node("Answer", text="Nichts."))
    [found] = asked(site, Page(), [question])
    assert (found["@type"], found["isPartOf"]) == ("FAQPage", {"@id": f"{URL}/themen/tiere/en/"})
    assert found["mainEntity"] == [question]
    assert asked(site, Page(), []) == []
