"""The notice of a missed review: hidden in the file, with the day and whom to ask."""

from pathlib import Path

import pytest
from bs4 import Tag

from tests.catalog.listing import with_list
from tests.conftest import Draft
from tests.portals import TINY_DAY, Portal, build

DOG = "/leistungen/hund-anmelden/"


def notice(portal: Portal, address: str) -> Tag | None:
    return portal.pages[address].select_one("[data-review-by]")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            DOG,
            "Vielleicht nicht mehr aktuell Diese Angaben sollten bis 20.10.2027 geprüft werden."
            " Fragen Sie im Zweifel nach: Steueramt Großstadt, Telefon 02999 200-40",
        ),
        (
            f"{DOG}en/",
            "May be out of date These details should have been checked by 20 October 2027."
            " If in doubt, please ask: Steueramt Großstadt , phone 02999 200-40",
        ),
    ],
)
def test_the_notice_waits_in_the_page_in_its_language(tiny: Portal, address: str, said: str) -> None:
    found = notice(tiny, address)
    assert found is not None
    assert found.has_attr("hidden")
    assert found["data-review-by"] == "2027-10-20"
    assert found.get_text(" ", strip=True) == said


def test_where_no_office_has_a_phone_the_town_hall_is_asked(write: Draft, tmp_path: Path) -> None:
    office = write.folder / "municipalities" / "grossstadt" / "offices" / "bauaufsicht.yaml"
    office.write_text(office.read_text("utf-8").replace("phone: 02999 200-60\n", ""), encoding="utf-8")
    portal = build(write.folder, "grossstadt", tmp_path / "output", SOURCE_DATE_EPOCH=TINY_DAY)
    found = notice(portal, "/leistungen/baugenehmigung-beantragen/")
    assert found is not None
    assert found.get_text(" ", strip=True).endswith("nach: Stadt Großstadt, Telefon 02999 200-0")


def test_a_page_by_rule_was_never_to_be_reviewed(write: Draft, tmp_path: Path) -> None:
    portal = build(with_list(write).folder, "grossstadt", tmp_path / "output", SOURCE_DATE_EPOCH=TINY_DAY)
    assert notice(portal, "/leistungen/versteigerung-erlaubnis/") is None
    assert notice(portal, DOG) is not None
