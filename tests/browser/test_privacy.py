"""Nothing leaves the site and nothing is kept in the browser; the policy of every page is kept without a complaint."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.test_axe import findings
from tests.portals import DEMO_KINDS, Portal

pytestmark = pytest.mark.browser

KEPT = """async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
FORM = "https://formulare.kreis-rurland.example/hund-anmelden"
NOTHING = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}


@dataclass
class Witness:
    """What a page asked for and what its console said."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.context.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture
def witness() -> Witness:
    """A fresh witness."""
    return Witness()


def foreign(witness: Witness, site: str) -> list[str]:
    return [url for url in witness.requests if not url.startswith((f"{site}/", "data:"))]


@pytest.mark.parametrize("kind", DEMO_KINDS)
def test_a_page_asks_nobody_else_and_keeps_nothing(kind: str, visitor: Visitor, witness: Witness) -> None:
    page = visitor.blank()
    witness.watch(page)
    page.goto(visitor.site + DEMO_KINDS[kind], wait_until="networkidle")
    assert witness.requests
    assert foreign(witness, visitor.site) == []
    assert witness.complaints == []
    assert page.evaluate(KEPT) == NOTHING
    assert page.context.cookies() == []


def fifty(portal: Portal) -> list[str]:
    """Pages from the first to the last address, as far apart as fifty can be, and one of each kind."""
    every = portal.addresses
    return sorted({every[number * len(every) // 50] for number in range(50)} | set(DEMO_KINDS.values()))


def test_a_walk_through_fifty_pages_asks_nobody_else_and_keeps_nothing(
    visitor: Visitor, witness: Witness, demo: Portal
) -> None:
    page = visitor.blank()
    witness.watch(page)
    addresses = fifty(demo)
    assert len(addresses) >= 50
    kept = {}
    for address in [*addresses, "/gibt-es-nicht/"]:
        page.goto(visitor.site + address)
        kept[address] = page.evaluate(KEPT)
    assert len(witness.requests) > len(addresses)
    assert foreign(witness, visitor.site) == []
    assert {address: found for address, found in kept.items() if found != NOTHING} == {}
    assert page.context.cookies() == []


def test_an_open_form_is_the_only_thing_from_elsewhere_and_leaves_nothing_here(
    visitor: Visitor, witness: Witness
) -> None:
    page = visitor.blank()
    witness.watch(page)
    page.route(f"{FORM}**", lambda route: route.fulfill(content_type="text/html", body="<title>F</title>"))
    page.goto(f"{visitor.site}/leistungen/hund-anmelden/", wait_until="networkidle")
    assert foreign(witness, visitor.site) == []
    page.get_by_role("button", name="Formular hier öffnen").click()
    page.wait_for_function("document.querySelector('iframe')?.src")
    page.wait_for_load_state("networkidle")
    assert {url.partition("?")[0] for url in foreign(witness, visitor.site)} == {FORM}
    assert page.evaluate(KEPT) == NOTHING


def test_the_switch_for_the_key_is_kept_under_the_name_that_the_text_says(visitor: Visitor) -> None:
    page = visitor.opens("/datenschutz/")
    (name,) = page.locator("main code").filter(has_text="fundstelle").all_text_contents()
    page.goto(f"{visitor.site}/hilfe/")
    page.get_by_role("checkbox").uncheck()
    assert page.evaluate("Object.keys(localStorage)") == [name]
    page.get_by_role("checkbox").check()
    assert page.evaluate(KEPT) == NOTHING


def test_a_search_from_the_first_letter_to_the_service_keeps_nothing(visitor: Visitor, witness: Witness) -> None:
    page = visitor.blank()
    witness.watch(page)
    page.goto(f"{visitor.site}/")
    page.get_by_role("combobox").fill("hund")
    page.get_by_role("option").last.click()
    page.wait_for_selector(".result-list")
    page.locator(".result__title a").first.click()
    page.wait_for_url("**/leistungen/**")
    assert any("/assets/search-" in url for url in witness.requests)
    assert foreign(witness, visitor.site) == []
    assert witness.complaints == []
    assert page.evaluate(KEPT) == NOTHING


def test_what_is_typed_goes_nowhere_while_it_is_typed(visitor: Visitor, witness: Witness) -> None:
    page = visitor.blank()
    witness.watch(page)
    page.goto(f"{visitor.site}/suche/")
    page.get_by_role("searchbox").fill("schulden")
    page.wait_for_selector(".result-list")
    assert [url for url in witness.requests if "schulden" in url] == []


def test_the_search_file_is_not_fetched_before_somebody_searches(visitor: Visitor, witness: Witness) -> None:
    page = visitor.blank()
    witness.watch(page)
    page.goto(f"{visitor.site}/leistungen/gewerbe-anmelden/", wait_until="networkidle")
    assert [url for url in witness.requests if "search-" in url or "worker-" in url] == []


def test_the_policy_refuses_what_somebody_might_smuggle_in(visitor: Visitor, witness: Witness) -> None:
    page = visitor.blank()
    witness.watch(page)
    page.goto(f"{visitor.site}/")
    page.evaluate("""() => { const made = document.createElement("div");
      made.innerHTML = '<img src="https://elsewhere.example/x.png" onerror="window.ran = true">';
      document.body.append(made); }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert len([text for text in witness.complaints if "Content Security Policy" in text]) >= 1


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_the_data_protection_text(width: int, visitor: Visitor) -> None:
    page = visitor.opens("/datenschutz/", width, bypass_csp=True)
    page.locator("main summary").click()
    assert findings(page) == {}
