"""A town that became part of another one: its portal is one page that leads there."""

from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from tests.conftest import TODAY, Draft
from tests.portals import TINY_DAY, Portal, pelican

SMALL = "municipalities/kleinstadt/municipality.yaml"


@pytest.fixture
def joined(write: Draft) -> Draft:
    """A world in which Kleinstadt is part of Großstadt."""
    assert write.change(SMALL, "portal_url:", "successor: grossstadt\nportal_url:") == []
    return write


def test_every_address_of_the_old_portal_leads_to_the_new_one(joined: Draft, tmp_path: Path) -> None:
    done = pelican(CONTENT=joined.folder, OUTPUT=tmp_path / "out", PORTALS="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    old = Portal(tmp_path / "out/portals/kleinstadt")
    assert old.addresses == ("/", "/404.html")
    for page in old.pages.values():
        assert page.h1
        assert page.h1.get_text() == "Stadt Kleinstadt gehört jetzt zu Stadt Großstadt"
        assert [link["href"] for link in page.select("a")] == ["https://service.grossstadt.example/", "tel:+4929992000"]


def test_a_former_town_is_no_choice_in_its_kreis(joined: Draft) -> None:
    catalog, _ = load(joined.folder, TODAY)
    kreis = directory(catalog, catalog.municipalities["kreis-muster"])
    assert [town.slug for town in kreis.towns] == ["grossstadt"]
    assert [choice.town.slug for choice in kreis.by_slug["hund-anmelden"].towns] == ["grossstadt"]


def test_a_former_town_offers_nothing_and_is_never_meant_when_nobody_says(write: Draft) -> None:
    write.change("municipalities/grossstadt/municipality.yaml", "portal_url:", "successor: kleinstadt\nportal_url:")
    catalog, _ = load(write.folder, TODAY)
    assert directory(catalog, catalog.municipalities["grossstadt"]).offers == ()
    assert catalog.first_municipality == catalog.municipalities["kleinstadt"]
