"""Every page of the interface speaks three languages; a page that does not says so."""

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.records import Language
from plugins.pages.a_z import a_to_z
from plugins.pages.lines import lines, titles
from plugins.pages.menu import language_menu
from plugins.pages.patterns import asked
from plugins.pages.view import View
from plugins.pages.views import views
from search.documents import documents
from search.likeness import related
from tests.pages.theme import environment
from tests.portals import IN_LANGUAGES, Portal


@pytest.fixture(scope="module")
def pages(world: Catalog, grossstadt: Directory) -> dict[str, View]:
    """All views of the town by address."""
    return {view.url: view for view in views(world, grossstadt, related(documents(grossstadt)))}


@pytest.fixture(scope="module")
def english() -> Environment:
    """The templates in English."""
    return environment(language=Language.ENGLISH)


def menu(soup: BeautifulSoup) -> Mapping[str, Tag]:
    return {str(entry["lang"]): entry for entry in soup.select(".language-menu li")}


def text(soup: BeautifulSoup | Tag, selector: str) -> str:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found.get_text(" ", strip=True)


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/leistungen/", "/themen/", "/themen/tiere/", "/buergerinnen-und-buerger/", "/unternehmen/"),
        *("/stellen/", "/stellen/buergerbuero/", "/suche/", "/formulare/"),
    ],
)
def test_a_page_of_the_interface_is_there_in_three_languages(address: str, pages: dict[str, View]) -> None:
    expected = (("de", address), ("en", f"{address}en/"), ("de-simple", f"{address}de-simple/"), ("x-default", address))
    assert all(pages[found].languages == expected for _, found in expected)
    assert [pages[found].language for _, found in expected[:3]] == list(Language)


def test_every_page_that_another_names_as_its_own_in_a_language_names_it_too(pages: dict[str, View]) -> None:
    named = [(view, address) for view in pages.values() for _, address in view.languages]
    assert len(named) > 100
    assert [(view.url, address) for view, address in named if pages[address].languages != view.languages] == []
    assert [view.url for view, _ in named if view.url not in dict(view.languages).values()] == []


def test_titles_and_descriptions_are_in_the_language_of_the_page(pages: dict[str, View]) -> None:
    assert pages["/leistungen/en/"].title == "Services from A to Z"
    assert pages["/leistungen/de-simple/"].title == "Dienst-Leistungen von A bis Z"
    assert pages["/stellen/buergerbuero/en/"].description.endswith(": address, phone, opening hours and services.")


def test_a_list_shows_the_title_in_its_language_where_there_is_one(grossstadt: Directory) -> None:
    found = {line.url: (line.language, line.title) for line in lines(grossstadt.offers, Language.ENGLISH)}
    assert found["/leistungen/hund-anmelden/"] == ("en", "Register a dog")
    assert found["/leistungen/gewerbe-anmelden/"] == ("de", "Gewerbe anmelden")


def test_a_topic_is_called_as_its_editor_says_in_that_language(tiny: Portal) -> None:
    page = tiny.pages["/themen/en/"]
    names = {str(a["href"]): a.decode_contents() for a in page.select(".topic-tiles__link")}
    assert names["/themen/tiere/en/"] == "Animals"
    assert names["/themen/ausweise/en/"] == '<span lang="de">Ausweise</span>'
    assert text(tiny.pages["/themen/tiere/en/"], "h1") == "Animals"


def test_the_a_to_z_of_a_language_sorts_by_its_titles_and_keeps_the_german_ones(grossstadt: Directory) -> None:
    entries = [entry for letter in a_to_z(grossstadt)[Language.ENGLISH] for entry in letter.entries]
    dogs = [entry for entry in entries if entry.url == "/leistungen/hund-anmelden/"]
    assert {entry.title for entry in dogs} == {"Register a dog"}
    assert ("Hund anmelden", "de") in {(entry.word, entry.language) for entry in dogs}
    assert next(entry for entry in dogs if not entry.word).title_language == "en"


def test_the_menu_of_a_page_in_all_languages_leads_to_each_of_the_others(pages: dict[str, View]) -> None:
    choices = language_menu(pages["/suche/en/"])
    assert [(one.tag, one.name, one.address, one.is_current) for one in choices] == [
        ("de", "Deutsch", "/suche/", False),
        ("en", "English", "", True),
        ("de-simple", "Leichte Sprache", "/suche/de-simple/", False),
    ]


def test_the_menu_says_in_the_language_itself_that_a_page_is_not_there_in_it(pages: dict[str, View]) -> None:
    german, english, simple = language_menu(pages["/impressum/"])
    assert (german.is_current, german.missing) == (True, "")
    assert (english.missing, english.address) == ("This page is not available in English.", "/en/")
    assert (simple.missing, simple.address) == ("Diese Seite gibt es nicht in Leichter Sprache.", "/de-simple/")


def test_a_service_that_nobody_translated_says_so_on_its_page(tiny: Portal) -> None:
    english = menu(tiny.pages["/leistungen/gewerbe-anmelden/"])["en"]
    assert text(english, "summary") == "English"
    assert text(english, "p") == "This page is not available in English. Go to the home page in English"
    assert [(link["href"], link["hreflang"]) for link in english.select("a")] == [("/en/", "en")]


def test_the_menu_names_the_language_of_every_link(tiny: Portal) -> None:
    entries = menu(tiny.pages["/leistungen/hund-anmelden/en/"])
    assert [(str(a["href"]), a["hreflang"]) for entry in entries.values() for a in entry.select("a")] == [
        ("/leistungen/hund-anmelden/", "de"),
        ("/leistungen/hund-anmelden/de-simple/", "de-simple"),
    ]
    assert text(entries["en"], "[aria-current]") == "English"


def test_a_translated_service_speaks_one_language(tiny: Portal) -> None:
    page = tiny.pages["/leistungen/hund-anmelden/en/"]
    assert page.html is not None
    assert page.html["lang"] == "en"
    assert text(page, ".action-box__title") == "How to do it"
    assert text(page, ".breadcrumb") == "Home Services A–Z Register a dog"
    assert "Who is responsible" in [heading.get_text() for heading in page.select("h2")]


def test_what_stays_german_in_english_says_so(tiny: Portal) -> None:
    page = tiny.pages["/leistungen/hund-anmelden/en/"]
    names = page.select(".office-card__name a span")
    assert names
    assert {str(name["lang"]) for name in names} == {"de"}


def test_links_stay_in_the_language_where_they_can(tiny: Portal) -> None:
    page = tiny.pages["/leistungen/en/"]
    links = {str(a["href"]): a.get_text() for a in page.select(".a-z-list__link--title")}
    assert links["/leistungen/hund-anmelden/en/"] == "Register a dog"
    assert links["/leistungen/gewerbe-anmelden/"] == "Gewerbe anmelden (in German)"
    assert [str(a["href"]) for a in page.select(".site-header__nav a")] == [
        *("/themen/en/", "/leistungen/en/", "/formulare/en/", "/stellen/en/", "/suche/en/")
    ]


def test_a_list_in_leichte_sprache_says_what_is_not(tiny: Portal) -> None:
    found = tiny.pages["/leistungen/de-simple/"].select_one('a[href="/leistungen/gewerbe-anmelden/"]')
    assert found is not None
    assert found.get_text() == "Gewerbe anmelden (auf Deutsch, nicht in Leichter Sprache)"
    assert [str(part["lang"]) for part in found.select("span")] == ["de"]


@pytest.mark.parametrize("address", [address for address in IN_LANGUAGES if address.endswith("/en/")])
def test_what_an_english_page_does_not_mark_as_german_is_not_german(address: str, tiny: Portal) -> None:
    page = BeautifulSoup(tiny.html(address), "html.parser")
    for german in page.select('[lang^="de"], script, .office-card__address, .site-footer__operator'):
        german.decompose()
    assert page.body is not None
    assert set(re.findall(r"\w*[äöüßÄÖÜ]\w*", page.body.get_text())) <= {"Großstadt"}


def test_scripts_get_words_on_pages_that_are_not_german(tiny: Portal) -> None:
    assert tiny.pages["/"].find(id="texts") is None
    found = tiny.pages["/en/"].find(id="texts")
    assert isinstance(found, Tag)
    assert '"Vorschläge":"Suggestions"' in found.get_text()


def test_the_search_gets_the_titles_of_its_language(world: Catalog) -> None:
    offers = directory(world, world.municipalities["grossstadt"]).offers
    assert b'"/leistungen/hund-anmelden/en/", "title": "Register a dog"' in titles(offers, Language.ENGLISH)
    assert b"gewerbe-anmelden" not in titles(offers, Language.ENGLISH)


def test_the_words_of_editors_in_a_text_of_ours_stay_text(english: Environment) -> None:
    home = english.get_template("components/town-choice/town-choice.html").module
    town = {"short_name": "<b>x</b>", "phone": "1", "portal_url": "https://x.example", "slug": "x"}
    html = home.town_choice(asked([{"town": town, "is_offered": False}]), "/")  # type: ignore[attr-defined]
    assert "<b>" not in html
