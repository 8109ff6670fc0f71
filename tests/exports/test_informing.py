"""A page of another portal that only informs is no way to do something on the screen, in no format."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalog.published import Published
from plugins.exports import api, cpsv_ap, schema_org
from tests.catalog.listing import with_list
from tests.conftest import Draft
from tests.exports.test_for_115 import line

DOG = "services/hund-anmelden.md"
PHONE_ONLY = "versteigerung-anzeige"
IN_A_PORTAL = "versteigerung-erlaubnis"


@pytest.fixture
def portal(write: Draft, portal_of: Callable[[Path, str], Published]) -> Published:
    """A town with a list: of one service people can only read on in the Bundesportal, one begins in the portal."""
    return portal_of(with_list(write).folder, "grossstadt")


def test_an_offer_is_online_where_it_begins_on_the_screen(portal: Published) -> None:
    offers = portal.directory.by_slug
    assert [(way.kind, way.is_information) for way in offers[PHONE_ONLY].ways_in] == [
        ("portal", True),
        ("phone", False),
    ]
    assert [(way.kind, way.is_information) for way in offers[IN_A_PORTAL].ways_in] == [
        ("portal", False),
        ("portal", True),
    ]
    assert (offers[PHONE_ONLY].is_online, offers[IN_A_PORTAL].is_online) == (False, True)


def test_a_portal_that_stands_in_by_rule_may_only_inform(
    write: Draft, portal_of: Callable[[Path, str], Published]
) -> None:
    with_list(write)
    write.change(DOG, "  - kind: online\n    form: hund-anmelden\n    note: Das geht ohne Benutzerkonto.\n", "")
    dog = portal_of(write.folder, "grossstadt").directory.by_slug["hund-anmelden"]
    assert [way.portal.slug for way in dog.ways_in if way.portal and way.is_information] == ["bundesportal"]
    assert not dog.is_online


def test_an_editor_says_that_a_portal_only_informs(write: Draft, portal_of: Callable[[Path, str], Published]) -> None:
    service = "services/gewerbe-anmelden.md"
    assert (
        write.change(service, "    portal: wirtschaftsportal\n", "    portal: wirtschaftsportal\n    informs: true\n")
        == []
    )
    offer = portal_of(write.folder, "grossstadt").directory.by_slug["gewerbe-anmelden"]
    assert "portal" in offer.kinds_of_ways
    assert not offer.is_online


def test_the_api_says_which_ways_only_inform(portal: Published) -> None:
    found = {file.path: b"".join(file.pieces) for file in api.files(portal)}
    service = json.loads(found[f"api/v1/services/{PHONE_ONLY}.json"])
    assert service["is_online"] is False
    assert [way["is_information"] for way in service["ways_in"]] == [True, False]


def test_the_115_is_told_where_it_begins_and_nothing_else(portal: Published) -> None:
    assert line(portal, "Versteigerung Anzeige")["Online"] == ""
    assert line(portal, "Versteigerung Erlaubnis")["Online"].startswith("https://service.wirtschaft.example/")


def test_no_channel_leads_to_a_page_that_only_informs(portal: Published) -> None:
    for export in (schema_org.EXPORT, cpsv_ap.EXPORT):
        written = b"".join(piece for file in export.files(portal) for piece in file.pieces).decode()
        assert "https://service.wirtschaft.example/antrag/versteigerung/" in written
        assert "https://bund.example/" not in written
