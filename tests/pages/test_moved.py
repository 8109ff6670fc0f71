"""A former address of a service is a page that leads to the present one, in every language."""

from pathlib import Path

import pytest

from tests.conftest import Draft
from tests.portals import TINY_DAY, Portal, pelican

DOG = "services/hund-anmelden.md"


@pytest.fixture
def portal(write: Draft, tmp_path: Path) -> Portal:
    """A portal in which the dog has moved."""
    assert write.change(DOG, "\ntitle: ", "\nformer_urls: [/leistungen/hund-melden/, /alt/hunde.html]\ntitle: ") == []
    done = pelican(CONTENT=write.folder, OUTPUT=tmp_path / "out", PORTALS="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    return Portal(tmp_path / "out/portals/grossstadt")


def test_every_former_address_leads_to_the_present_one_in_its_language(portal: Portal) -> None:
    refresh = {
        address: tag["content"]
        for address, page in portal.pages.items()
        for tag in page.find_all("meta", {"http-equiv": "refresh"})
    }
    assert refresh == {
        "/leistungen/hund-melden/": "0; url=/leistungen/hund-anmelden/",
        "/leistungen/hund-melden/en/": "0; url=/leistungen/hund-anmelden/en/",
        "/leistungen/hund-melden/de-simple/": "0; url=/leistungen/hund-anmelden/de-simple/",
        "/alt/hunde.html": "0; url=/leistungen/hund-anmelden/",
    }


def test_the_page_says_so_to_people_and_to_search_engines(portal: Portal) -> None:
    page = portal.pages["/leistungen/hund-melden/"]
    assert [link["href"] for link in page.select("link[rel=canonical]")] == [
        "https://service.grossstadt.example/leistungen/hund-anmelden/"
    ]
    assert [(link["href"], link.get_text()) for link in page.select("main a")] == [
        ("/leistungen/hund-anmelden/", "Hund anmelden")
    ]
    assert page.h1
    assert page.h1.get_text() == "Hund anmelden: neue Adresse"
