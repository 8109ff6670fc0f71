"""What a visit weighs, as a server sends it: gzip, everything that is loaded before the search field is touched."""

from collections import Counter

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Visitor
from tests.portals import Portal

pytestmark = pytest.mark.browser

PAGE_BUDGET = 35 * 1024
STYLE_BUDGET = 16 * 1024


def weights(visitor: Visitor, address: str) -> Counter[str]:
    """Bytes on the wire by kind of resource."""
    answers: list[Response] = []
    page = visitor.blank()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(visitor.site + address, wait_until="networkidle")
    assert {answer.status for answer in answers} == {200}
    found: Counter[str] = Counter()
    for answer in answers:
        found[answer.request.resource_type] += int(answer.headers["content-length"])
    return found


def test_a_service_page_weighs_at_most_35_kilobytes(visitor: Visitor) -> None:
    parts = weights(visitor, "/leistungen/gewerbe-anmelden/")
    assert {"document", "stylesheet", "script"} <= parts.keys()
    assert sum(parts.values()) <= PAGE_BUDGET, parts
    assert parts["stylesheet"] <= STYLE_BUDGET, parts


def test_the_heaviest_service_page_is_within_the_budget_too(visitor: Visitor, demo: Portal) -> None:
    services = [address for address, page in demo.pages.items() if page.select(".action-box")]
    heaviest = max(services, key=lambda address: len(demo.html(address)))
    assert sum(weights(visitor, heaviest).values()) <= PAGE_BUDGET
