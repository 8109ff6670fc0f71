"""The search in a real browser, under the strictest policy: no inline script, nothing from elsewhere."""

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.node import HERE, ROOT, needs_node

POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'"

pytestmark = [
    pytest.mark.browser,
    needs_node,
]


@dataclass
class Site:
    """A small site on a port of its own; the search file can be made to fail or to hang."""

    address: str = ""
    broken: bool = False
    available: threading.Event = field(default_factory=threading.Event)
    asked_for: list[str] = field(default_factory=list)


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, site: Site, folder: Path) -> None:
        self.site = site
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.site.asked_for.append(self.path)
        if self.path.startswith("/assets/search.json"):
            self.site.available.wait(30)
            if self.site.broken:
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
                return
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, search_file: Path) -> Path:
    target = shutil.copytree(HERE / "site", tmp_path_factory.mktemp("site") / "site")
    scripts = {"enhance": "enhance.mjs", "worker": "search/worker.mjs"}
    for name, source in scripts.items():
        entry = ROOT / "theme" / "scripts" / source
        outfile = target / "assets" / f"{name}.mjs"
        esbuild = [str(ROOT / "node_modules/.bin/esbuild"), str(entry), "--bundle", "--format=esm", "--minify"]
        subprocess.run([*esbuild, f"--outfile={outfile}", "--log-level=warning"], check=True)
    shutil.copy(search_file, target / "assets" / "search.json")
    return target


@pytest.fixture
def site(folder: Path) -> Iterator[Site]:
    served = Site()
    served.available.set()
    handler = functools.partial(Handler, site=served, folder=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        served.address = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        yield served
        served.available.set()
        server.shutdown()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=site.address, locale="de-DE")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    yield opened
    context.close()
    assert complaints == []


def fetched(site: Site) -> list[str]:
    return [path for path in site.asked_for if path in {"/assets/worker.mjs", "/assets/search.json"}]


def test_nothing_is_loaded_before_somebody_is_about_to_search(page: Page, site: Site) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert fetched(site) == []
    page.focus("#q")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert fetched(site) == ["/assets/worker.mjs", "/assets/search.json"]


def test_hits_appear_under_the_field_while_typing(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("personalausweis")
    links = page.locator("[data-search-hits] a")
    expect(links.filter(has_text="Personalausweis beantragen").first).to_be_visible()
    assert links.count() == 7
    expect(links.first.locator("mark")).to_have_text("Personalausweis")
    expect(links.last).to_have_text("Alle Treffer anzeigen")
    expect(links.last).to_have_attribute("href", page.url + "suche/?q=personalausweis")


def test_escape_closes_the_hits_and_keeps_the_text(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("hund")
    expect(page.locator("[data-search-hits] a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-hits] a")).to_have_count(0)
    expect(page.locator("#q")).to_have_value("hund")


def test_tab_reaches_the_hits_and_leaving_the_form_closes_them(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("hund")
    expect(page.locator("[data-search-hits] a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-search-hits] a").first).to_be_focused()
    page.focus("#other")
    expect(page.locator("[data-search-hits] a")).to_have_count(0)


def test_a_slash_reaches_the_search_field_but_not_while_typing(page: Page) -> None:
    page.goto("/")
    page.focus("#other")
    page.keyboard.press("/")
    expect(page.locator("#other")).to_have_value("/")
    page.locator("a").first.focus()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("")


def test_the_form_leads_to_the_search_page(page: Page) -> None:
    page.goto("/")
    page.fill("#q", "hund")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche/?q=hund")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")


def test_the_search_page_shows_what_the_address_asks_for(page: Page) -> None:
    page.goto("/suche/?q=hunde")
    first = page.locator("ol.result-list[role=list] > li.result").first
    expect(first.locator("h2.result__title > a.kern-link")).to_have_attribute(
        "href", "/portal/leistungen/hund-anmelden/"
    )
    expect(first.locator("h2 mark")).to_have_text("Hund")
    badges = first.locator(".result__meta > .kern-badge.kern-badge--info > .kern-label")
    expect(badges).to_have_text(["Online", "Persönlich"])
    expect(first.locator(".result__meta")).to_contain_text("Stadt Lindbroich")
    expect(page.locator("#search-status")).to_contain_text("Treffer für „hunde“")
    expect(page.locator("#search-static")).to_be_hidden()
    expect(page.locator("#q")).to_have_value("hunde")


def test_typing_replaces_the_address_and_an_empty_field_brings_the_list_back(page: Page) -> None:
    page.goto("/suche/")
    entries = page.evaluate("history.length")
    page.locator("#q").press_sequentially("kneipe")
    expect(page.locator(".result").first).to_contain_text("Gaststättenerlaubnis")
    page.wait_for_url("**/suche/?q=kneipe")
    page.fill("#q", "")
    expect(page.locator("#search-static")).to_be_visible()
    expect(page.locator(".result")).to_have_count(0)
    expect(page.locator("#search-status")).to_have_text("")
    assert page.url.endswith("/suche/")
    assert page.evaluate("history.length") == entries


def test_back_returns_to_the_query_submitted_before(page: Page) -> None:
    page.goto("/suche/?q=hund")
    page.fill("#q", "kneipe")
    page.keyboard.press("Enter")
    expect(page.locator(".result").first).to_contain_text("Gaststättenerlaubnis")
    page.go_back()
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")
    expect(page.locator("#q")).to_have_value("hund")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("kneipe")


def test_without_hits_the_page_says_so(page: Page) -> None:
    page.goto("/suche/?q=qqqqqq")
    expect(page.locator("#search-results > .empty")).to_be_visible()
    expect(page.locator("#search-status")).to_have_text("Keine Treffer für „qqqqqq“")


def test_markup_in_a_query_stays_text(page: Page) -> None:
    page.goto("/suche/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20hund")
    expect(page.locator(".result").first).to_contain_text("Hund")
    expect(page.locator("#search-status")).to_contain_text("<img src=x onerror=alert(1)> hund")
    expect(page.locator("img")).to_have_count(0)


def test_after_a_failure_another_try_works(page: Page, site: Site) -> None:
    site.broken = True
    page.goto("/suche/?q=hund")
    expect(page.locator("#search-results > .failed")).to_be_visible()
    site.broken = False
    page.click("[data-retry]")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")
    expect(page.locator("#q")).to_be_focused()


def test_a_search_that_hangs_is_given_up_after_eight_seconds(page: Page, site: Site) -> None:
    site.available.clear()
    page.clock.install()
    page.goto("/suche/?q=hund")
    page.wait_for_timeout(200)
    page.clock.fast_forward(7_000)
    expect(page.locator("#search-results > .failed")).to_have_count(0)
    page.clock.fast_forward(1_500)
    expect(page.locator("#search-results > .failed")).to_be_visible()
    site.available.set()
    page.click("[data-retry]")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")
