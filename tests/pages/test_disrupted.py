"""What a page says of a way in that is out of order, and what it does without."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import WayIn
from plugins.catalog.records import CheckedLink, LinkState
from plugins.pages.patterns import asked
from tests.conftest import Draft
from tests.pages.theme import environment
from tests.portals import TINY_DAY, build

FOUND = CheckedLink(
    address="https://formulare.kreis-muster.example/hund",
    state=LinkState.BROKEN,
    since=date(2026, 10, 30),
    checked_on=date(2026, 10, 31),
)
FORM = WayIn("online", out_of_order=FOUND)
GONE = "https://gibt-es-nicht.example/"


def box(ways: tuple[WayIn, ...], disrupted: tuple[WayIn, ...]) -> str:
    module: Any = environment().get_template("components/action-box/action-box.html").module
    return str(module.action_box(ways, "Kreis Muster", disrupted=disrupted))


def test_the_action_box_says_which_way_is_disrupted_and_does_not_link_it(world: Catalog) -> None:
    office = world.offices["grossstadt", "buergerbuero"]
    html = box((WayIn("appointment", url=office.appointment_url, office=office),), (FORM,))
    assert "Der Weg „Online erledigen“ ist zurzeit gestört. Bitte nehmen Sie einen anderen." in html
    assert 'kern-btn--primary" href="https://termine.grossstadt.example/buergerbuero/"' in html
    assert FOUND.address not in html


def test_the_box_says_that_a_way_begins_at_the_start_of_its_portal(world: Catalog) -> None:
    portal = world.portals["wirtschaftsportal"]
    html = box((WayIn("portal", url=portal.url, portal=portal, out_of_order=FOUND),), ())
    assert "Der direkte Link dorthin ist zurzeit gestört. Sie beginnen auf der Startseite." in html
    assert f'href="{portal.url}"' in html


def test_without_disruption_the_box_says_nothing() -> None:
    assert "gestört" not in box((WayIn("online", url=FOUND.address),), ())


@pytest.fixture
def broken() -> Environment:
    """The templates of a portal whose ledger calls every address broken."""
    found = environment()
    found.filters["working"] = lambda address: None
    return found


OFFICE = {
    "slug": "amt", "name": "Amt", "description": "", "address": None, "phone": None, "email": None, "website": GONE,
    "appointment_url": GONE, "opening_hours": None, "opening_note": None, "accessibility": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("component", "value"), [("norm-list", [{"text": "§ 9 PAuswG", "url": GONE}]), ("office-card", OFFICE)]
)
def test_a_component_does_without_broken_links(broken: Environment, component: str, value: Any) -> None:
    module: Any = broken.get_template(f"components/{component}/{component}.html").module
    assert GONE not in str(getattr(module, component.replace("-", "_"))(asked(value)))


def test_no_page_of_a_portal_leads_to_an_address_out_of_order(write: Draft, tmp_path: Path) -> None:
    broken = [
        "https://formulare.kreis-muster.example/hund?ars=059990004004",
        "https://formulare.kreis-muster.example/hund.pdf",
        "https://www.gesetze-im-internet.de/pauswg/__9.html",
        "https://termine.grossstadt.example/buergerbuero/",
        "https://www.grossstadt.example/",
    ]
    entry = "- address: {}\n  state: broken\n  since: 2026-10-30\n  checked_on: 2026-10-31\n  strikes: 3\n"
    write("links/all.example.yaml", "links:\n" + "".join(map(entry.format, broken)))
    portal = build(write.folder, "grossstadt", tmp_path / "output", SOURCE_DATE_EPOCH=TINY_DAY)
    pages = {address: portal.html(address) for address in portal.addresses}
    assert [(page, one) for page, html in pages.items() for one in broken if f'href="{one}"' in html] == []
    assert "Der Weg „Online erledigen“ ist zurzeit gestört." in pages["/leistungen/hund-anmelden/"]
    assert "Hund anmelden (zurzeit gestört)" in pages["/formulare/"]
    assert "§ 9 PAuswG" in pages["/leistungen/personalausweis-beantragen/"]
