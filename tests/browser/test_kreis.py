"""Somebody on the portal of the Kreis who does not know that their town is competent."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.test_axe import findings
from tests.portals import Portal
from tests.serving import served

pytestmark = pytest.mark.browser

DOG = "/leistungen/hund-anmelden/"
IN_RURHEIM = "https://service.rurheim.example/leistungen/hund-anmelden/"


@pytest.fixture(scope="module")
def kreis_site(kreis: Portal) -> Iterator[str]:
    with served(kreis.folder) as address:
        yield address


@pytest.fixture
def resident(browser: Browser, kreis_site: str) -> Iterator[Visitor]:
    """A visitor of the portal of the Kreis."""
    found = Visitor(browser, kreis_site)
    with found.closing:
        yield found


def towns(page: Page) -> list[str]:
    return [text.removesuffix(" ↗") for text in page.locator(".town-choice__towns a").all_inner_texts()]


def test_three_actions_lead_from_a_search_to_the_form_of_the_own_town(resident: Visitor, visitor: Visitor) -> None:
    page = resident.opens("/")
    page.get_by_role("combobox").fill("hund anmelden")
    page.get_by_role("option", name="Hund anmelden", exact=True).click()
    expect(page.locator(".town-choice__towns").get_by_role("link", name="Rurheim")).to_have_attribute(
        "href", IN_RURHEIM
    )
    first = visitor.opens(DOG).locator(".action-box__way").first
    expect(first.get_by_role("link").first).to_have_attribute(
        "href", "https://formulare.kreis-rurland.example/hund-anmelden?ars=053990004004"
    )


def test_the_search_says_that_the_town_is_competent(resident: Visitor) -> None:
    page = resident.opens("/suche/?q=hund+anmelden")
    expect(page.locator(".result__meta").first).to_have_text("Ihre Stadt oder Gemeinde")


def test_the_chosen_town_stands_in_the_address_and_comes_first(resident: Visitor) -> None:
    page = resident.opens("/")
    page.locator("main").get_by_role("link", name="Rurheim", exact=True).first.click()
    expect(page).to_have_url(f"{resident.site}/leistungen/?ort=rurheim")
    page.locator("main").get_by_role("link", name="Hund anmelden", exact=True).first.click()
    expect(page).to_have_url(f"{resident.site}{DOG}?ort=rurheim")
    first = page.locator(".town-choice__towns a").first
    expect(first).to_have_attribute("href", IN_RURHEIM)
    expect(first).to_have_class("kern-btn kern-btn--primary")
    assert len(towns(page)) == 10


def test_the_search_keeps_the_town(resident: Visitor) -> None:
    page = resident.opens("/themen/?ort=rurheim")
    page.get_by_role("combobox").fill("hund")
    hit = page.get_by_role("option", name="Hund anmelden", exact=True)
    expect(hit).to_have_attribute("data-address", f"{resident.site}/leistungen/hund-anmelden/?ort=rurheim")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("searchbox").fill("hund ab")
    expect(page).to_have_url(f"{resident.site}/suche/?ort=rurheim&q=hund+ab")


@pytest.mark.parametrize("town", ["", "gibt-es-nicht", "%22%5D", "Rurheim"])
def test_a_town_that_does_not_exist_changes_nothing(town: str, resident: Visitor) -> None:
    page = resident.opens(f"{DOG}?ort={town}")
    assert towns(page) == sorted(towns(page))
    expect(page.locator(".kern-btn--primary[href]")).to_have_count(0)


def test_without_javascript_every_town_is_there(resident: Visitor) -> None:
    page = resident.opens(f"{DOG}?ort=rurheim", java_script_enabled=False)
    assert len(towns(page)) == 10
    home = resident.opens("/", java_script_enabled=False)
    home.locator("main").get_by_role("link", name="Rurheim", exact=True).first.click()
    expect(home.get_by_role("heading", level=1)).to_have_text("Leistungen von A bis Z")


def test_nothing_is_stored_in_the_browser(resident: Visitor) -> None:
    page = resident.opens(f"{DOG}?ort=rurheim")
    page.get_by_role("link", name="Themen").first.click()
    state = page.context.storage_state()
    assert (state.get("cookies"), state.get("origins")) == ([], [])


@pytest.mark.parametrize("address", ["/", f"{DOG}?ort=rurheim", "/leistungen/bewohnerparkausweis-beantragen/"])
def test_axe_finds_nothing_where_towns_are_listed(address: str, resident: Visitor) -> None:
    assert findings(resident.opens(address, bypass_csp=True)) == {}
