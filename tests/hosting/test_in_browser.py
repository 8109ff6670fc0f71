"""With all headers on: the portal works in a real Chromium, and what they forbid does not happen."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from plugins.hosting.sites import Site, configuration
from tests.hosting.servers import HOST, certificate, nginx, open_folder
from tests.portals import TINY_URL, Portal

pytestmark = pytest.mark.browser

DOG = "/leistungen/hund-anmelden/"
FORM = "https://formulare.kreis-muster.example/"


@pytest.fixture(scope="module")
def site(release: Portal) -> Iterator[str]:
    """The address of nginx with our configuration."""
    with open_folder() as place:
        shutil.copytree(release.folder, place / "current")
        portal = Site("grossstadt", TINY_URL, place / "current")
        with nginx(place, configuration([portal], str(certificate(place / "tls", HOST)), brotli=False)) as server:
            yield f"https://127.0.0.1:{server.port}"


def played(route: Route) -> None:
    """The form's server."""
    route.fulfill(content_type="text/html", body="<title>F</title><p>Formular</p>")


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page in a fresh profile; other servers are played by the test."""
    profile = browser.new_context(ignore_https_errors=True, locale="de-DE")
    found = profile.new_page()
    found.set_default_timeout(15_000)

    def answer(route: Route) -> None:
        route.fulfill(
            content_type="text/html", body=f"<title>F</title><p>Formular</p><iframe src='{site}{DOG}'></iframe>"
        )

    found.route(lambda url: not url.startswith(site), answer)
    yield found
    profile.close()


def complaints(page: Page) -> list[str]:
    """What will be said on the console, as it comes."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_the_search_works_and_nothing_is_complained_about(page: Page, site: str) -> None:
    said = complaints(page)
    page.goto(f"{site}/suche/")
    page.locator("#suche").fill("hund")
    expect(page.locator("#search-results").get_by_role("link", name="Hund anmelden").first).to_be_visible()
    assert said == []


def test_the_form_opens_in_its_page(page: Page, site: str) -> None:
    page.goto(site + DOG)
    said = complaints(page)
    page.get_by_role("button", name="Formular hier öffnen").click()
    expect(page.frame_locator("iframe").get_by_text("Formular")).to_be_visible()
    assert said == []


def test_a_page_without_a_form_opens_no_frame_and_runs_nothing_that_was_slipped_in(page: Page, site: str) -> None:
    page.goto(f"{site}/leistungen/gewerbe-anmelden/")
    said = complaints(page)
    slip = "(tag) => document.body.append(Object.assign(document.createElement(tag), { src: '%s' }))"
    page.evaluate(slip % FORM, "iframe")
    page.evaluate("() => { document.body.setAttribute('onclick', 'document.title = 1'); document.body.click() }")
    page.wait_for_function("() => true")
    assert [word in " ".join(said) for word in ("frame-src", "inline")] == [True, True]
    assert page.title() != "1"
