"""Pictures of editors in a browser: they come, nothing moves when they do, and they fit on a phone."""

import pytest

from tests.browser.conftest import PHONE, Visitor

pytestmark = pytest.mark.browser

PAGE = "/hilfe/"
PICTURE = ".prose img"


def test_a_picture_keeps_its_place_before_it_comes_and_fits_on_a_phone(visitor: Visitor) -> None:
    page = visitor.blank(PHONE)
    page.route("**/media/*", lambda route: route.abort())
    page.goto(visitor.site + PAGE)
    place = page.locator(PICTURE).bounding_box()
    page.unroute("**/media/*")
    page.goto(visitor.site + PAGE)
    page.locator(PICTURE).scroll_into_view_if_needed()
    page.wait_for_function("(one) => document.querySelector(one).naturalWidth === 720", arg=PICTURE)
    found = page.locator(PICTURE).evaluate("(one) => [one.clientWidth, one.clientHeight]")
    assert place is not None
    assert found == [round(place["width"]), round(place["height"])]
    assert found[0] <= PHONE
    assert abs(found[0] / found[1] - 720 / 380) < 0.05


def test_a_reader_hears_what_a_picture_shows_and_what_kind_of_file_a_link_opens(visitor: Visitor) -> None:
    page = visitor.opens(PAGE)
    assert page.get_by_role("img", name="Zeichnung: Hinter dem Telefon liegt ein Ausweis").count() == 1
    link = page.get_by_role("link", name="Hilfe auf einen Blick (PDF, 22 KB)")
    answer = page.request.get(visitor.site + str(link.get_attribute("href")))
    assert answer.headers["content-type"] == "application/pdf"
