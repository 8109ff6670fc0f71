"""The portal with nothing but a keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.portals import DEMO_KINDS

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  const box = focused.getBoundingClientRect();
  return { tag: focused.tagName, outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
           inside: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 };
}"""


@pytest.mark.parametrize("kind", DEMO_KINDS)
def test_the_first_stop_is_the_way_to_the_content(kind: str, visitor: Visitor) -> None:
    page = visitor.opens(DEMO_KINDS[kind])
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Zum Inhalt springen").first
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/leistungen/gewerbe-anmelden/", "/suche/"])
def test_every_stop_can_be_seen(address: str, visitor: Visitor) -> None:
    page = visitor.opens(address)
    for _ in range(40):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            return
        assert focus["inside"], focus
        assert focus["outline"] not in {"none", "hidden"}, focus
        assert focus["width"] >= 2, focus


def test_somebody_finds_and_opens_a_service_without_a_mouse(visitor: Visitor) -> None:
    page = visitor.opens("/")
    page.keyboard.press("/")
    page.keyboard.type("hund anmelden")
    page.wait_for_selector(".search-hits")
    press_until(page, "Tab", ".search-hits a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hund anmelden")


def press_until(page: Page, key: str, selector: str) -> None:
    for _ in range(5):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")


def test_enter_leads_to_the_search_page(visitor: Visitor) -> None:
    page = visitor.opens("/themen/")
    page.keyboard.press("/")
    page.keyboard.type("hund")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund")


@pytest.mark.parametrize("address", ["/", "/leistungen/gewerbe-anmelden/", "/suche/"])
def test_a_slash_leads_to_the_search_field(address: str, visitor: Visitor) -> None:
    page = visitor.opens(address)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_a_slash_in_the_field_is_a_slash(visitor: Visitor) -> None:
    page = visitor.opens("/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("a/b")
    expect(page.get_by_role("searchbox")).to_have_value("a/b")


def test_escape_closes_the_hits_and_stays_in_the_field(visitor: Visitor) -> None:
    page = visitor.opens("/")
    page.get_by_role("searchbox").fill("hund")
    page.wait_for_selector(".search-hits")
    page.keyboard.press("Escape")
    expect(page.locator(".search-hits")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("hund")


def test_leaving_the_form_closes_the_hits(visitor: Visitor) -> None:
    page = visitor.opens("/")
    page.get_by_role("searchbox").fill("hund")
    page.wait_for_selector(".search-hits")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".search-hits")).to_have_count(0)


def test_a_checklist_is_ticked_with_the_space_bar(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/")
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
