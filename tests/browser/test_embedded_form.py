"""A form inside the page: nothing of it is loaded before a click, and nothing from another host after it."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitor
from tests.browser.test_axe import findings

pytestmark = pytest.mark.browser

SERVICE = "/leistungen/hund-anmelden/"
FORM = "https://formulare.kreis-rurland.example/hund-anmelden?ars=053990004004"
BUTTON = "Formular hier öffnen"


def opened(visitor: Visitor, asked: list[str], **context: Any) -> Page:
    """The page of a service whose form server is played by the test, which notes what it is asked for."""

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/html", body="<title>F</title><label>Name des Hundes <input></label>")

    page = visitor.blank(**context)
    page.route(lambda url: not url.startswith(visitor.site), answer)
    page.goto(visitor.site + SERVICE, wait_until="networkidle")
    return page


def test_the_form_opens_on_a_click_and_not_before(visitor: Visitor) -> None:
    asked: list[str] = []
    page = opened(visitor, asked)
    expect(page.locator("iframe")).to_have_count(0)
    assert asked == []
    page.get_by_role("button", name=BUTTON).click()
    expect(page.frame_locator("iframe").get_by_label("Name des Hundes")).to_be_visible()
    assert asked == [FORM]


def test_the_frame_may_do_what_a_form_needs_and_learns_nothing_of_the_page(visitor: Visitor) -> None:
    page = opened(visitor, [])
    page.get_by_role("button", name=BUTTON).click()
    attributes = "(frame) => Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]))"
    assert page.locator("iframe").evaluate(attributes) == {
        "class": "embedded-form__frame",
        "src": FORM,
        "title": "Formular: Hund anmelden",
        "sandbox": "allow-forms allow-scripts allow-same-origin",
        "referrerpolicy": "no-referrer",
        "loading": "lazy",
    }


def test_the_page_says_who_gets_what_is_written_and_keeps_its_link(visitor: Visitor) -> None:
    page = opened(visitor, [])
    expect(page.locator(".embedded-form__note")).to_have_text(
        "Sie können das Formular auch hier ausfüllen. Ihr Browser lädt es dann von formulare.kreis-rurland.example,"
        " und Ihre Angaben gehen an den Betreiber: Kreis Rurland."
    )
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("link", name="Online erledigen")).to_have_attribute("href", FORM)


def test_what_was_written_is_still_there_after_closing_and_opening(visitor: Visitor) -> None:
    asked: list[str] = []
    page = opened(visitor, asked)
    button = page.get_by_role("button", name=BUTTON)
    button.click()
    page.frame_locator("iframe").get_by_label("Name des Hundes").fill("Bello")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("iframe")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.frame_locator("iframe").get_by_label("Name des Hundes")).to_have_value("Bello")
    assert asked == [FORM]


@pytest.mark.parametrize("address", [SERVICE, "/leistungen/gewerbe-anmelden/"])
def test_a_frame_from_another_host_is_refused_on_every_page(address: str, visitor: Visitor) -> None:
    asked: list[str] = []
    page = opened(visitor, asked)
    page.goto(visitor.site + address)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.evaluate("""() => { const frame = document.createElement("iframe");
      frame.src = "https://elsewhere.example/"; document.body.append(frame); }""")
    page.wait_for_timeout(300)
    assert asked == []
    assert any("Content Security Policy" in text for text in complaints)


def test_without_javascript_there_is_the_link_alone(visitor: Visitor) -> None:
    asked: list[str] = []
    page = opened(visitor, asked, java_script_enabled=False)
    expect(page.locator(".embedded-form")).to_be_hidden()
    expect(page.get_by_role("link", name="Online erledigen")).to_be_visible()
    assert asked == []


def test_axe_finds_nothing_beside_an_open_form(visitor: Visitor) -> None:
    page = opened(visitor, [], bypass_csp=True)
    page.get_by_role("button", name=BUTTON).click()
    page.frame_locator("iframe").get_by_label("Name des Hundes").wait_for()
    assert findings(page) == {}
