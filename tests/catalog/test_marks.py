"""What belongs to another place is recognised however it is written; what only looks like it is not."""

import pytest

from plugins.catalog import marks
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.marks import Marks
from tests.conftest import TODAY, Draft

SMALL = "municipalities/kleinstadt/municipality.yaml"


@pytest.fixture(scope="module")
def foreign(world: Catalog) -> Marks:
    """What must not stand in the portal of Großstadt."""
    return marks.foreign(world, world.municipalities["grossstadt"])


@pytest.mark.parametrize(
    "written",
    [
        "02999 300-40",
        "02999/300-40",
        "02999 / 300 40",
        "(02999) 300-40",
        "+49 2999 300-40",
        "+49 (0)2999 300-40",
        "0049 2999 30040",
        "tel:+49299930040",
        "02999\u00a0300\u201340",
        "02999&nbsp;300-40",
        "02999.300.40",
        "02999\n   300-40",
        "02999  300\u2009-\u202f40",
        "02999&#160;300&#8211;40",
        "02999 300&amp;#8211;40",
        "<b>02999</b> 300<wbr>-40",
        "02999<br>300-40",
        "02999 30\u00ad0-\u200b40",
        "+49 02999 300-40",
        "49299930040",
        "tel:%2B49299930040",
        '"phone": "\\u002b49 2999\\u00a0300\\u201340"',
        "02999 300-40 2026-11-01 12:30",
        "115 02999 300-40",
        "02999 300",
        '<a href="tel:+49299930040">anrufen</a>',
    ],
)
def test_a_phone_number_is_the_same_however_it_is_written(foreign: Marks, written: str) -> None:
    found = foreign.named_in(f"Rufen Sie an: {written}, bitte.".encode())
    assert found
    assert found[1] == "Stadt Kleinstadt"


@pytest.mark.parametrize(
    "written",
    [
        "02999 300-41",
        "02999 300-401",
        "02999 3004",
        "102999 300-40",
        "02999 200-40",
        "115",
        "99299930040",
        "2026-03-00 40",
    ],
)
def test_another_number_is_none_of_them(foreign: Marks, written: str) -> None:
    assert foreign.named_in(f"Rufen Sie an: {written}, bitte.".encode()) is None


@pytest.mark.parametrize(
    "text",
    [
        "An-kleinstadt.example",
        "www.kleinstadt.example-gruppe.de",
        "Stadt Kleinstadtler",
        "Kleinstadt",
        "Altstadt Kleinstadt",
    ],
)
def test_a_longer_word_or_host_is_another_one(foreign: Marks, text: str) -> None:
    assert foreign.named_in(text.encode()) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Stadt Kleinstadt", "Stadt Kleinstadt"),
        ("Stadt\u00a0Kleinstadt.", "Stadt Kleinstadt"),
        ("Stadt\n    Kleinstadt", "Stadt Kleinstadt"),
        ("Stadt<br>Kleinstadt", "Stadt Kleinstadt"),
        ("Stadt&#xA0;<b>Klein</b>stadt", "Stadt Kleinstadt"),
        ("Stadt \u00a0 Klein&shy;stadt", "Stadt Kleinstadt"),
        ('{"text": "Stadt\\nKleinstadt"}', "Stadt Kleinstadt"),
        ("Steueramt&#64;Kleinstadt.Example", "steueramt@kleinstadt.example"),
        ("mailto:steueramt%40kleinstadt.example", "steueramt@kleinstadt.example"),
        ('"https:\\/\\/www.kleinstadt.example\\/hund"', "www.kleinstadt.example"),
        ("https:&#x2F;&#x2F;WWW.KLEINSTADT.EXAMPLE&#x2F;", "www.kleinstadt.example"),
        ("/weiter?zu=https%3A%2F%2Fwww.kleinstadt.example%2F", "www.kleinstadt.example"),
        ('<meta content="Stadt Kleinstadt">', "Stadt Kleinstadt"),
        ("https://www.kleinstadt.example/hund", "www.kleinstadt.example"),
        ("mailto:steueramt@kleinstadt.example", "steueramt@kleinstadt.example"),
    ],
)
def test_names_hosts_and_mail_are_found(foreign: Marks, text: str, mark: str) -> None:
    assert foreign.named_in(text.encode()) == (mark, "Stadt Kleinstadt")


def test_a_name_with_umlauts_is_found_as_machines_write_it(world: Catalog) -> None:
    foreign = marks.foreign(world, world.municipalities["kleinstadt"])
    assert foreign.named_in(rb'{"name": "Stadt Gro\u00dfstadt"}') == ("Stadt Großstadt", "Stadt Großstadt")


def test_a_town_may_name_its_kreis_and_a_kreis_its_towns(world: Catalog) -> None:
    kreis = marks.foreign(world, world.municipalities["kreis-muster"])
    assert (kreis.written, kreis.phones) == ({}, {})


def test_a_number_or_a_server_that_two_towns_share_belongs_to_both(write: Draft) -> None:
    write.change(SMALL, "phone: 02999 300-0", "phone: +49 2999 200-0\nhosts: [termine.grossstadt.example]")
    catalog, _ = load(write.folder, TODAY)
    foreign = marks.foreign(catalog, catalog.municipalities["grossstadt"])
    assert "+4929992000" not in foreign.phones
    assert "termine.grossstadt.example" not in foreign.written


def test_two_towns_are_no_strangers_after_one_became_part_of_the_other(write: Draft) -> None:
    write.change(SMALL, "portal_url:", "successor: grossstadt\nportal_url:")
    catalog, _ = load(write.folder, TODAY)
    assert marks.foreign(catalog, catalog.municipalities["grossstadt"]).written == {}
    assert marks.foreign(catalog, catalog.municipalities["kleinstadt"]).written == {}
