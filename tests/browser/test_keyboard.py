"""The portal with nothing but a keyboard."""

import re

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
    link = page.get_by_role("link", name=re.compile("^(Zum Inhalt springen|Skip to content)$")).first
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
    press_until(page, "Tab", "input[name=q]")
    page.keyboard.type("hund anmelden")
    expect(page.get_by_role("option", name="Hund anmelden", exact=True)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Hund anmelden")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hund anmelden")


def press_until(page: Page, key: str, selector: str) -> None:
    for _ in range(20):
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
    field = page.get_by_label("Was möchten Sie erledigen?")
    expect(field).to_be_focused()
    expect(field).to_have_value("")


def test_a_slash_in_the_field_is_a_slash(visitor: Visitor) -> None:
    page = visitor.opens("/")
    page.get_by_role("combobox").focus()
    page.keyboard.type("a/b")
    expect(page.get_by_role("combobox")).to_have_value("a/b")


@pytest.fixture
def suggesting(visitor: Visitor) -> Page:
    """The home page with seven options below the field, from the whole index: six services and the way to all hits."""
    page = visitor.opens("/")
    with page.expect_response("**/index.bin") as index:
        page.get_by_role("combobox").fill("auswei")
    index.value.finished()
    page.get_by_role("combobox").fill("ausweis")
    expect(page.get_by_role("option")).to_have_count(7)
    return page


def active(page: Page) -> str:
    """The text of the option that the field points to; empty for none."""
    pointed_to = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    return page.locator(f"#{pointed_to}").inner_text() if pointed_to else ""


def test_the_field_tells_that_it_has_suggestions(suggesting: Page) -> None:
    field = suggesting.get_by_role("combobox", name="Was möchten Sie erledigen?", expanded=True)
    expect(field).to_have_attribute("aria-autocomplete", "list")
    expect(field).to_have_attribute("aria-controls", str(suggesting.get_by_role("listbox").get_attribute("id")))
    expect(suggesting.get_by_role("listbox", name="Vorschläge").locator("a, button, input")).to_have_count(0)
    expect(suggesting.get_by_role("status")).to_have_text("6 Vorschläge, mit den Pfeiltasten auswählen")


def test_the_arrows_go_round_through_the_field(suggesting: Page) -> None:
    first = suggesting.get_by_role("option").first.inner_text()
    suggesting.keyboard.press("ArrowUp")
    assert active(suggesting) == "Alle Treffer anzeigen"
    suggesting.keyboard.press("ArrowDown")
    assert active(suggesting) == ""
    suggesting.keyboard.press("ArrowDown")
    assert active(suggesting) == first
    expect(suggesting.get_by_role("combobox")).to_have_value("ausweis")


def test_the_last_option_leads_to_all_hits(suggesting: Page, visitor: Visitor) -> None:
    suggesting.keyboard.press("ArrowUp")
    suggesting.keyboard.press("Enter")
    expect(suggesting).to_have_url(f"{visitor.site}/suche/?q=ausweis")


def test_home_and_end_move_in_the_text_and_leave_the_list(suggesting: Page) -> None:
    suggesting.keyboard.press("ArrowDown")
    suggesting.keyboard.press("Home")
    assert active(suggesting) == ""
    suggesting.keyboard.type("ein ")
    expect(suggesting.get_by_role("combobox")).to_have_value("ein ausweis")


def test_escape_closes_the_list_first_and_empties_the_field_then(suggesting: Page) -> None:
    suggesting.keyboard.press("Escape")
    expect(suggesting.get_by_role("listbox")).to_be_hidden()
    field = suggesting.get_by_role("combobox", expanded=False)
    expect(field).to_be_focused()
    expect(field).to_have_value("ausweis")
    suggesting.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_alt_and_arrow_open_the_list_without_choosing_and_close_it(suggesting: Page) -> None:
    suggesting.keyboard.press("Escape")
    suggesting.keyboard.press("Alt+ArrowDown")
    expect(suggesting.get_by_role("listbox")).to_be_visible()
    assert active(suggesting) == ""
    suggesting.keyboard.press("Alt+ArrowUp")
    expect(suggesting.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_leaving_the_field_closes_the_list(key: str, suggesting: Page) -> None:
    suggesting.keyboard.press(key)
    expect(suggesting.get_by_role("listbox")).to_be_hidden()
    expect(suggesting.get_by_role("combobox", expanded=False)).not_to_be_focused()


def test_the_active_option_can_be_seen_without_colours(suggesting: Page) -> None:
    suggesting.emulate_media(forced_colors="active")
    suggesting.keyboard.press("ArrowDown")
    option = suggesting.get_by_role("option", selected=True)
    expect(option).to_have_css("outline-style", "solid")
    expect(option).to_have_css("outline-width", "3px")


def test_facets_are_chosen_and_taken_back_without_a_mouse(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    expect(page.get_by_role("status")).to_contain_text("Treffer für „hund“")
    page.get_by_role("searchbox").focus()
    press_until(page, "Tab", "summary")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "[name=fuer]")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Bürgerinnen und Bürger")).to_be_checked()
    press_until(page, "Tab", "[name=nur]")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Nur online")).to_be_focused()
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund&fuer=buerger&nur=online")
    expect(page.get_by_role("status")).to_contain_text("Treffern für „hund“")
    press_until(page, "Tab", "[type=reset]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund")
    expect(page.locator("summary")).to_be_focused()


def test_a_checklist_is_ticked_with_the_space_bar(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/")
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
