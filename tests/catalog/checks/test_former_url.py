"""A former address leads to exactly one page and hides no other."""

import pytest

from tests.catalog.listing import LANDING, PAGE
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
KIOSK = "services/kiosk-anmelden.md"
REMEDY = "Löschen Sie die Adresse hier oder geben Sie der anderen Seite einen anderen Namen."


def moved(write: Draft, file: str, *addresses: str) -> list[str]:
    return said(write.change(file, "\ntitle: ", f"\nformer_urls: [{', '.join(addresses)}]\ntitle: "))


@pytest.mark.parametrize("address", ["/leistungen/hund-melden/", "/buergerservice/hunde.html", "/a/B_c/d~1/"])
def test_an_address_that_nothing_else_has_passes(write: Draft, address: str) -> None:
    assert moved(write, DOG, address) == []


@pytest.mark.parametrize(
    "address",
    [
        *("/leistungen/hund-anmelden/", "/leistungen/Kiosk-Anmelden/", "/themen/tiere/", "/suche/", "/impressum/"),
        *("/en/", "/themen/tiere/de-simple/", "/leistungen/en/"),
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


def test_an_address_among_the_files_of_the_portal_is_an_error(write: Draft) -> None:
    assert moved(write, DOG, "/assets/x/") == [
        f"content/{DOG}:2:14: Unter der früheren Adresse /assets/x/ liegen Dateien des Portals  [former-url] → {REMEDY}"
    ]


def test_an_address_of_two_services_is_an_error(write: Draft) -> None:
    assert moved(write, DOG, "/alt/") == []
    assert moved(write, KIOSK, "/alt/") == [
        f"content/{KIOSK}:2:14: Die frühere Adresse /alt/ führt schon zu hund-anmelden  [former-url] → {REMEDY}"
    ]


@pytest.mark.parametrize(
    "written", ["/../x/", "hund/", "//x.example/", "/hund", "/a?b/", "https://x.example/", "/.git/"]
)
def test_what_is_no_address_of_this_portal_is_an_error(write: Draft, written: str) -> None:
    assert moved(write, DOG, written) == [
        f"content/{DOG}:2:15: „{written}“ ist keine frühere Adresse  [value]"
        " → Ohne Server, mit / am Anfang und am Ende: /leistungen/hund-melden/ oder /buergerservice/hunde.html"
    ]
