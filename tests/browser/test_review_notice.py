"""The hint at a missed review: shown by the calendar in Germany on the day of the visit, never without JavaScript."""

import datetime

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visitor
from tests.browser.test_axe import findings

pytestmark = pytest.mark.browser

DOG = "/leistungen/hund-anmelden/"
"""To be reviewed until the twentieth of October 2027."""


def notice(visitor: Visitor, moment: str, zone: str = "Europe/Berlin", address: str = DOG) -> Locator:
    """The hint on a page at a moment, for a visitor in a time zone."""
    page = visitor.blank(timezone_id=zone, bypass_csp=True)
    page.clock.install(time=datetime.datetime.fromisoformat(moment))
    page.goto(visitor.site + address)
    return page.locator("[data-review-by]")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_it_is_hidden_up_to_midnight_in_germany_and_shown_after(zone: str, visitor: Visitor) -> None:
    expect(notice(visitor, "2027-10-20T23:59:59+02:00", zone)).to_be_hidden()
    expect(notice(visitor, "2027-10-21T00:00:00+02:00", zone)).to_be_visible()


def test_it_says_since_when_and_whom_to_ask(visitor: Visitor) -> None:
    shown = notice(visitor, "2028-11-22T12:00:00+01:00")
    expect(shown).to_contain_text(
        "Diese Angaben sollten bis 20.10.2027 geprüft werden. Fragen Sie im Zweifel nach: Amt"
    )
    expect(shown.get_by_role("link")).to_have_attribute("href", "tel:+492214710213")
    assert findings(shown.page) == {}


def test_in_english_it_speaks_english(visitor: Visitor) -> None:
    shown = notice(visitor, "2028-11-22T12:00:00+01:00", address=f"{DOG}en/")
    expect(shown).to_contain_text("These details should have been checked by 20 October 2027.")


def test_without_javascript_nothing_is_said(visitor: Visitor) -> None:
    expect(visitor.opens(DOG, java_script_enabled=False).locator("[data-review-by]")).to_be_hidden()
