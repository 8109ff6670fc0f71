"""Ways in, best first: the written ones that lead on, then by rule what is left; there is always one."""

from dataclasses import replace

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Offer, WayIn, directory
from plugins.catalog.nearest import Nearest
from plugins.catalog.records import Form, Office, Portal
from plugins.catalog.records.base import Record
from plugins.catalog.records.channel import PhoneChannel
from plugins.catalog.ways_in import Ways
from tests.conftest import TODAY, Draft

DOG = "services/hund-anmelden.md"
KEY = "99102013104000"
ONLINE = "  - kind: online\n    form: hund-anmelden\n    note: Das geht ohne Benutzerkonto.\n"
TO_PHONE = "  - kind: phone\n    office: ordnungsamt\n    note: Für Fragen zu großen Hunden.\n"

LAND = """title: Serviceportal des Landes
operator: Land
url: https://land.example/
scheme: meineverwaltung
"""
BUND = """title: Portal des Bundes
operator: Bund
url: https://bund.example/
scheme: bund
deep_path: /leistung/{leika}?ort={ars}
"""
LANDING = f"""title: Tiere
portal: landesportal
path: /tiere
checked_on: 2026-10-01
audience: [citizens]
topics: [tiere]
choices:
  - title: Hundesteuer Anmeldung
    leika: {KEY}
    level: municipal
"""


@pytest.fixture
def grossstadt_ways(world: Catalog) -> Ways:
    """The ways in of Großstadt, before anybody asked for one."""
    return Ways(Nearest(world, world.municipalities["grossstadt"]))


def offer(write: Draft, town: str = "kleinstadt", service: str = "hund-anmelden") -> Offer:
    catalog, _ = load(write.folder, TODAY)
    return directory(catalog, catalog.municipalities[town]).by_slug[service]


def told(ways: tuple[WayIn, ...]) -> list[tuple[str, bool, str | None]]:
    return [(way.kind, way.is_by_rule, way.url) for way in ways]


def test_a_written_way_online_needs_no_other(write: Draft) -> None:
    write("portals/bundesportal.yaml", BUND)
    assert [(way.kind, way.is_by_rule) for way in offer(write).ways_in] == [
        ("online", False),
        ("post", False),
        ("phone", False),
    ]


def test_without_a_way_online_land_and_bund_follow_where_they_know_the_service(write: Draft) -> None:
    write("portals/landesportal.yaml", LAND)
    write("portals/bundesportal.yaml", BUND)
    write("landings/tiere.yaml", LANDING)
    write.change(DOG, ONLINE, "")
    assert told(offer(write).ways_in) == [
        ("post", False, None),
        ("phone", False, None),
        ("portal", True, "https://land.example/tiere"),
        ("portal", True, f"https://bund.example/leistung/{KEY}?ort=059990008008"),
    ]
    assert offer(write).ways_in[2].choose == "Hundesteuer Anmeldung"


def test_a_portal_without_listing_and_pattern_does_not_follow(write: Draft) -> None:
    write("portals/landesportal.yaml", LAND)
    write.change(DOG, ONLINE, "")
    assert offer(write).kinds_of_ways == ("post", "phone")


def test_a_portal_that_lists_a_service_as_not_available_does_not_follow(write: Draft) -> None:
    write("portals/landesportal.yaml", LAND)
    write("landings/tiere.yaml", LANDING + "    available: false\n")
    write.change(DOG, ONLINE, "")
    assert offer(write).kinds_of_ways == ("post", "phone")


def test_a_service_without_a_key_is_known_to_no_portal(write: Draft) -> None:
    write("portals/bundesportal.yaml", BUND)
    write.change(DOG, ONLINE, "")
    write.change(DOG, f"leika: [{KEY}]\n", "")
    assert offer(write).kinds_of_ways == ("post", "phone")


def test_a_written_portal_that_lists_the_service_as_not_available_is_closed(write: Draft) -> None:
    write("portals/landesportal.yaml", LAND)
    write("landings/tiere.yaml", LANDING + "    available: false\n    warning: Keine Zuständigkeit in NRW\n")
    write.change(DOG, ONLINE, "  - kind: portal\n    portal: landesportal\n")
    assert [(way.kind, way.missing) for way in offer(write).closed] == [("portal", "listing")]


def test_a_form_without_an_address_is_left_to_print_it(write: Draft) -> None:
    write("forms/hund-anmelden.yaml", "title: Hund anmelden\npdf: https://formulare.kreis-muster.example/hund.pdf\n")
    assert told(offer(write).ways_in)[-1] == ("pdf", True, "https://formulare.kreis-muster.example/hund.pdf")
    assert [(way.kind, way.missing) for way in offer(write).closed] == [("online", "online")]


def test_when_no_written_way_leads_on_the_competent_office_does(write: Draft) -> None:
    write.change(DOG, ONLINE + "  - kind: post\n" + TO_PHONE, "  - kind: appointment\n")
    ways = offer(write).ways_in
    assert [(way.kind, way.office.name if way.office else "") for way in ways] == [
        ("pdf", "Kämmerei und Steueramt"),
        ("post", "Kämmerei und Steueramt"),
        ("phone", "Kämmerei und Steueramt"),
    ]
    assert all(way.is_by_rule for way in ways)


def test_at_last_the_phone_of_the_municipality_is_left(write: Draft) -> None:
    write.change(DOG, ONLINE + "  - kind: post\n" + TO_PHONE, "  - kind: appointment\n")
    write.change(DOG, "offices: [steueramt, ordnungsamt]\n", "")
    write.change(DOG, "forms: [hund-anmelden]\n", "")
    (way,) = offer(write).ways_in
    assert way.office
    assert (way.kind, way.office.name, way.office.phone) == ("phone", "Stadt Kleinstadt", "02999 300-0")


@pytest.mark.parametrize("lost", [Office, Form, Portal])
def test_a_way_in_is_never_missing(world: Catalog, lost: type[Record]) -> None:
    without = replace(world, records=tuple(record for record in world.records if not isinstance(record, lost)))
    for municipality in without.municipalities.values():
        assert [one.slug for one in directory(without, municipality).offers if not (one.ways_in or one.towns)] == []


def test_services_that_write_the_same_share_their_ways(grossstadt_ways: Ways) -> None:
    phone, other = PhoneChannel(kind="phone"), PhoneChannel(kind="phone", note="Nur vormittags.")
    desk, counter = Office(slug="a", name="A", phone="0221 1"), Office(slug="b", name="B", phone="0221 2")
    asked = [(phone, desk), (phone.model_copy(), desk), (other, desk), (phone, counter)]
    first, again, noted, elsewhere = (grossstadt_ways.way_in(channel, office, ()) for channel, office in asked)
    assert first is again
    assert first != noted
    assert first != elsewhere
    assert (first.office, elsewhere.office) == (desk, counter)


def test_equal_records_and_ways_are_found_under_each_other() -> None:
    desk = Office(slug="a", name="A", phone="0221 1")
    way = WayIn("phone", office=desk, note="Nur vormittags.")
    assert {desk: 1, way: 2}[desk.model_copy()] == 1
    assert {desk: 1, way: 2}[replace(way, office=desk.model_copy())] == 2
