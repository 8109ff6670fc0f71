"""„Jetzt geöffnet“ on a page: an addition to the table, by the clock in Germany, kept up to date in silence."""

import datetime

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

OFFICE = "/stellen/buergerbuero/"
ZONES = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"]


def now(visitor: Visitor, moment: str, zone: str = "Europe/Berlin") -> Locator:
    """The sentence of the Bürgerbüro (Wednesdays from 8:00 to 13:00) at a moment, for a visitor in a time zone."""
    page = visitor.blank(timezone_id=zone)
    page.clock.install(time=datetime.datetime.fromisoformat(moment))
    page.goto(visitor.site + OFFICE)
    return page.locator(".opening-hours__now")


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_in_germany_counts_and_not_that_of_the_visitor(zone: str, visitor: Visitor) -> None:
    expect(now(visitor, "2026-11-25T11:59:00+00:00", zone)).to_have_text("Jetzt geöffnet – bis 13:00 Uhr")


def test_the_sentence_changes_when_the_office_closes_and_is_no_live_region(visitor: Visitor) -> None:
    sentence = now(visitor, "2026-11-25T11:58:30+00:00")
    expect(sentence).to_have_text("Jetzt geöffnet – bis 13:00 Uhr")
    sentence.page.clock.run_for(60_000)
    expect(sentence).to_have_text("Jetzt geöffnet – bis 13:00 Uhr")
    sentence.page.clock.run_for(60_000)
    expect(sentence).to_have_text("Jetzt geschlossen – öffnet morgen um 8:00 Uhr")
    assert sentence.evaluate("(place) => place.closest('[aria-live], [role=status], [role=alert]')") is None


def test_who_comes_back_to_the_page_reads_what_holds_now(visitor: Visitor) -> None:
    sentence = now(visitor, "2026-11-25T11:00:00+00:00")
    sentence.page.clock.set_fixed_time(datetime.datetime.fromisoformat("2026-11-25T12:30:00+00:00"))
    sentence.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(sentence).to_have_text("Jetzt geschlossen – öffnet morgen um 8:00 Uhr")


def test_a_holiday_is_named(visitor: Visitor) -> None:
    expect(now(visitor, "2027-05-27T08:00:00+00:00")).to_have_text(
        "Heute geschlossen: Feiertag (Fronleichnam) – öffnet morgen um 8:00 Uhr"
    )


def test_without_javascript_there_is_the_table_alone(visitor: Visitor) -> None:
    page = visitor.opens(OFFICE, java_script_enabled=False)
    expect(page.locator(".opening-hours__now")).to_be_hidden()
    expect(page.get_by_role("row", name="Mittwoch")).to_have_text("Mittwoch8:00 bis 13:00 Uhr")
