"""An address once published stays: as a page, by leading on, or with a word on why it is gone."""

import shutil
from pathlib import Path

import pytest

from plugins.authoring.renaming import renamed
from plugins.catalog.catalog import load
from plugins.catalog.changes import write as write_changes
from plugins.catalog.registering import changes
from plugins.catalog.validation import validated
from tests.catalog.listing import LANDING, with_list
from tests.conftest import TODAY, Draft, said
from tests.portals import PROJECT

DOG = "services/hund-anmelden.md"
KIOSK = "services/kiosk-anmelden.md"
SHARED = "content/addresses/shared.yaml"
KIOSK_LINE = 21
STONE = """\
title: Kiosk anmelden
addresses: [/leistungen/kiosk-anmelden/]
since: 2026-10-31
reason: Kioske sind jetzt ein Gewerbe wie jedes andere.
"""


def published(write: Draft) -> Draft:
    """The tiny country, all of whose addresses are noted."""
    catalog, _ = load(write.folder, TODAY)
    write_changes(write.folder, list(changes(catalog, write.folder, list(catalog.current))))
    return write


def lost(write: Draft) -> list[str]:
    return said([found for found in write.problems() if found.rule == "lost-address"])


def remedy(name: str, address: str = "", folder: str = "") -> str:
    inbound = f" Dorthin führen noch: {address}." if address else ""
    return (
        " → Diese Zeile bleibt stehen; make addresses hat sie geschrieben."
        " Umbenannt: Tragen Sie die Adresse bei der neuen Leistung unter former_urls ein"
        f" (make rename-service tut es). Weggefallen: Legen Sie {folder}tombstones/{name}.yaml an.{inbound}"
    )


def test_what_stands_where_it_stood_passes(write: Draft) -> None:
    assert said(published(write).problems()) == []


def test_a_deleted_service_is_an_error(write: Draft) -> None:
    published(write)
    (write.folder / KIOSK).unlink()
    assert lost(write) == [
        f"{SHARED}:{KIOSK_LINE}:1: /leistungen/kiosk-anmelden/ war veröffentlicht und führt ins Leere  [lost-address]"
        + remedy("kiosk-anmelden")
    ]


def test_everything_that_still_leads_there_is_named_with_its_line(write: Draft) -> None:
    write.change(KIOSK, "nur als Text.", "nur als Text.\n\nSiehe [Hund](/leistungen/hund-anmelden/#kosten).")
    published(write)
    for file in write.folder.glob("services/hund-anmelden*"):
        file.unlink()
    dog, _ = lost(write)
    assert dog.endswith(
        remedy(
            "hund-anmelden",
            "pages/hilfe.md:7, services/kiosk-anmelden.md:27, municipalities/grossstadt/municipality.yaml:16",
        )
    )


def test_a_page_in_another_language_is_not_reported_beside_its_german_one(write: Draft) -> None:
    published(write)
    for file in write.folder.glob("services/hund-anmelden*"):
        file.unlink()
    assert [one.split(" war ")[0] for one in lost(write)] == [
        f"{SHARED}:18:1: /leistungen/hund-anmelden/",
        f"{SHARED}:32:1: /themen/tiere/",
    ]


def test_a_deleted_translation_leads_to_the_german_page(write: Draft) -> None:
    published(write)
    (write.folder / "services/hund-anmelden.en.md").unlink()
    assert lost(write) == []


def test_a_renamed_file_is_an_error_and_the_command_makes_none(write: Draft) -> None:
    published(write)
    catalog, _ = load(write.folder, TODAY)
    write_changes(write.folder, renamed(catalog, write.folder, "hund-anmelden", "hund-melden"))
    assert said(write.problems()) == []
    write.change("services/hund-melden.md", "former_urls: [/leistungen/hund-anmelden/]\n", "")
    assert lost(write)[0].startswith(f"{SHARED}:18:1: /leistungen/hund-anmelden/ war veröffentlicht")


def test_a_tombstone_answers(write: Draft) -> None:
    published(write)
    (write.folder / KIOSK).unlink()
    assert said(write("tombstones/kiosk-anmelden.yaml", STONE)) == []


def test_a_town_that_offers_something_no_more_is_named(write: Draft) -> None:
    published(write)
    local = "municipalities/kleinstadt/services/kiosk-anmelden.md"
    write(local, "---\noffered: false\n---\n")
    assert lost(write) == [
        f"{SHARED}:{KIOSK_LINE}:1: /leistungen/kiosk-anmelden/ war veröffentlicht"
        " und führt im Portal Kleinstadt ins Leere  [lost-address]"
        + remedy("kiosk-anmelden", folder="municipalities/kleinstadt/")
    ]
    assert said(write("municipalities/kleinstadt/tombstones/kiosk-anmelden.yaml", STONE)) == []


def test_a_former_address_that_is_taken_out_is_an_error(write: Draft) -> None:
    write.change(DOG, "\ntitle: ", "\nformer_urls: [/alt/hunde.html]\ntitle: ")
    published(write)
    write.change(DOG, "former_urls: [/alt/hunde.html]\n", "")
    assert [one.partition("  [")[0] for one in lost(write)] == [
        "content/addresses/shared.yaml:7:1: /alt/hunde.html war veröffentlicht und führt ins Leere"
    ]


@pytest.mark.parametrize(
    ("file", "address"),
    [("topics/umzug.yaml", "/themen/umzug/"), ("pages/hilfe.md", "/hilfe/"), (LANDING, "/leistungen/versteigerung-")],
)
def test_topics_pages_and_services_by_rule_count_too(write: Draft, file: str, address: str) -> None:
    published(with_list(write))
    (write.folder / file).unlink()
    assert any(f": {address}" in one for one in lost(write))


def test_a_file_with_mistakes_has_not_lost_its_address(write: Draft) -> None:
    published(write)
    assert {found.rule for found in write(DOG, b"\xff\xfe broken")} == {"encoding"}


def test_a_former_town_answers_for_none_of_its_addresses(write: Draft) -> None:
    published(write)
    write.change("municipalities/kleinstadt/municipality.yaml", "portal_url:", "successor: grossstadt\nportal_url:")
    assert lost(write) == []


def test_deleting_a_service_of_the_demo_is_an_error_that_names_what_leads_there(tmp_path: Path) -> None:
    content = Path(shutil.copytree(PROJECT / "content", tmp_path / "content"))
    (content / "services/hundesteuer-ermaessigung.md").unlink()
    (content / "services/hundesteuer-ermaessigung.en.md").unlink()
    (found,) = [one for one in validated(content)[1] if one.rule == "lost-address"]
    assert found.message == "/leistungen/hundesteuer-ermaessigung/ war veröffentlicht und führt ins Leere"
    assert "Dorthin führen noch: services/" in found.hint
