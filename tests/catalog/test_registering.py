"""The register of addresses: what all portals share once, nothing is ever taken out."""

import pytest

from plugins.catalog.__main__ import main
from plugins.catalog.catalog import load
from plugins.catalog.registering import changes
from tests.conftest import TODAY, Draft


def register(write: Draft, *towns: str) -> dict[str, list[str]]:
    """Every file that is written for these towns, as its lines without the head and the addresses between."""
    catalog, _ = load(write.folder, TODAY)
    found = list(changes(catalog, write.folder, towns or list(catalog.current)))
    for change in found:
        (write.folder / change.path).parent.mkdir(exist_ok=True)
        (write.folder / change.path).write_bytes(change.after)
    return {change.path: change.after.decode().splitlines()[1:] for change in found}


def test_what_all_portals_share_stands_in_one_file(write: Draft) -> None:
    found = register(write)
    assert sorted(found) == [
        "addresses/grossstadt.yaml",
        "addresses/kleinstadt.yaml",
        "addresses/shared.yaml",
    ]
    assert found["addresses/kleinstadt.yaml"] == [
        "municipalities:",
        "- kleinstadt",
        "addresses:",
        "- /stellen/buergerbuero/",
        "- /stellen/ordnungsamt/",
        "- /stellen/steueramt/",
    ]
    assert found["addresses/shared.yaml"][:4] == ["municipalities:", "- grossstadt", "- kleinstadt", "- kreis-muster"]


def test_one_portal_alone_has_all_in_its_own_file(write: Draft) -> None:
    found = register(write, "grossstadt")
    assert list(found) == ["addresses/grossstadt.yaml"]
    assert "- /leistungen/hund-anmelden/en/" in found["addresses/grossstadt.yaml"]


def test_languages_of_topics_and_offices_go_without_saying(write: Draft) -> None:
    assert [line for line in register(write, "grossstadt")["addresses/grossstadt.yaml"] if "themen/tiere" in line] == [
        "- /themen/tiere/"
    ]


def test_a_second_run_changes_nothing(write: Draft) -> None:
    register(write)
    assert register(write) == {}


def test_a_new_service_is_one_more_line(write: Draft) -> None:
    before = register(write)["addresses/shared.yaml"]
    text = (write.folder / "services/kiosk-anmelden.md").read_text("utf-8")
    write("services/bude-anmelden.md", text.replace('"Kiosk"', '"Bude"'))
    after = register(write)
    assert list(after) == ["addresses/shared.yaml"]
    assert [line for line in after["addresses/shared.yaml"] if line not in before] == ["- /leistungen/bude-anmelden/"]


def test_what_is_gone_stays_noted(write: Draft) -> None:
    register(write)
    (write.folder / "services/kiosk-anmelden.md").unlink()
    assert register(write) == {}
    assert "/leistungen/kiosk-anmelden/" in (write.folder / "addresses/shared.yaml").read_text("utf-8")


def test_former_addresses_and_those_of_tombstones_are_noted_as_they_are_written(write: Draft) -> None:
    write.change("services/hund-anmelden.md", "\ntitle: ", "\nformer_urls: [/leistungen/hund-melden/]\ntitle: ")
    write(
        "tombstones/pony.yaml",
        "title: Pony\naddresses: [/alt/?id=3, /themen/ponys/]\nsince: 2026-10-01\nreason: Weg.\n",
    )
    lines = register(write, "grossstadt")["addresses/grossstadt.yaml"]
    assert [line for line in lines if "hund-melden" in line or "ponys" in line or "?" in line] == [
        "- /alt/?id=3",
        "- /leistungen/hund-melden/",
        "- /themen/ponys/",
    ]


def test_the_register_has_no_mistakes(write: Draft) -> None:
    register(write)
    assert write.problems() == []


def test_the_command_says_what_is_new_and_what_to_do(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*options: str) -> list[str]:
        main(["addresses", *options, str(write.folder)])
        output = capsys.readouterr()
        return (output.out + output.err).splitlines()

    folder = write.folder / "addresses"
    assert (
        said("--municipality=grossstadt", "--dry-run")[-1]
        == "1 Datei zu schreiben. Geschrieben ist nichts (DRY_RUN=1)."
    )
    assert not folder.exists()
    assert said("--municipality=grossstadt")[-2:] == [
        "1 Datei geschrieben.",
        f"Checken Sie {folder} ein, damit keine Adresse verloren geht.",
    ]
    assert said("--municipality=grossstadt") == [f"Alle Adressen stehen schon in {folder}."]
    assert said("--municipality=atlantis") == [
        "Ort „atlantis“ gibt es nicht. Möglich sind: grossstadt, kleinstadt, kreis-muster"
    ]
