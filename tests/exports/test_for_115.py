"""The table for the Behördenruf: one line per service, for Excel and for programs."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalog.published import Published
from plugins.exports import for_115
from tests.conftest import Draft


def table(portal: Published) -> list[dict[str, str]]:
    (file,) = for_115.files(portal)
    text = b"".join(file.pieces).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def line(portal: Published, title: str) -> dict[str, str]:
    return next(found for found in table(portal) if found["Leistung"] == title)


def test_an_agent_finds_what_to_say(grossstadt: Published) -> None:
    assert line(grossstadt, "Hund anmelden") == {
        "Leistung": "Hund anmelden",
        "Amtliche Bezeichnung": "",
        "Stichwörter": "Hundesteuer, Hundemarke, Welpe",
        "Kurztext": "Haben Sie einen Hund aufgenommen? Melden Sie ihn zur Hundesteuer an.",
        "Unterlagen": "Ihr Name und Ihre Anschrift; Rasse und Alter des Hundes",
        "Gebühren": "Anmeldung zur Hundesteuer: gebührenfrei",
        "Zuständig": "Stadt Großstadt",
        "Stelle": "Steueramt Großstadt",
        "Anschrift": "Rathausplatz 1, 59990 Großstadt",
        "Telefon": "02999 200-40",
        "Mail": "steueramt@grossstadt.example",
        "Öffnungszeiten": "",
        "Weitere Stellen": "Ordnungsamt Großstadt",
        "Online": "https://formulare.kreis-muster.example/hund?ars=059990004004",
        "Termin": "",
        "Leistungsschlüssel": "99102013104000",
        "Gebiet": "Stadt Großstadt",
        "Regionalschlüssel": "059990004004",
        "Seite": "https://service.grossstadt.example/leistungen/hund-anmelden/",
        "Stand": "2026-10-20",
    }


def test_every_service_has_a_line(rurheim: Published) -> None:
    assert [found["Leistung"] for found in table(rurheim)] == [offer.title for offer in rurheim.directory.offers]


def test_a_line_is_a_piece(rurheim: Published) -> None:
    (file,) = for_115.files(rurheim)
    assert sum(1 for _ in file.pieces) == 1 + 1 + len(rurheim.directory.offers)


CONTACTS = ("Zuständig", "Stelle", "Anschrift", "Telefon", "Mail", "Öffnungszeiten", "Weitere Stellen")
WITHOUT_OFFICES = {
    "Hund anmelden": ("services/hund-anmelden.md", "offices: [steueramt, ordnungsamt]\n"),
    "Fahrzeug zulassen": ("services/fahrzeug-zulassen.md", "offices: [strassenverkehrsamt]\n"),
    "Grundsteuer erklären": ("services/grundsteuer-erklaeren.md", "offices: [finanzamt]\n"),
}
TOWN_HALL = ("Rathausplatz 1, 59990 Großstadt", "02999 200-0", "info@grossstadt.example", "", "")
KREIS_HOUSE = ("Kreishausplatz 1, 59990 Großstadt", "02999 100-0", "info@kreis-muster.example", "", "")


@pytest.mark.parametrize(
    ("title", "contacts"),
    [
        ("Hund anmelden", ("Stadt Großstadt", "", *TOWN_HALL)),
        ("Fahrzeug zulassen", ("Kreis Muster", "", *KREIS_HOUSE)),
        ("Grundsteuer erklären", ("Land Nordrhein-Westfalen", "", "", "", "", "", "")),
    ],
)
def test_without_an_office_the_contacts_are_those_of_who_is_competent_or_nobodys(
    write: Draft, portal_of: Callable[[Path, str], Published], title: str, contacts: tuple[str, ...]
) -> None:
    path, offices = WITHOUT_OFFICES[title]
    write.change(path, offices, "")
    found = line(portal_of(write.folder, "grossstadt"), title)
    assert tuple(found[name] for name in CONTACTS) == contacts


def test_nobody_is_told_the_phone_of_a_town_for_what_another_authority_decides(rurheim: Published) -> None:
    here, contacts = rurheim.directory.municipality, {found["Leistung"]: found for found in table(rurheim)}
    foreign = [offer for offer in rurheim.directory.offers if not offer.offices and not offer.provided_by]
    assert len(foreign) > 200
    assert {contacts[offer.title]["Telefon"] for offer in foreign} == {""}
    assert here.phone in {found["Telefon"] for found in contacts.values()}


def test_a_kreis_names_the_towns_to_choose_from(rurland: Published) -> None:
    found = line(rurland, "Hund anmelden")
    assert found["Telefon"] == ""
    assert {"Stadt Rurheim", "Gemeinde Rurauen"} <= set(found["Weitere Stellen"].split(", "))


def test_no_cell_is_a_formula(write: Draft, portal_of: Callable[[Path, str], Published]) -> None:
    write.change("services/hund-anmelden.md", "title: Hund anmelden", "title: =HYPERLINK(1)")
    assert line(portal_of(write.folder, "grossstadt"), "'=HYPERLINK(1)")
