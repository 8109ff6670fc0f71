"""Which pages a portal has and what they are given, for the town of Großstadt."""

import pytest

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.records import Language
from plugins.pages.a_z import Letter, a_to_z
from plugins.pages.view import View
from plugins.pages.views import related, views
from search import likeness
from search.documents import documents


@pytest.fixture(scope="module")
def pages(world: Catalog, grossstadt: Directory) -> dict[str, View]:
    """All views of the town by address."""
    return {view.url: view for view in views(world, grossstadt, likeness.related(documents(grossstadt)))}


def test_every_service_topic_office_and_page_has_an_address(pages: dict[str, View], grossstadt: Directory) -> None:
    expected = [
        *(offer.url for offer in grossstadt.offers),
        *(urls.topic(topic.slug) for topic in grossstadt.topics),
        *(urls.office(office.slug) for office in grossstadt.offices),
        *(urls.page(page.slug) for page in grossstadt.pages),
    ]
    assert set(expected) <= pages.keys()


def test_no_address_is_given_twice(world: Catalog, grossstadt: Directory) -> None:
    addresses = [view.url for view in views(world, grossstadt, likeness.related(documents(grossstadt)))]
    assert len(addresses) == len(set(addresses))


def test_every_address_ends_with_a_slash_but_that_of_the_404_page(pages: dict[str, View]) -> None:
    assert [address for address in pages if not address.endswith("/")] == ["/404.html"]


def test_a_service_in_three_languages_has_three_pages_that_name_each_other(pages: dict[str, View]) -> None:
    german = pages["/leistungen/hund-anmelden/"]
    assert dict(german.languages) == {
        "de": "/leistungen/hund-anmelden/",
        "de-simple": "/leistungen/hund-anmelden/de-simple/",
        "en": "/leistungen/hund-anmelden/en/",
        "x-default": "/leistungen/hund-anmelden/",
    }
    assert pages["/leistungen/hund-anmelden/en/"].languages == german.languages


def test_a_translation_has_its_own_title_and_speaks_its_language(pages: dict[str, View]) -> None:
    english = pages["/leistungen/hund-anmelden/en/"]
    assert english.title != "Hund anmelden"
    assert english.trail == (("Home", "/"), ("Services A–Z", "/leistungen/"))


def test_a_service_in_one_language_names_no_others(pages: dict[str, View]) -> None:
    assert pages["/leistungen/gewerbe-anmelden/"].languages == ()


def test_own_offices_come_before_those_of_the_kreis_and_of_others(pages: dict[str, View]) -> None:
    names = [name for name, _ in pages[urls.OFFICES].values["groups"]]
    assert names == ["Stadt Großstadt", "Kreis Muster", "Land", "Bund", "Kammer"]


def test_a_kreis_has_a_page_for_what_its_towns_provide_too(world: Catalog) -> None:
    kreis = directory(world, world.municipalities["kreis-muster"])
    addresses = {view.url for view in views(world, kreis, likeness.related(documents(kreis)))}
    assert {
        "/leistungen/fahrzeug-zulassen/",
        "/leistungen/hund-anmelden/",
        "/leistungen/hund-anmelden/en/",
    } <= addresses


def letter(grossstadt: Directory, name: str) -> Letter:
    return next(found for found in a_to_z(grossstadt)[Language.GERMAN] if found.name == name)


def test_umlauts_stand_under_their_letter(grossstadt: Directory) -> None:
    titles = [entry.title for found in a_to_z(grossstadt)[Language.GERMAN] for entry in found.entries if not entry.word]
    assert len(titles) == len(grossstadt.offers)
    assert [found.name for found in a_to_z(grossstadt)[Language.GERMAN]][-1].isascii()


def test_words_of_the_people_lead_to_the_service(grossstadt: Directory) -> None:
    welpe = [entry for entry in letter(grossstadt, "W").entries if entry.word == "Welpe"]
    assert [(entry.title, entry.url) for entry in welpe] == [("Hund anmelden", "/leistungen/hund-anmelden/")]


def test_what_begins_with_no_letter_comes_first(grossstadt: Directory) -> None:
    first = a_to_z(grossstadt)[Language.GERMAN][0]
    assert (first.name, first.id) == ("0–9", "buchstabe-0")
    assert '"Kiosk"' in first.entries[0].title or first.entries[0].word


def test_every_letter_has_an_anchor_of_its_own(grossstadt: Directory) -> None:
    anchors = [found.id for found in a_to_z(grossstadt)[Language.GERMAN]]
    assert len(anchors) == len(set(anchors))


def test_every_template_has_a_page_in_the_built_portal(pages: dict[str, View]) -> None:
    used = {view.template for view in pages.values()} | {"patterns"}
    assert used == {
        *("home", "service", "a-z", "topics", "topic", "offices", "office", "forms", "search", "page"),
        *("404", "patterns"),
    }


def test_a_kreis_leads_to_the_portals_of_its_towns(world: Catalog) -> None:
    kreis = directory(world, world.municipalities["kreis-muster"])
    home = next(view for view in views(world, kreis, likeness.related(documents(kreis))) if view.url == "/")
    assert [town.name for town in home.values["towns"]] == ["Stadt Großstadt", "Stadt Kleinstadt"]


def test_a_town_has_no_towns(pages: dict[str, View]) -> None:
    assert pages["/"].values["towns"] == ()


def test_what_fits_is_what_the_editor_names_then_what_is_alike() -> None:
    offered = ["gewerbe-anmelden", "kiosk-anmelden"]
    fitting = related(["kiosk-anmelden", "gibt-es-nicht"], ["gewerbe-anmelden", "kiosk-anmelden", "weg"], offered)
    assert fitting == ("kiosk-anmelden", "gewerbe-anmelden")


@pytest.mark.parametrize("count", [1, 4, 5])
def test_what_fits_is_filled_up_to_four_and_never_cut(count: int) -> None:
    assert "".join(related("abcdef"[:count], "abcdef", "abcdef")) == "abcdef"[: max(4, count)]
