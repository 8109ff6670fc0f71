"""What somebody does who has never seen the portal, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = pytest.mark.browser

WSP = "https://service.wirtschaft.nrw/antrag/gewerbemeldung-leistungsauswahl/"


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_perso_leads_to_the_identity_card_with_one_word_and_one_click(width: int, visitor: Visitor) -> None:
    page = visitor.opens("/", width)
    page.get_by_role("combobox").fill("perso")
    page.get_by_role("option", name="Personalausweis beantragen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personalausweis beantragen")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_trade_leads_on_to_the_right_address_and_says_what_to_choose_there(width: int, visitor: Visitor) -> None:
    page = visitor.opens("/", width)
    page.get_by_role("combobox").fill("Gewerbe anmelden")
    page.get_by_role("option", name="Gewerbe anmelden", exact=True).click()
    first = page.locator(".action-box__way").first
    expect(first.get_by_role("link").first).to_have_attribute("href", WSP)
    expect(first).to_contain_text("Weiter bei Wirtschafts-Service-Portal.NRW, betrieben von:")
    expect(first).to_contain_text("Dort wählen: Wählen Sie „Gewerbe Anmeldung“.")


def test_the_way_to_act_is_seen_without_scrolling_on_a_phone(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/")
    box = page.locator(".action-box__title").bounding_box()
    assert box
    assert box["y"] < 800


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("personalausweis", "Personalausweis beantragen"),
        ("pass", "Reisepass beantragen"),
        ("führerschein", "Führerschein beantragen"),
        ("fuehrerschein", "Führerschein beantragen"),
        ("FÜHRERSCHEIN", "Führerschein beantragen"),
        ("hundesteuer", "Hund anmelden"),
    ],
)
def test_the_search_page_finds_what_people_call_it(word: str, title: str, visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    page.get_by_role("searchbox").fill(word)
    expect(page.locator(".result__title").filter(has_text=title).first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Treffer für")
    expect(page.locator("#search-static")).to_be_hidden()


def test_matched_words_are_marked(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    expect(page.locator(".result__title mark").first).to_have_text(re.compile("hund", re.IGNORECASE))


def test_an_unknown_word_shows_help(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=xyzqwv")
    expect(page.get_by_role("heading", name="Dazu haben wir nichts gefunden")).to_be_visible()
    expect(page.locator(".search-empty").get_by_role("link", name="115")).to_have_attribute("href", "tel:115")
    expect(page.get_by_role("status")).to_have_text("Keine Treffer für „xyzqwv“")


def test_an_address_with_a_query_can_be_shared(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund+anmelden")
    expect(page.get_by_role("searchbox")).to_have_value("hund anmelden")
    expect(page.locator(".result__title").first).to_have_text("Hund anmelden")


def test_typing_keeps_the_address_up_to_date(visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    page.get_by_role("searchbox").fill("hund")
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund")


def test_the_form_on_any_page_leads_to_the_search_page(visitor: Visitor) -> None:
    page = visitor.opens("/themen/")
    page.get_by_role("combobox").fill("hund")
    page.get_by_role("button", name="Suchen").click()
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund")
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_back_returns_to_the_query_before(visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    for word in ("hund", "heirat"):
        page.get_by_role("searchbox").fill(word)
        page.get_by_role("button", name="Suchen").click()
        expect(page.get_by_role("status")).to_contain_text(word)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("hund")
    expect(page.get_by_role("status")).to_contain_text("„hund“")


def test_back_from_a_service_returns_to_the_hits(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    page.locator(".result__title a").first.click()
    page.wait_for_url("**/leistungen/**")
    page.go_back()
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_emptying_the_field_brings_the_list_back(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    expect(page.locator("#search-static")).to_be_hidden()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#search-static")).to_be_visible()
    expect(page.locator(".result-list")).to_have_count(0)


def unreachable(page: Page) -> None:
    page.route("**/search-*.json", lambda route: route.abort())


def test_without_its_index_the_search_says_so_and_keeps_the_list(visitor: Visitor) -> None:
    page = visitor.blank()
    unreachable(page)
    page.goto(f"{visitor.site}/suche/?q=hund")
    expect(page.locator(".search-failed")).to_contain_text("Die Suche ist nicht geladen")
    expect(page.locator("#search-static")).to_be_visible()
    expect(page.locator("#search-static").get_by_role("link", name="Hund anmelden").first).to_be_visible()


def test_another_try_works_when_the_index_is_back(visitor: Visitor) -> None:
    page = visitor.blank()
    unreachable(page)
    page.goto(f"{visitor.site}/suche/?q=hund")
    retry = page.get_by_role("button", name="Erneut versuchen")
    expect(retry).to_be_visible()
    page.unroute("**/search-*.json")
    retry.click()
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_a_broken_index_is_a_failure_too(visitor: Visitor) -> None:
    def broken(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body="{")

    page = visitor.blank()
    page.route("**/search-*.json", broken)
    page.goto(f"{visitor.site}/suche/?q=hund")
    expect(page.locator(".search-failed")).to_be_visible()


@pytest.mark.parametrize("text", ["hund~99999", "__proto__", "+-:*^~", "<img src=x onerror=alert(1)>", "a" * 120, "🐕"])
def test_whatever_is_typed_the_search_answers(text: str, visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    page.get_by_role("searchbox").fill(text)
    expect(page.get_by_role("status")).to_contain_text(text[:100])
    assert page.locator("main img").count() == 0
