"""The demo portal on a server, and pages that look as a visitor wants them."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.portals import Portal
from tests.serving import served

PHONE, DESK = 360, 1280
PATIENCE = 20_000  # ms; every core has a browser of its own at work, and no test is about how long it takes

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(demo: Portal) -> Iterator[str]:
    """The address of the served demo portal."""
    with served(demo.folder) as address:
        yield address


@dataclass(frozen=True)
class Visitor:
    """Opens pages, each in a fresh profile."""

    browser: Browser
    site: str
    closing: ExitStack = field(default_factory=ExitStack)

    def opens(
        self, address: str, width: int = PHONE, scheme: Literal["light", "dark"] = "light", **context: Any
    ) -> Page:
        """A page of the portal; `context` are further options of a Playwright context."""
        page = self.blank(width, scheme, **context)
        page.goto(self.site + address)
        return page

    def blank(self, width: int = PHONE, scheme: Literal["light", "dark"] = "light", **context: Any) -> Page:
        """An empty page, for tests that listen before they go somewhere."""
        profile = self.browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, locale="de-DE", **context
        )
        self.closing.callback(profile.close)
        profile.set_default_timeout(PATIENCE)
        return profile.new_page()


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visitor]:
    """A visitor of the demo portal."""
    found = Visitor(browser, site)
    with found.closing:
        yield found
