"""The search in a real browser, under the strictest policy: no inline script, nothing from elsewhere."""

import functools
import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.catalog.today import berlin_today
from plugins.pages import assets
from search import browser_index, layout, ranking
from search.documents import SearchDocument
from search.ranking import Searchable
from tests.search.node import HERE, ROOT, needs_node
from tests.search.queries import judged_and_generated

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
    held: str = "/index.bin"
    available: threading.Event = field(default_factory=threading.Event)
    asked_for: list[str] = field(default_factory=list)


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, site: Site, folder: Path) -> None:
        self.site = site
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.site.asked_for.append(self.path)
        if self.path.endswith(self.site.held):
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
def folder(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> Path:
    target = shutil.copytree(HERE / "site", tmp_path_factory.mktemp("site") / "site")
    scripts = {"enhance": "enhance.mjs", "worker": "search/worker.mjs"}
    for name, source in scripts.items():
        entry = ROOT / "theme" / "scripts" / source
        outfile = target / "assets" / f"{name}.mjs"
        esbuild = [str(ROOT / "node_modules/.bin/esbuild"), str(entry), "--bundle", "--format=esm", "--minify"]
        subprocess.run([*esbuild, f"--outfile={outfile}", "--log-level=warning"], check=True)
    put(files, target)
    return target


def put(files: Mapping[str, bytes], target: Path) -> None:
    """The search files and their pointer, as a build writes them."""
    for name, data in assets.behind_pointer(files).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def remove(files: Mapping[str, bytes], target: Path) -> None:
    """What the next deployment does to the files of the last one."""
    for name in assets.behind_pointer(files):
        (target / name).unlink()


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
    paths = [re.sub("search-[0-9a-f]{8}", "search-digest", path) for path in site.asked_for]
    return sorted(path for path in paths if "worker" in path or "search" in path)


def test_only_the_pointer_is_loaded_before_somebody_is_about_to_search(page: Page, site: Site) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert fetched(site) == ["/assets/search.json"]
    page.focus("#q")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert fetched(site) == ["/assets/search-digest/index.bin", "/assets/search.json", "/assets/worker.mjs"]


def test_suggestions_appear_under_the_field_while_typing(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("personalausweis")
    options = page.get_by_role("listbox", name="Vorschläge").get_by_role("option")
    expect(options.filter(has_text="Personalausweis beantragen").first).to_be_visible()
    assert options.count() == 7
    expect(options.first.locator("mark")).to_contain_text("Personalausweis")
    expect(options.last).to_have_text("Alle Treffer anzeigen")
    options.last.click()
    page.wait_for_url("**/suche/?q=personalausweis")


def test_a_click_with_control_opens_a_suggestion_in_a_new_tab(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("hund")
    with page.context.expect_page() as opened:
        page.get_by_role("option").first.click(modifiers=["Control"])
    opened.value.wait_for_url("**/leistungen/hund-anmelden/")
    assert page.url.count("/leistungen/") == 0
    expect(page.get_by_role("option").first).to_be_visible()


def test_control_and_enter_open_a_suggestion_in_a_new_tab(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("hund")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url("**/leistungen/hund-anmelden/")


def test_touching_a_suggestion_leads_to_the_service(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.address, has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("/")
    page.locator("#q").tap()
    page.keyboard.type("hund")
    page.get_by_role("option").first.tap()
    page.wait_for_url("**/leistungen/hund-anmelden/")
    context.close()


def test_escape_closes_the_suggestions_and_keeps_the_text(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("hund")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#q")).to_have_value("hund")


def test_an_option_stays_active_when_the_list_comes_anew_after_the_arrow(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("hund anmelde")
    expect(page.get_by_role("option").first).to_have_text("Hund anmelden")
    page.keyboard.type("n")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    expect(page.get_by_role("option", selected=True)).to_have_text("Hund anmelden")


def test_without_hits_there_is_no_list_and_this_is_said(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("qqqqqq")
    expect(page.get_by_role("status")).to_have_text("Keine Vorschläge")
    expect(page.get_by_role("combobox", expanded=False)).to_be_visible()


def test_what_is_said_waits_until_typing_pauses(page: Page) -> None:
    page.goto("/")
    page.clock.install()
    page.locator("#q").fill("hund")
    page.clock.run_for(100)
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("")
    page.clock.run_for(1_000)
    expect(page.get_by_role("status")).to_contain_text("Vorschläge")


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
    expect(badges).to_have_text(["Online"])
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
    page.wait_for_url("**/suche/")
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


def test_choices_stand_in_the_address_and_back_takes_them_back(page: Page) -> None:
    page.goto("/suche/?q=anmelden")
    expect(page.get_by_role("status")).to_contain_text("Treffer für")
    everything = page.get_by_role("status").inner_text()
    page.get_by_label("Nur online").check()
    page.wait_for_url("**/suche/?q=anmelden&nur=online")
    page.get_by_label("Unternehmen").check()
    page.wait_for_url("**/suche/?q=anmelden&fuer=unternehmen&nur=online")
    expect(page.get_by_role("status")).to_contain_text(" Treffern für „anmelden“")
    page.go_back()
    page.wait_for_url("**/suche/?q=anmelden&nur=online")
    expect(page.get_by_role("radio", name="Alle")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Nur online")).not_to_be_checked()
    expect(page.get_by_role("status")).to_have_text(everything)


def test_a_choice_after_typing_leaves_the_typed_query_in_the_history(page: Page) -> None:
    page.goto("/suche/")
    page.locator("#q").press_sequentially("anmelden")
    page.wait_for_url("**/suche/?q=anmelden")
    page.get_by_label("Nur online").check()
    page.wait_for_url("**/suche/?q=anmelden&nur=online")
    page.go_back()
    page.wait_for_url("**/suche/?q=anmelden")
    page.go_back()
    page.wait_for_url("**/suche/")


def test_an_address_with_choices_can_be_shared_and_unknown_values_are_ignored(page: Page) -> None:
    page.goto("/suche/?q=anmelden&fuer=unternehmen&fuer=marsmenschen&nur=papier&farbe=rot&__proto__=x")
    expect(page.get_by_role("radio", name="Unternehmen", include_hidden=True)).to_be_checked()
    expect(page.locator("[data-active]")).to_have_text("(1 gewählt)")
    expect(page.get_by_role("status")).to_contain_text(" Treffern für „anmelden“")


def test_a_choice_says_how_many_hits_it_leaves(page: Page) -> None:
    page.goto("/suche/?q=hund")
    expect(page.locator(".result").first).to_be_visible()
    label = page.locator("label", has_text="Nur online").inner_text()
    page.get_by_label("Nur online").check()
    expect(page.get_by_role("status")).to_contain_text(label.split("(")[1].rstrip(")"))
    count = int(label.split("(")[1].rstrip(")"))
    expect(page.locator(".result")).to_have_count(count)


def test_filters_that_leave_nothing_can_be_reset(page: Page) -> None:
    page.goto("/suche/?q=einschulung&fuer=unternehmen")
    expect(page.locator("#search-results > .filtered")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("0 von ")
    page.click("[data-reset]")
    expect(page.locator(".result").first).to_contain_text("Kind in der Grundschule anmelden")
    page.wait_for_url("**/suche/?q=einschulung")


def test_an_empty_field_takes_the_choices_back(page: Page) -> None:
    page.goto("/suche/?q=hund&fuer=buerger")
    expect(page.locator(".result").first).to_be_visible()
    page.fill("#q", "")
    expect(page.locator("form[data-facets]")).to_be_hidden()
    page.wait_for_url("**/suche/")


def test_a_typing_error_leads_to_a_corrected_search(page: Page) -> None:
    page.goto("/suche/?q=resiepass")
    page.get_by_role("link", name="Reisepass").first.click()
    page.wait_for_url("**/suche/?q=Reisepass")
    expect(page.locator(".result").first).to_contain_text("Reisepass")
    expect(page.locator(".did-you-mean")).to_have_count(0)


def test_the_nearest_services_are_shown_where_nothing_is_found(page: Page) -> None:
    page.goto("/suche/?q=geburxyzab")
    expect(page.locator("[data-nearest]")).to_be_visible()
    expect(page.locator("[data-nearest] a").first).to_contain_text("Geburt")
    expect(page.locator("[data-words]")).to_have_text("geburxyzab")


def test_a_very_long_query_in_an_address_is_cut(page: Page) -> None:
    page.goto(f"/suche/?q={'hund+' * 400}")
    expect(page.locator(".result").first).to_contain_text("Hund")
    assert len(page.locator("#q").input_value()) == 120


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
    page.clock.fast_forward(5_000)
    expect(page.locator("#search-results > .failed")).to_have_count(0)
    page.clock.fast_forward(3_500)
    expect(page.locator("#search-results > .failed")).to_be_visible()
    site.available.set()
    page.click("[data-retry]")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")


def test_a_page_from_before_a_deployment_finds_the_new_search_files(page: Page) -> None:
    page.route(
        "**/search.json",
        lambda route: route.fulfill(body='{"index": "search-00000000/", "files": ["index.bin"]}'),
        times=1,
    )
    page.goto("/suche/?q=hund")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")


def test_a_deployment_during_a_session_does_not_end_it(
    page: Page, folder: Path, files: dict[str, bytes], sharded: dict[str, bytes]
) -> None:
    put(sharded, folder)
    page.goto("/suche/?q=hund")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")
    remove(sharded, folder)
    put(files, folder)
    page.fill("#q", "kneipe")
    expect(page.locator(".result").first).to_contain_text("Gaststättenerlaubnis")


ASK_THE_WORKER = """async (queries) => {
  const worker = new Worker("/assets/worker.mjs", { type: "module" });
  const answer = () =>
    new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data), { once: true }));
  const pointer = new URL("/assets/search.json", location.href).href;
  const { index, files } = await (await fetch(pointer)).json();
  worker.postMessage({ type: "load", index: { folder: new URL(index, pointer).href, files }, pointer, words: "" });
  if ((await answer()).type !== "ready") throw new Error("not ready");
  const found = [];
  for (const [id, text] of queries.entries()) {
    worker.postMessage({ type: "query", id, text, limit: 10, chosen: {} });
    found.push((await answer()).hits.map(({ url }) => url));
  }
  return found;
}"""


def test_chromium_gives_the_same_ten_for_all_judged_and_a_thousand_generated_queries(
    page: Page, index: Searchable, services: list[SearchDocument]
) -> None:
    queries = judged_and_generated(services)
    page.goto("/suche/")
    answers = page.evaluate(ASK_THE_WORKER, queries)
    today = berlin_today().isoformat()
    for query, urls in zip(queries, answers, strict=True):
        expected = [services[hit.position].url for hit in ranking.hits(index, query, today=today)]
        assert urls == expected, query


def test_hits_of_the_names_are_shown_before_the_index_is_here(
    page: Page,
    site: Site,
    folder: Path,
    files: dict[str, bytes],
    services: list[SearchDocument],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(layout, "WHOLE_UP_TO", 10)
    put(browser_index.build(services), folder)
    site.held = "/index.bin"
    site.available.clear()
    page.goto("/suche/?q=hund")
    expect(page.locator(".result").first).to_contain_text("Hund anmelden")
    expect(page.locator(".result__summary").first).to_be_empty()
    expect(page.locator("form[data-facets]")).to_be_hidden()
    site.available.set()
    expect(page.locator(".result__summary").first).to_contain_text("Melden Sie ihn zur Hundesteuer an")
    expect(page.locator("form[data-facets]")).to_be_visible()
    put(files, folder)
