"""What is counted of a portal's services, by department."""

import datetime
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import directory
from plugins.status.departments import departments
from plugins.status.standing import COLUMNS, Figures, figures, totals
from tests.catalog.listing import with_list
from tests.conftest import CONTENT, Draft

REGISTER = "links/www.register.example.yaml"
"""Where the only external address of `fuehrungszeugnis-beantragen` is."""


def shown(numbers: Figures) -> dict[str, int]:
    """The figures that are not nought, by their names."""
    return {name: number for name, number in zip(COLUMNS, numbers, strict=True) if number}


def of_all(catalog: Catalog, town: str = "grossstadt") -> dict[str, int]:
    return shown(totals(catalog, directory(catalog, catalog.municipalities[town])))


def of_department(catalog: Catalog, role: str, town: str = "grossstadt") -> dict[str, int]:
    portal = directory(catalog, catalog.municipalities[town])
    (found,) = [one for one in departments(catalog, portal) if one.slug == role]
    return shown(figures(catalog, portal, found.offers))


def on(day: str, folder: Path = CONTENT) -> Catalog:
    return load(folder, datetime.date.fromisoformat(day))[0]


def test_services_of_a_portal_are_counted(world: Catalog) -> None:
    assert of_all(world) == {
        "Leistungen": 11,
        "online": 6,
        "mit Formular": 2,
        "auf Englisch": 1,
        "in Leichter Sprache": 1,
        "mit Reifegrad 2.0": 1,
        "mittlere Stufe 2.0 (0–7)": 2,
    }


def test_a_department_is_counted_by_its_own_services(world: Catalog) -> None:
    assert of_department(world, "strassenverkehrsamt") == {"Leistungen": 1, "online": 1, "mit Formular": 1}


def test_what_a_kreis_leaves_to_its_towns_is_not_online_there(world: Catalog) -> None:
    assert of_department(world, "steueramt", "kreis-muster") == {
        "Leistungen": 1,
        "auf Englisch": 1,
        "in Leichter Sprache": 1,
    }


@pytest.mark.parametrize(("day", "overdue"), [("2027-07-01", 0), ("2027-07-02", 1), ("2027-09-02", 3)])
def test_a_review_is_overdue_on_the_day_after(day: str, overdue: int) -> None:
    assert of_all(on(day)).get("überfällig", 0) == overdue


@pytest.mark.parametrize(("state", "verified"), [("ok", 1), ("caution", 0), ("pending", 0), ("broken", 0)])
def test_links_are_verified_when_the_ledger_calls_all_of_them_ok(write: Draft, state: str, verified: int) -> None:
    entry = f"address: https://www.register.example/antrag\n    state: {state}"
    (write.folder / "links").mkdir()
    (write.folder / REGISTER).write_text(
        f"links:\n  - {entry}\n    since: 2026-10-30\n    checked_on: 2026-10-31\n", encoding="utf-8"
    )
    assert of_department(on("2026-11-01", write.folder), "buergerbuero").get("mit geprüften Links", 0) == verified


def test_levels_are_counted_model_by_model_and_the_middle_one_is_a_level(write: Draft) -> None:
    for service, level, model in [
        ("gewerbe-anmelden", 3, "1.1"),
        ("gewerbe-ummelden", 4, "1.1"),
        ("kiosk-anmelden", 0, "2.0"),
        ("gruenschnitt-abgeben", 7, "2.0"),
    ]:
        file = write.folder / "services" / f"{service}.md"
        text = file.read_text(encoding="utf-8")
        maturity = f"\nmaturity:\n  level: {level}\n  model: {model}\nchannels:"
        file.write_text(text.replace("\nchannels:", maturity, 1), encoding="utf-8")
    found = of_department(on("2026-11-01", write.folder), "ordnungsamt")
    assert {name: number for name, number in found.items() if "Reifegrad" in name or "Stufe" in name} == {
        "mit Reifegrad 2.0": 2,
        "mit Reifegrad 1.1": 2,
        "mittlere Stufe 1.1 (0–4)": 3,
    }


def test_pages_by_rule_are_kept_by_no_department(write: Draft) -> None:
    assert of_all(on("2026-11-01", with_list(write).folder))["Leistungen"] == 11


def test_departments_are_named_as_the_town_knows_them(world: Catalog) -> None:
    names = {
        town: {one.slug: one.name for one in departments(world, directory(world, world.municipalities[town]))}
        for town in ("grossstadt", "kleinstadt", "kreis-muster")
    }
    assert names["grossstadt"]["bauaufsicht"] == "Bauaufsicht der Stadt Großstadt"
    assert names["kleinstadt"]["bauaufsicht"] == "Bauaufsicht des Kreises (Kreis Muster)"
    assert names["kreis-muster"]["bauaufsicht"] == "Bauaufsicht des Kreises"
    assert names["kreis-muster"]["steueramt"] == "steueramt (in den Städten und Gemeinden)"
    assert names["grossstadt"]["finanzamt"] == "Finanzamt"
