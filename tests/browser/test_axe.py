"""axe finds nothing on any kind of page: on a phone and a desk, light and dark."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.portals import DEMO_KINDS, IN_LANGUAGES, PROJECT

pytestmark = pytest.mark.browser

AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
REPORT = """async () => (await axe.run()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html + " " + node.any.map((a) => a.message)).join(" | ")}`)"""


def findings(page: Page) -> dict[str, Any]:
    """What axe objects to, by width and colour scheme."""
    if not AXE.is_file():
        pytest.fail("axe-core is not installed: make setup-test")
    page.evaluate(AXE.read_text("utf-8"))
    found = {}
    for width in (PHONE, DESK):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            violations = page.evaluate(REPORT)
            if violations:
                found[f"{width} px, {scheme}"] = violations
    return found


@pytest.mark.parametrize("kind", DEMO_KINDS)
def test_axe_finds_nothing_on_a_page_of_this_kind(kind: str, visitor: Visitor) -> None:
    page = visitor.opens(DEMO_KINDS[kind], bypass_csp=True)
    assert findings(page) == {}, json.dumps(findings(page), indent=1, ensure_ascii=False)


@pytest.mark.parametrize("address", IN_LANGUAGES)
def test_axe_finds_nothing_in_another_language(address: str, visitor: Visitor) -> None:
    page = visitor.opens(address, bypass_csp=True)
    assert findings(page) == {}, json.dumps(findings(page), indent=1, ensure_ascii=False)


def test_axe_finds_nothing_where_a_page_says_that_it_is_not_in_a_language(visitor: Visitor) -> None:
    page = visitor.opens("/impressum/", bypass_csp=True)
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_text("This page is not available in English.")).to_be_visible()
    assert findings(page) == {}


def test_axe_finds_nothing_among_hits_in_english(visitor: Visitor) -> None:
    page = visitor.opens("/suche/en/?q=dog", bypass_csp=True)
    page.wait_for_selector(".result-list")
    assert findings(page) == {}


def test_axe_finds_nothing_on_a_page_that_does_not_exist(visitor: Visitor) -> None:
    assert findings(visitor.opens("/gibt/es/nicht", bypass_csp=True)) == {}


def test_axe_finds_nothing_among_hits(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=ausweis", bypass_csp=True)
    page.wait_for_selector(".result-list")
    assert findings(page) == {}


def test_axe_finds_nothing_where_nothing_was_found(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=xyzqwv", bypass_csp=True)
    page.wait_for_selector(".search-empty")
    assert findings(page) == {}


def test_axe_finds_nothing_where_the_search_failed(visitor: Visitor) -> None:
    page = visitor.blank(bypass_csp=True)
    page.route("**/search-*/*.bin", lambda route: route.abort())
    page.goto(f"{visitor.site}/suche/?q=hund")
    page.wait_for_selector(".search-failed")
    assert findings(page) == {}


@pytest.mark.parametrize("address", ["/", "/leistungen/gewerbe-anmelden/"])
def test_axe_finds_nothing_while_suggestions_are_shown_and_one_is_active(address: str, visitor: Visitor) -> None:
    page = visitor.opens(address, bypass_csp=True)
    page.get_by_role("combobox").fill("hund")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert findings(page) == {}
    expect(page.get_by_role("option", selected=True)).to_have_count(1)


def test_axe_finds_nothing_with_facets_open_and_chosen(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=anmelden&nur=online&thema=gewerbe", DESK, bypass_csp=True)
    page.wait_for_selector(".result-list")
    expect(page.get_by_role("checkbox", name="Nur online")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Alle [0-9]+ anzeigen$")).click()
    assert findings(page) == {}


def test_axe_finds_nothing_where_the_filters_leave_nothing(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund&fuer=unternehmen&zustaendig=Bund", bypass_csp=True)
    page.wait_for_selector(".search-filtered")
    assert findings(page) == {}


def test_axe_finds_nothing_beside_a_correction_at_200_percent(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=resiepass", DESK // 2, bypass_csp=True, device_scale_factor=2)
    page.wait_for_selector(".did-you-mean")
    assert findings(page) == {}
