"""A list of many services comes by letter: a page of letters, and a page for each of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.records import Audience, Language
from plugins.interface.speech import speech
from plugins.pages import listings
from plugins.pages.a_z import a_to_z
from plugins.pages.listings import Listings
from plugins.pages.view import View
from plugins.pages.views import views
from search import likeness
from search.documents import documents
from tests.pages.building import Builder
from tests.portals import TINY_URL

GERMAN = speech(Language.GERMAN)


@pytest.fixture
def is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of more than three services is a long one."""
    monkeypatch.setattr(listings, "MOST", 3)


@pytest.fixture
def pages(is_long: None, world: Catalog, grossstadt: Directory) -> dict[str, View]:
    """All views of a town with long lists, by address."""
    return {view.url: view for view in views(world, grossstadt, likeness.related(documents(grossstadt)))}


def test_up_to_a_thousand_services_stand_on_one_page(grossstadt: Directory) -> None:
    [page] = Listings(grossstadt).a_z(GERMAN)
    assert (page.url, page.parts, listings.MOST) == ("/leistungen/", (), 1000)


def test_a_long_a_z_is_a_page_of_letters_and_one_for_each(pages: dict[str, View], grossstadt: Directory) -> None:
    letters, overview = a_to_z(grossstadt)[Language.GERMAN], pages["/leistungen/"]
    assert (overview.values["letters"], overview.values["count"]) == ((), 11)
    assert [(part.name, part.services) for part in overview.parts] == [(one.name, one.count) for one in letters]
    assert [pages[part.url].values["letters"] for part in overview.parts] == [(one,) for one in letters]


def test_the_page_of_a_letter_says_what_it_is_part_of(pages: dict[str, View]) -> None:
    page = pages["/a-z/g/"]
    assert page.title == "Leistungen von A bis Z: G"
    assert page.description == "Alle Leistungen für Großstadt von A bis Z, mit Stichwörtern. Hier: G."
    assert page.trail == (("Startseite", "/"), ("Leistungen von A bis Z", "/leistungen/"))
    assert pages["/a-z/g/en/"].trail == (("Home", "/"), ("Services from A to Z", "/leistungen/"))


def test_a_letter_names_those_in_other_languages_that_have_it(pages: dict[str, View]) -> None:
    every = (("de", "/a-z/g/"), ("en", "/a-z/g/en/"), ("de-simple", "/a-z/g/de-simple/"), ("x-default", "/a-z/g/"))
    assert pages["/a-z/g/"].languages == pages["/a-z/g/en/"].languages == every


def test_a_letter_that_german_does_not_have_stands_for_itself(is_long: None, grossstadt: Directory) -> None:
    dog = grossstadt.by_slug["hund-anmelden"]
    xylophone = tuple(text.model_copy(update={"title": "Xylophone", "synonyms": ()}) for text in dog.translations)
    offers = (replace(dog, translations=xylophone), *(one for one in grossstadt.offers if one != dog))
    found = Listings(replace(grossstadt, offers=offers))
    english = {view.url: view.languages for view in found.audiences(speech(Language.ENGLISH))}
    german = {view.url for view in found.audiences(GERMAN)}
    assert english["/buergerinnen-und-buerger/x/en/"] == ()
    assert "/buergerinnen-und-buerger/x/" not in german


def test_the_letters_of_an_audience_show_each_of_its_services_once(
    pages: dict[str, View], grossstadt: Directory
) -> None:
    overview = pages["/buergerinnen-und-buerger/"]
    shown = [line for part in overview.parts for line in pages[part.url].values["offers"]]
    assert shown == [offer.lines[Language.GERMAN] for offer in grossstadt.by_audience[Audience.CITIZENS]]
    assert overview.values["offers"] == []


def test_the_search_leads_to_the_letters_and_still_has_the_words_of_corrections(pages: dict[str, View]) -> None:
    search = pages["/suche/"]
    assert (search.values["letters"], search.parts) == ((), pages["/leistungen/"].parts)
    assert {"Hund", "anmelden", "Hundesteuer", "Register"} <= set(search.values["words"].split())
    assert search.values["words"].split()[0] == "anmelden"


def test_everything_can_be_reached_without_javascript(is_long: None, build: Builder) -> None:
    def links(file: Path, selector: str) -> list[str]:
        soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        return [str(found["href"]) for found in soup.select(selector)]

    start = build.output / "leistungen" / "index.html"
    letters = links(start, ".a-z-list__jump")
    assert letters == links(build.output / "suche" / "index.html", "#search-static a")
    below = {link for letter in letters for link in links(build.output / letter[1:] / "index.html", ".a-z-list a")}
    services = {f"/leistungen/{folder.name}/" for folder in start.parent.iterdir() if folder.is_dir()}
    assert below == services - {"/leistungen/en/", "/leistungen/de-simple/"}


def test_the_page_of_a_letter_has_what_other_pages_have(is_long: None, build: Builder) -> None:
    page = BeautifulSoup((build.output / "a-z" / "g" / "index.html").read_text("utf-8"), "html.parser")
    texts = ["h1", ".a-z-list__jump[aria-current=page]", ".site-header__link[aria-current=page]"]
    assert [found.get_text() for text in texts for found in page.select(text)] == [
        "Leistungen von A bis Z: G",
        "G 4",
        "Leistungen A–Z",
    ]
    assert [found["href"] for found in page.select("link[rel=canonical]")] == [f"{TINY_URL}/a-z/g/"]
    assert "/a-z/g/</loc>" in (build.output / "sitemaps" / "1.xml").read_text("utf-8")


def test_an_edit_of_a_text_leaves_the_letters_as_a_clean_build_has_them(
    is_long: None, build: Builder, tmp_path: Path
) -> None:
    file = build.content / "services" / "hund-anmelden.md"
    file.write_text(file.read_text("utf-8") + "\nDas geht schnell.\n", "utf-8")
    build()
    clean = build.afresh(tmp_path / "clean")
    clean()
    every = [path.relative_to(clean.output) for path in clean.output.rglob("*.html")]
    assert len(every) > 84
    assert [path for path in every if (build.output / path).read_bytes() != (clean.output / path).read_bytes()] == []
