"""The status and the lists of reviews: axe finds nothing wrong, with a history of a year."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.catalog.catalog import load
from plugins.status import site
from plugins.status.dashboard import dashboard
from plugins.status.trend import Milestone, month_ends
from tests.browser.conftest import Visitor
from tests.browser.test_axe import findings
from tests.conftest import CONTENT, TODAY
from tests.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """A reader of the status of Großstadt, a year later, when every review is overdue."""
    catalog, _ = load(CONTENT, TODAY.replace(year=2027))
    board = dashboard(catalog, catalog.municipalities["grossstadt"], CONTENT, tmp_path / "cache")
    months = tuple(Milestone(day, board.today.figures) for day in month_ends(catalog.today))
    site.write(replace(board, milestones=(*months, board.today)), tmp_path / "status")
    with served(tmp_path / "status") as address:
        found = Visitor(browser, address)
        with found.closing:
            yield found


@pytest.mark.parametrize("address", ["/index.html", "/wiedervorlage/index.html", "/wiedervorlage/steueramt/index.html"])
def test_axe_finds_nothing_on_a_page_of_the_status(address: str, reader: Visitor) -> None:
    assert findings(reader.opens(address, bypass_csp=True)) == {}


def test_the_picture_and_the_styles_obey_the_policy_of_the_page(reader: Visitor) -> None:
    page = reader.blank()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{reader.site}/index.html")
    assert page.locator("rect").count() == 26
    assert page.locator("rect.online").first.evaluate("(bar) => getComputedStyle(bar).fill") == "rgb(11, 79, 138)"
    assert said == []


def test_a_phone_scrolls_the_tables_and_not_the_page(reader: Visitor) -> None:
    page = reader.opens("/index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
