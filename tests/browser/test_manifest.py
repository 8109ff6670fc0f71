"""Chromium reads the manifest without a complaint, finds the icons as promised, and asks nobody else."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

DRAWN = """async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  return `${picture.naturalWidth}x${picture.naturalHeight}`;
}"""


def manifest(page: Page) -> dict[str, Any]:
    """What Chromium's own reader makes of the manifest."""
    return dict(page.context.new_cdp_session(page).send("Page.getAppManifest"))


def test_chromium_reads_the_manifest_without_a_complaint(visitor: Visitor) -> None:
    page = visitor.blank()
    asked: list[str] = []
    said: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{visitor.site}/leistungen/", wait_until="networkidle")
    found = manifest(page)
    assert (found["url"], found["errors"], said) == (f"{visitor.site}/site.webmanifest", [], [])
    assert json.loads(found["data"])["name"] == "Serviceportal Stadt Rurheim"
    assert [url for url in asked if not url.startswith((f"{visitor.site}/", "data:"))] == []


def test_the_portal_could_be_installed(visitor: Visitor) -> None:
    page = visitor.opens("/")
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in found if error["errorId"] != "in-incognito"] == []


def test_the_icons_have_the_sizes_that_the_manifest_promises(visitor: Visitor) -> None:
    page = visitor.opens("/")
    icons = json.loads(manifest(page)["data"])["icons"]
    assert [page.evaluate(DRAWN, icon["src"]) for icon in icons] == [icon["sizes"] for icon in icons]
    assert page.evaluate(DRAWN, "/apple-touch-icon.png") == "180x180"
    assert page.evaluate(DRAWN, "/favicon.ico") == "32x32"


def test_a_broken_manifest_would_be_named(visitor: Visitor) -> None:
    page = visitor.blank()
    page.route("**/site.webmanifest", lambda route: route.fulfill(body='{"name": 1, "icons": [{}', status=200))
    page.goto(f"{visitor.site}/")
    assert manifest(page)["errors"] != []
