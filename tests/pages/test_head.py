"""What the head of every page of a whole portal says to search engines and to those who share it."""

from collections import Counter
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup

from plugins.catalog.catalog import Catalog
from tests.portals import DEMO_URL, KREIS_URL, TINY_URL, Portal

EXAMPLES = "/muster/"


@pytest.fixture(params=["demo", "kreis", "tiny"])
def portal(request: pytest.FixtureRequest) -> Portal:
    """Three portals, each with its public address."""
    built: Portal = request.getfixturevalue(request.param)
    return built


def title(page: BeautifulSoup) -> str:
    return page.title.get_text() if page.title else ""


def meta(page: BeautifulSoup) -> Mapping[str, str]:
    """The content of every `meta` with a name or a property."""
    tags = page.select("head > meta[content]")
    return {str(tag.get("name") or tag.get("property")): str(tag["content"]) for tag in tags}


def alternates(page: BeautifulSoup) -> Mapping[str, str]:
    return {str(tag["hreflang"]): str(tag["href"]) for tag in page.select("head > link[rel=alternate][hreflang]")}


def canonical(page: BeautifulSoup) -> str:
    return ", ".join(str(tag["href"]) for tag in page.select("head > link[rel=canonical]"))


@pytest.mark.parametrize(
    ("name", "town"), [("demo", "Stadt Rurheim"), ("kreis", "Kreis Rurland"), ("tiny", "Stadt Großstadt")]
)
def test_every_title_is_unique_and_holds_the_name_of_the_town(
    name: str, town: str, request: pytest.FixtureRequest
) -> None:
    titles = [title(page) for page in request.getfixturevalue(name).pages.values()]
    assert [one for one, times in Counter(titles).items() if times > 1] == []
    assert [one for one in titles if town not in one] == []


def test_every_service_describes_itself_in_its_own_words(demo: Portal) -> None:
    said = Counter(
        meta(page)["description"] for address, page in demo.whole_pages.items() if address.startswith("/leistungen/")
    )
    assert len(said) > 600
    assert [one for one, times in said.items() if times > 1] == []


def test_every_page_names_itself_as_the_one_that_counts(portal: Portal) -> None:
    url = canonical(portal.pages["/"]).removesuffix("/")
    assert url in (DEMO_URL, KREIS_URL, TINY_URL)
    named = {address: canonical(page) for address, page in portal.whole_pages.items()}
    assert named == {address: f"{url}{address}" for address in named}
    assert canonical(portal.pages["/404.html"]) == ""


def test_a_page_in_several_languages_is_named_by_each_of_them(portal: Portal) -> None:
    by_address = {canonical(page): page for page in portal.pages.values()}
    groups = {address: alternates(page) for address, page in by_address.items() if alternates(page)}
    assert len(groups) > 60
    for address, group in groups.items():
        assert group["x-default"] == group["de"]
        assert address in group.values()
        assert [other for other in group.values() if alternates(by_address[other]) != group] == []


def test_the_language_of_a_page_is_the_one_it_is_named_by(portal: Portal) -> None:
    for page in portal.pages.values():
        tags = {tag for tag, address in alternates(page).items() if address == canonical(page)} - {"x-default"}
        assert page.html
        assert tags <= {page.html["lang"]}


def test_what_is_shared_has_title_words_picture_and_place(portal: Portal) -> None:
    assert "og:url" not in meta(portal.pages["/404.html"])
    for address, page in portal.whole_pages.items():
        said, own = meta(page), canonical(page)
        assert said["og:url"] == own, address
        assert said["og:type"] == "website"
        assert said["og:description"] == said["description"]
        assert said["og:title"] in title(page)
        assert said["og:image"].endswith(".example/icon-512.png")
        assert said["og:site_name"].startswith(("Service", "Dienst"))


def test_the_country_of_each_language_is_said(tiny: Portal) -> None:
    pages = ("/", "/en/", "/de-simple/")
    assert [meta(tiny.pages[address])["og:locale"] for address in pages] == ["de_DE", "en_GB", "de_DE"]


def test_a_service_says_each_of_its_keys(tiny: Portal, world: Catalog) -> None:
    keys = {service.slug: list(service.leika) for service in world.services}
    said = {
        slug: [str(tag["content"]) for tag in tiny.pages[f"/leistungen/{slug}/"].select("meta[property=schluessel]")]
        for slug in keys
    }
    assert said == keys
    assert len(said["fahrzeug-zulassen"]) == 2


def test_no_other_page_has_keys(demo: Portal) -> None:
    having = {address.split("/")[1] for address, page in demo.pages.items() if page.select("meta[property=schluessel]")}
    assert having == {"leistungen"}


def test_a_page_says_itself_whether_it_may_be_listed(tiny: Portal) -> None:
    robots = {address: meta(page).get("robots", "") for address, page in tiny.pages.items()}
    assert robots["/"] == robots["/leistungen/hund-anmelden/"] == robots["/leistungen/hund-anmelden/en/"] == ""
    assert robots["/leistungen/fahrzeug-zulassen/"] == "noindex, follow"
    assert robots["/stellen/strassenverkehrsamt/"] == robots["/stellen/strassenverkehrsamt/en/"] == "noindex, follow"
    assert robots["/404.html"] == "noindex, follow"
