"""What all pages of a portal refer to."""

import datetime

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.history import Commit, History
from plugins.catalog.records import Office
from plugins.metadata.schema_org.site import Site

URL = "https://service.grossstadt.example"


def site(catalog: Catalog, town: str = "grossstadt", history: History | None = None) -> Site:
    return Site(catalog, directory(catalog, catalog.municipalities[town]), URL, history or History())


def test_the_portal_says_how_it_is_searched(world: Catalog) -> None:
    found = site(world).website
    assert found["name"] == "Serviceportal Stadt Großstadt"
    assert found["publisher"] == {"@id": f"{URL}/#ort"}
    assert found["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{URL}/suche/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }


def test_the_area_of_a_town_has_its_keys_and_lies_in_its_kreis(world: Catalog) -> None:
    found = site(world).area
    assert [(key["propertyID"], key["value"]) for key in found["identifier"]] == [
        ("ARS", "059990004004"),
        ("AGS", "05999004"),
    ]
    assert found["containedInPlace"]["name"] == "Kreis Muster"


def test_the_area_of_a_kreis_lies_in_its_land(world: Catalog) -> None:
    found = site(world, "kreis-muster").area
    assert [key["value"] for key in found["identifier"]] == ["059990000000", "05999000"]
    assert found["containedInPlace"] == {"@type": "State", "name": "Nordrhein-Westfalen"}


def test_an_office_says_how_it_is_reached_and_whose_it_is(world: Catalog) -> None:
    found = site(world).offices["buergerbuero"]
    assert found["@id"] == f"{URL}/stellen/buergerbuero/#stelle"
    assert (found["telephone"], found["email"]) == ("+49299920010", "buergerbuero@grossstadt.example")
    assert found["address"]["streetAddress"] == "Rathausplatz 1"
    assert found["openingHoursSpecification"][0]["opens"] == "08:00"
    assert found["amenityFeature"]["value"] == "Stufenloser Eingang und Aufzug"
    assert found["parentOrganization"] == {
        "@type": "GovernmentOrganization",
        "@id": f"{URL}/#ort",
        "name": "Stadt Großstadt",
    }


def test_an_office_of_the_kreis_belongs_to_the_kreis_on_its_own_portal(world: Catalog) -> None:
    parent = site(world).offices["strassenverkehrsamt"]["parentOrganization"]
    assert (parent["@id"], parent["name"]) == ("https://service.kreis-muster.example/#ort", "Kreis Muster")


def test_an_office_without_a_page_in_this_portal_is_described_without_an_address(world: Catalog) -> None:
    helpline = Office(slug="helpline", name="Behördennummer 115", phone="115")
    assert site(world).place(helpline) == {
        "@type": "GovernmentOffice",
        "name": "Behördennummer 115",
        "telephone": "115",
    }


def test_the_newest_commit_of_its_files_dates_a_page(world: Catalog) -> None:
    at = datetime.datetime(2026, 10, 5, 12, 0, tzinfo=datetime.UTC)
    history = History({"a.md": Commit(at, "Neue Gebühr"), "b.md": Commit(at.replace(month=9), "Anfang")})
    assert site(world, history=history).last_change(["a.md", "b.md"]) == "2026-10-05T12:00:00+00:00"
    assert site(world, history=history).last_change(["new.md"]) is None
