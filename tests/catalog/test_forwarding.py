"""Where an old address leads in each portal."""

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.forwarding import Forwarding, forwardings, german
from plugins.catalog.presence import presence
from tests.conftest import TODAY, Draft

DOG = "services/hund-anmelden.md"
STONE = """\
title: Pony anmelden
addresses: [/leistungen/pony-anmelden/, /alt/pony.html]
since: 2026-10-01
reason: Die Ponysteuer ist abgeschafft.
"""


def led(write: Draft, town: str = "grossstadt") -> dict[str, str]:
    return {one.address: one.target for one in found(write, town)}


def found(write: Draft, town: str = "grossstadt") -> tuple[Forwarding, ...]:
    catalog, _ = load(write.folder, TODAY)
    return forwardings(presence(catalog, catalog.municipalities[town]))


def test_a_former_address_leads_to_the_service_in_every_language_it_has(write: Draft) -> None:
    write.change(DOG, "\ntitle: ", "\nformer_urls: [/leistungen/hund-melden/, /alt/42/show]\ntitle: ")
    assert led(write) == {
        "/alt/42/show": "/leistungen/hund-anmelden/",
        "/leistungen/hund-melden/": "/leistungen/hund-anmelden/",
        "/leistungen/hund-melden/de-simple/": "/leistungen/hund-anmelden/de-simple/",
        "/leistungen/hund-melden/en/": "/leistungen/hund-anmelden/en/",
    }


def test_a_text_that_was_there_once_leads_to_the_german_page(write: Draft) -> None:
    register = "municipalities: [grossstadt]\naddresses: [/leistungen/kiosk-anmelden/en/]\n"
    assert write("addresses/grossstadt.yaml", register) == []
    assert led(write) == {"/leistungen/kiosk-anmelden/en/": "/leistungen/kiosk-anmelden/"}
    assert led(write, "kleinstadt") == {}


def test_two_spellings_are_one_address(write: Draft) -> None:
    write.change(DOG, "\ntitle: ", "\nformer_urls: [/alt/hund/, /Alt/Hund, /alt/hund/index.html]\ntitle: ")
    assert list(led(write)) == ["/alt/hund/"]


def test_what_is_gone_is_gone_in_every_language(write: Draft) -> None:
    write("tombstones/pony-anmelden.yaml", STONE)
    assert led(write) == {
        "/alt/pony.html": "",
        "/leistungen/pony-anmelden/": "",
        "/leistungen/pony-anmelden/de-simple/": "",
        "/leistungen/pony-anmelden/en/": "",
    }


def test_a_tombstone_leads_to_its_successor_in_the_language_of_the_page(write: Draft) -> None:
    write("tombstones/pony-anmelden.yaml", f"{STONE}successor: /leistungen/hund-anmelden/\n")
    assert led(write)["/leistungen/pony-anmelden/en/"] == "/leistungen/hund-anmelden/en/"
    assert {one.title for one in found(write)} == {"Hund anmelden"}


def test_a_successor_that_a_town_does_not_have_is_none_there(write: Draft) -> None:
    write("municipalities/kleinstadt/services/hund-anmelden.md", "---\noffered: false\n---\n")
    write("tombstones/pony-anmelden.yaml", f"{STONE}successor: /leistungen/hund-anmelden/\n")
    assert led(write)["/alt/pony.html"] == "/leistungen/hund-anmelden/"
    assert led(write, "kleinstadt")["/alt/pony.html"] == ""


def test_a_short_form_leads_to_the_other_portal(write: Draft) -> None:
    write.change("portals/wirtschaftsportal.yaml", "title:", "scheme: wirtschaft\ntitle:")
    write("tombstones/pony-anmelden.yaml", f"{STONE}successor: 'wirtschaft:'\n")
    portal = load(write.folder, TODAY)[0].portals["wirtschaftsportal"]
    assert {(one.target, one.title) for one in found(write)} == {(portal.url, portal.title)}


def test_the_tombstone_of_a_town_stands_before_the_shared_one(write: Draft) -> None:
    write("tombstones/pony-anmelden.yaml", STONE)
    write("municipalities/kleinstadt/tombstones/pony.yaml", f"{STONE}successor: /themen/tiere/\n")
    assert led(write)["/alt/pony.html"] == ""
    assert led(write, "kleinstadt")["/alt/pony.html"] == "/themen/tiere/"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/alt/hund/", "/alt/hund/"),
        ("/dienstleistung/42/show", "/dienstleistung/42/show/"),
        ("/alt/hund.html", "/alt/hund.html"),
        ("/index.php", None),
        ("/alt/?id=42", None),
        ("/b%C3%BCrger/", None),
    ],
)
def test_only_plain_paths_have_a_page_of_their_own(address: str, page: str | None) -> None:
    assert Forwarding(address, "/", "").page == page


def test_the_german_page_of_an_address() -> None:
    assert [german(one) for one in ("/themen/tiere/en/", "/themen/tiere/", "/alt.html")] == [
        "/themen/tiere/",
        "/themen/tiere/",
        "/alt.html",
    ]
