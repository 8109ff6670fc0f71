"""Without JavaScript everything is there; only instant search is missing."""

from collections import deque
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visitor
from tests.portals import Portal

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """The home page in a browser that runs no scripts."""
    return visitor.opens("/", java_script_enabled=False)


def links(page: Page) -> list[str]:
    """Own addresses of the links that can be seen, in their order."""
    found = page.locator("a:visible").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    return [urlsplit(address).path for address in found if address.startswith("/")]


def clicks_from_home(portal: Portal) -> dict[str, int]:
    """How many clicks every page of the portal is away, by the links in its source."""
    away = {"/": 0}
    waiting = deque(away)
    while waiting:
        here = waiting.popleft()
        for link in portal.pages[here].find_all("a", href=True):
            target = urlsplit(str(link["href"]))
            if not target.scheme and target.path in portal.pages and target.path not in away:
                away[target.path] = away[here] + 1
                waiting.append(target.path)
    return away


def test_every_service_is_at_most_three_clicks_away(demo: Portal, page: Page) -> None:
    away = clicks_from_home(demo)
    services = [address for address in demo.whole_pages if address.startswith("/leistungen/")]
    assert {address: away.get(address) for address in services if away.get(address, 9) > 3} == {}
    assert max(away.values()) <= 3
    assert {address for address in links(page) if away[address] > 1} == set()


def test_two_visible_clicks_lead_to_every_service(page: Page, visitor: Visitor, demo: Portal) -> None:
    page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Leistungen A–Z").click()
    expect(page).to_have_url(f"{visitor.site}/leistungen/")
    whole = demo.whole_pages
    german = {address for address in whole if address.count("/") == 3 and address.startswith("/leistungen/")}
    assert german <= set(links(page))


def test_the_search_form_leads_to_the_whole_list_with_the_words_of_the_people(page: Page, visitor: Visitor) -> None:
    page.get_by_role("searchbox").fill("welpe")
    page.get_by_role("button", name="Suchen").click()
    expect(page).to_have_url(f"{visitor.site}/suche/?q=welpe")
    everything = page.locator("#search-static")
    expect(everything).to_be_visible()
    expect(everything.locator("li", has_text="perso beantragen").first).to_contain_text("Personalausweis beantragen")
    assert everything.get_by_role("link", name="Reisepass beantragen").count() > 1


@pytest.mark.parametrize("address", ["/leistungen/", "/suche/"])
@pytest.mark.parametrize("letter", ["H", "W"])
def test_a_letter_jumps_to_its_entries_however_far_below(
    letter: str, address: str, page: Page, visitor: Visitor
) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(visitor.site + address)
    page.get_by_role("navigation", name="Anfangsbuchstaben").get_by_role("link", name=letter, exact=True).click()
    expect(page).to_have_url(f"{visitor.site}{address}#buchstabe-{letter.lower()}")
    expect(page.get_by_role("heading", name=letter, exact=True)).to_be_in_viewport()


def test_who_comes_back_to_a_long_list_finds_the_place_again(page: Page, visitor: Visitor) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(f"{visitor.site}/leistungen/#buchstabe-w")
    link = page.get_by_role("region", name="W", exact=True).get_by_role("link").nth(20)
    link.click()
    page.go_back()
    expect(link).to_be_in_viewport()


def test_a_checklist_can_be_read_and_ticked(page: Page, visitor: Visitor) -> None:
    page.goto(f"{visitor.site}/leistungen/gewerbe-anmelden/")
    first = page.get_by_role("checkbox", name="Personalausweis oder Reisepass")
    expect(first).to_be_visible()
    first.check()
    expect(first).to_be_checked()


def test_a_page_shows_no_message_that_waits_for_a_script(page: Page, visitor: Visitor) -> None:
    page.goto(f"{visitor.site}/suche/?q=hund")
    for text in ("Die Suche ist nicht geladen", "Dazu haben wir nichts gefunden"):
        assert text not in page.locator("body").inner_text()
