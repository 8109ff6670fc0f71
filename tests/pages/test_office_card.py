"""How a citizen reaches an office: the card on its page and on the pages of its services."""

from typing import Any

from bs4 import BeautifulSoup

from plugins.pages.patterns import asked
from tests.pages.theme import environment

ADDRESS = {"street": "Rathausplatz 1", "postal_code": "59990", "city": "Großstadt"}
OFFICE = {
    "slug": "buergerbuero",
    "name": "Bürgerbüro",
    "description": "",
    "address": ADDRESS,
    "phone": "02999 200-10",
    "email": "amt@stadt.example",
    "website": None,
    "appointment_url": "https://termine.stadt.example/",
    "opening_hours": None,
    "opening_note": "Nur mit Termin",
    "accessibility": "Stufenloser Eingang",
}


def card(**globals_: object) -> BeautifulSoup:
    theme = environment()
    theme.globals.update(globals_)
    macro: Any = theme.get_template("components/office-card/office-card.html").module
    return BeautifulSoup(macro.office_card(asked(OFFICE)), "html.parser")


def test_everything_that_helps_to_get_there_stands_on_the_card() -> None:
    text = card().get_text(" ", strip=True)
    for part in ("Rathausplatz 1", "59990 Großstadt", "02999 200-10", "amt@stadt.example", "Termin vereinbaren"):
        assert part in text
    assert text.endswith("Nur mit Termin Barrierefreiheit: Stufenloser Eingang")


def test_the_address_leads_to_a_map_by_a_plain_link() -> None:
    (link,) = card().select("address a")
    assert link.attrs == {
        "class": ["office-card__link"],
        "href": "https://www.openstreetmap.org/search?query=Rathausplatz%201%2C%2059990%20Gro%C3%9Fstadt",
    }
    assert link.get_text() == "Auf der Karte zeigen (OpenStreetMap)"


def test_without_a_map_among_the_portals_there_is_no_link() -> None:
    assert card(map_portal=None).select("address a") == []
