"""Nothing leaves the site and nothing is kept in the browser; the policy of every page is kept without a complaint."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.portals import DEMO_KINDS

pytestmark = pytest.mark.browser

KEPT = """async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
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
