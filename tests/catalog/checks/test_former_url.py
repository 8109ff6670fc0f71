"""A former address leads to exactly one page and hides no other."""

import pytest

from tests.catalog.listing import LANDING, PAGE
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
KIOSK = "services/kiosk-anmelden.md"
REMEDY = "Löschen Sie die Adresse hier oder geben Sie der anderen Seite einen anderen Namen."


def moved(write: Draft, file: str, *addresses: str) -> list[str]:
    return said(write.change(file, "\ntitle: ", f"\nformer_urls: [{', '.join(addresses)}]\ntitle: "))


@pytest.mark.parametrize(
    "address",
    [
        *("/leistungen/hund-melden/", "/buergerservice/hunde.html", "/a/B_c/d~1/"),
        *("/vr-bis-detail/dienstleistung/42/show", "/index.php?id=42&L=0", "/b%C3%BCrgerservice/", "/dienst/4.2/"),
    ],
)
def test_an_address_that_nothing_else_has_passes(write: Draft, address: str) -> None:
    assert moved(write, DOG, address) == []


@pytest.mark.parametrize(
    "address",
    [
        *("/leistungen/hund-anmelden/", "/leistungen/Kiosk-Anmelden/", "/themen/tiere/", "/suche/", "/impressum/"),
        *("/en/", "/themen/tiere/de-simple/", "/leistungen/en/", "/impressum", "/impressum/index.html"),
    ],
)
def test_an_address_at_which_a_page_stands_is_an_error(write: Draft, address: str) -> None:
    assert moved(write, DOG, address) == [
        f"content/{DOG}:2:14: Unter der früheren Adresse {address} steht eine Seite  [former-url] → {REMEDY}"
    ]


def test_an_address_of_a_page_by_rule_is_an_error(write: Draft) -> None:
    write(LANDING, PAGE)
    assert (
        f"content/{DOG}:2:14: Unter der früheren Adresse /leistungen/versteigerung-erlaubnis/ steht eine Seite"
        f"  [former-url] → {REMEDY}"
    ) in moved(write, DOG, "/leistungen/versteigerung-erlaubnis/")


@pytest.mark.parametrize("address", ["/assets/x/", "/404.html", "/alt/hunde.html/x/"])
def test_an_address_among_files_is_an_error(write: Draft, address: str) -> None:
    assert moved(write, DOG, address) == [
        f"content/{DOG}:2:14: Unter der früheren Adresse {address} liegen Dateien des Portals  [former-url] → {REMEDY}"
    ]


def test_an_address_of_two_services_is_an_error(write: Draft) -> None:
    assert moved(write, DOG, "/alt/") == []
    assert moved(write, KIOSK, "/alt/") == [
        f"content/{KIOSK}:2:14: Die frühere Adresse /alt/ führt schon zu hund-anmelden  [former-url] → {REMEDY}"
    ]


@pytest.mark.parametrize(
    "written",
    [
        *("/../x/", "hund/", "//x.example/", "/a?b/", "https://x.example/", "/.git/", "/robots.txt", "/a b/"),
        *("/%2e%2e/x/", "/a%0ab/", "/a%22b/%5c/", "/x;y/", "/$x/", "/a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a!"),
    ],
)
def test_what_is_no_address_of_this_portal_is_an_error(write: Draft, written: str) -> None:
    assert moved(write, DOG, written) == [
        f"content/{DOG}:2:15: „{written}“ ist keine frühere Adresse  [value] → Ohne Server,"
        " mit / am Anfang: /leistungen/hund-melden/, /buergerservice/hunde.html oder /service/42/show?x=1"
    ]


STONE = """\
title: Pony anmelden
addresses: [/leistungen/pony-anmelden/, {address}]
since: 2026-10-01
reason: Die Ponysteuer ist abgeschafft.
"""
SHARED = "tombstones/pony-anmelden.yaml"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("/leistungen/hund-anmelden/", "Unter der früheren Adresse /leistungen/hund-anmelden/ steht eine Seite"),
        ("/alt/hunde", "Die frühere Adresse /alt/hunde führt schon zu hund-anmelden"),
    ],
)
def test_an_address_of_a_tombstone_at_which_something_stands_is_an_error(
    write: Draft, address: str, message: str
) -> None:
    moved(write, DOG, "/alt/hunde/")
    problems = said(write(SHARED, STONE.format(address=address)))
    assert problems == [f"content/{SHARED}:2:12: {message}  [former-url] → {REMEDY}"]


def test_a_town_may_give_up_what_others_keep_but_not_what_it_has(write: Draft) -> None:
    stone = STONE.format(address="/leistungen/hund-anmelden/")
    own = "municipalities/kleinstadt/tombstones/hund.yaml"
    assert said(write(own, stone)) == [
        f"content/{own}:2:12: Unter der früheren Adresse /leistungen/hund-anmelden/ steht eine Seite  [former-url]"
        f" → {REMEDY}"
    ]
    assert said(write("municipalities/kleinstadt/services/hund-anmelden.md", "---\noffered: false\n---\n")) == []
