"""A visitor who reads English or Leichte Sprache."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def test_a_search_in_english_leads_to_pages_in_english(visitor: Visitor) -> None:
    page = visitor.opens("/suche/en/?q=register+dog")
    first = page.locator(".result__title a").first
    expect(first).to_have_text("Register a dog")
    expect(first).to_have_attribute("href", "/leistungen/hund-anmelden/en/")
    expect(page.locator("#search-status")).to_contain_text("results for “register dog”")


def test_a_german_hit_on_an_english_page_says_so(visitor: Visitor) -> None:
    page = visitor.opens("/suche/en/?q=versteigerergewerbe")
    first = page.locator(".result__title a").first
    expect(first).to_contain_text("(in German)")
    assert first.locator("span").first.get_attribute("lang") == "de"


def test_suggestions_speak_the_language_of_the_page(visitor: Visitor) -> None:
    page = visitor.opens("/en/")
    page.get_by_role("combobox").fill("dog")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    expect(page.get_by_role("option", name="Register a dog", exact=True)).to_be_visible()
    expect(page.get_by_role("option", name="Show all results")).to_be_visible()


def test_leichte_sprache_says_which_pages_are_not_in_it(visitor: Visitor) -> None:
    page = visitor.opens("/suche/de-simple/?q=reisepass")
    expect(page.locator(".result__title a").first).to_contain_text("(auf Deutsch, nicht in Leichter Sprache)")


def test_a_typing_error_in_english_is_answered_in_english(visitor: Visitor) -> None:
    page = visitor.opens("/suche/en/?q=resiepass")
    expect(page.locator(".did-you-mean")).to_contain_text("Did you mean")


def test_the_menu_can_be_used_with_the_keyboard(visitor: Visitor) -> None:
    page = visitor.opens("/impressum/")
    page.locator("summary", has_text="English").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Services in Rurheim")


def test_the_opening_state_is_said_in_english(visitor: Visitor) -> None:
    page = visitor.blank()
    page.clock.set_fixed_time("2026-11-22T12:00:00+01:00")
    page.goto(f"{visitor.site}/stellen/buergerbuero/en/")
    expect(page.locator(".opening-hours__now strong").first).to_have_text("Closed now – opens tomorrow at 8:00")
