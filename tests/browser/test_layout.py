"""Nothing is cut off or scrolls sideways; dark is dark; paper shows what belongs on paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.portals import DEMO_KINDS, IN_LANGUAGES

pytestmark = pytest.mark.browser

SMALL = 320
ZOOMED = DESK // 2
"""A window of 1280 px at 200 % zoom has 640 CSS pixels, WCAG 1.4.10 asks for 320 (400 %)."""

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest("table, pre, .skip-link"))
  .map((part) => part.outerHTML.slice(0, 120))"""


def luminance(page: Page, selector: str = "body") -> float:
    """How bright the background of an element is: 0 black, 1 white."""
    pixels = page.evaluate(
        """(selector) => { const canvas = document.createElement("canvas").getContext("2d");
        canvas.fillStyle = getComputedStyle(document.querySelector(selector)).backgroundColor;
        canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; }""",
        selector,
    )
    return float(sum(weight * value / 255 for weight, value in zip((0.21, 0.72, 0.07), pixels, strict=False)))


@pytest.mark.parametrize("kind", DEMO_KINDS)
def test_nothing_scrolls_sideways(kind: str, visitor: Visitor) -> None:
    page = visitor.opens(DEMO_KINDS[kind])
    for width in (SMALL, PHONE, ZOOMED, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, page.evaluate(TOO_WIDE))
        assert page.evaluate(TOO_WIDE) == [], width


@pytest.mark.parametrize("address", IN_LANGUAGES)
def test_nothing_scrolls_sideways_on_a_phone_in_another_language(address: str, visitor: Visitor) -> None:
    page = visitor.opens(address, SMALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(TOO_WIDE)
    assert page.evaluate(TOO_WIDE) == []


def test_what_is_said_of_a_missing_language_fits_on_a_phone(visitor: Visitor) -> None:
    page = visitor.opens("/impressum/", SMALL)
    for name in ("English", "Leichte Sprache"):
        page.locator("summary", has_text=name).click()
        assert page.evaluate(TOO_WIDE) == []


def test_large_text_scrolls_sideways_nowhere(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/", ZOOMED)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(TOO_WIDE) == []


def test_hits_below_the_field_stay_on_the_screen(visitor: Visitor) -> None:
    page = visitor.opens("/", SMALL)
    page.get_by_role("combobox").fill("personalausweis")
    page.wait_for_selector(".suggestions")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("option").first).to_be_in_viewport()


def test_what_can_be_tapped_is_large_enough(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/")
    boxes = [part.bounding_box() for part in page.locator(".kern-btn:visible, input:visible").all()]
    assert boxes
    assert [box for box in boxes if box and min(box["width"], box["height"]) < 24] == []


def test_dark_is_dark_and_light_is_light(visitor: Visitor) -> None:
    assert luminance(visitor.opens("/", scheme="dark")) < 0.1
    assert luminance(visitor.opens("/", scheme="light")) > 0.9


def test_paper_shows_the_service_and_its_address_and_nothing_to_click_through(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/", DESK)
    page.emulate_media(media="print")
    for hidden in (".site-header__nav", ".site-footer", ".breadcrumb", ".search-form"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".checklist")).to_be_visible()
    expect(page.locator(".print-only")).to_contain_text("/leistungen/gewerbe-anmelden/")


def test_paper_is_white_even_where_the_screen_is_dark(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/", DESK, "dark")
    page.emulate_media(media="print")
    assert luminance(page) > 0.9 or luminance(page) == 0


def test_nothing_moves_for_those_who_asked_for_it(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/", reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((part) => {
      const style = getComputedStyle(part);
      return style.animationName !== "none" || style.scrollBehavior === "smooth";
    }).map((part) => part.outerHTML.slice(0, 80))""")
    assert moving == []
