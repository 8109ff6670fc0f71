"""A portal without persons: nobody of the staff is left in it, and every way in still leads on."""

import shutil
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import Directory, directory
from plugins.catalog.impersonal import seen_from
from plugins.catalog.places import Problem, Severity
from plugins.catalog.validation import has_errors
from plugins.exports.__main__ import main
from tests.conftest import TODAY, Draft
from tests.portals import TINY_DAY, TINY_URL, build

TOWN = "municipalities/grossstadt/municipality.yaml"
OFFICE = "municipalities/grossstadt/offices/steueramt.yaml"
KREIS_OFFICE = "municipalities/kreis-muster/offices/strassenverkehrsamt.yaml"
DOG = "services/hund-anmelden.md"
PERSON = ("anna.meier", "0151 23456789", "15123456789", "Meier", "Müller", "Anna")
"""What of them must not stand anywhere."""
MENDED = {
    OFFICE: ("Fragen Sie Frau Meier", "Fragen Sie am Empfang"),
    DOG: ("Herr Müller hilft", "Das Steueramt hilft"),
    "tombstones/pony.yaml": ("Fragen Sie Frau Meier", "Fragen Sie im Rathaus"),
}
LINKS = "[Anna](mailto:anna.meier@grossstadt.example) oder [Anna](tel:+4915123456789)\n\nAnsprechpartner: Anna Meier"


def with_persons(write: Draft) -> Draft:
    write.change(OFFICE, "email: steueramt@grossstadt.example", "email: anna.meier@grossstadt.example")
    write.change(OFFICE, "phone: 02999 200-40", "phone: 0151 23456789\nopening_note: Fragen Sie Frau Meier")
    write.change(DOG, "  - kind: post\n", "  - kind: phone\n    note: Herr Müller hilft\n  - kind: post\n")
    write.change(DOG, "## Volltext\n", f"## Volltext\n\n{LINKS}\n")
    stone = "title: Pony\naddresses: [/leistungen/pony/]\nsince: 2026-10-01\nreason: Fragen Sie Frau Meier\n"
    write("tombstones/pony.yaml", stone)
    return write


def refusing(write: Draft) -> list[Problem]:
    return with_persons(write).change(TOWN, "kind: town", "kind: town\npersonal_data: false")


def without_persons(write: Draft) -> Draft:
    refusing(write)
    return mended(write)


def mended(write: Draft) -> Draft:
    """The texts are mended by hand; the contacts of the office still are those of a person."""
    for path, (old, new) in MENDED.items():
        write.change(path, old, new)
    write.change(DOG, f"{LINKS}\n", "Fragen Sie im Steueramt.\n")
    return write


def offered(write: Draft) -> Directory:
    catalog, _ = load(write.folder, TODAY)
    return directory(catalog, catalog.municipalities["grossstadt"])


def named(folder: Path) -> dict[str, list[str]]:
    """The persons that the files of a folder name, whatever kind they are of."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    found = {name: [word for word in PERSON if word.encode() in file.read_bytes()] for name, file in files.items()}
    return {name: words for name, words in found.items() if words}


def test_every_text_with_a_person_is_refused_until_somebody_mends_it(write: Draft) -> None:
    errors = [one for one in refusing(write) if one.severity is Severity.ERROR]
    assert [(one.rule, one.place.path.removeprefix("content/")) for one in errors] == [
        ("personal-data", OFFICE),
        *[("personal-data", DOG)] * 4,
        ("personal-data", "tombstones/pony.yaml"),
    ]
    assert not has_errors(mended(write).problems())


def test_nobody_of_the_staff_is_in_any_file_of_a_portal_without_persons(write: Draft) -> None:
    assert set(named(without_persons(write).folder)) == {OFFICE}
    output = write.folder.parent / "output"
    build(write.folder, "grossstadt", output, TINY_URL, SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=1)
    assert {"leistungen", "stellen", "api", "assets"} <= {file.name for file in output.iterdir()}
    assert named(output) == {}


def test_nor_in_any_data_set_that_is_made_without_a_build(write: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))
    output = write.folder.parent / "export"
    command = ["--municipality", "grossstadt", "--out", str(output), str(write.folder)]
    with_persons(write)
    assert main(command) == 0
    assert {Path(name).suffix for name in named(output)} >= {".json", ".csv", ".md", ".xml"}
    shutil.rmtree(output)
    write.change(TOWN, "kind: town", "kind: town\npersonal_data: false")
    assert (main(command), output.exists()) == (1, False)
    mended(write)
    assert main(command) == 0
    assert named(output) == {}


def test_what_is_left_of_an_office_leads_on(write: Draft) -> None:
    offer = offered(without_persons(write)).by_slug["hund-anmelden"]
    office = offer.offices[0]
    assert (office.email, office.phone, office.opening_note) == (None, None, "Fragen Sie am Empfang")
    assert offer.ways_in
    assert all(way.leads_on for way in offer.ways_in)


def test_a_text_is_never_rewritten(write: Draft) -> None:
    text = "Nennen Sie das Aktenzeichen 0151 23456789 2 und fragen Sie Frau Meier."
    refusing(write)
    write.change(DOG, LINKS, text)
    assert offered(write).by_slug["hund-anmelden"].service.full_text.startswith(text)


@pytest.mark.parametrize("wish", [None, False])
def test_an_office_that_wants_it_is_not_asked_where_the_town_says_no(wish: bool | None, write: Draft) -> None:
    with_persons(write).change(OFFICE, "name:", "personal_data: true\nname:")
    if wish is False:
        write.change(TOWN, "kind: town", "kind: town\npersonal_data: false")
    expected = None if wish is False else "anna.meier@grossstadt.example"
    assert next(one.email for one in offered(write).offices if one.slug == "steueramt") == expected


def test_a_portal_with_persons_is_made_of_the_very_same_records(write: Draft) -> None:
    catalog, _ = load(with_persons(write).folder, TODAY)
    assert seen_from(catalog, catalog.municipalities["grossstadt"]) is catalog


def test_who_represents_the_town_stays_in_the_impressum(write: Draft) -> None:
    write.change(TOWN, "den Oberbürgermeister der Stadt Großstadt", "Herrn Oberbürgermeister Klein")
    assert offered(without_persons(write)).municipality.represented_by == "Herrn Oberbürgermeister Klein"


def test_portals_without_persons_share_what_is_known_of_their_content(write: Draft) -> None:
    catalog, _ = load(without_persons(write).folder, TODAY)
    town = catalog.municipalities["grossstadt"]
    assert seen_from(catalog, town) is seen_from(catalog, town)
