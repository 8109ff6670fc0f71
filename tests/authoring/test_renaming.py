"""A service gets another name: its files move, the old address leads on, whatever named it follows."""

from pathlib import Path

import pytest

from plugins.authoring.__main__ import main
from plugins.catalog.catalog import load
from tests.conftest import TODAY, Draft, said
from tests.portals import TINY_DAY

DOG = "services/hund-anmelden.md"
NEW = "services/hund-melden.md"
LOCAL = "municipalities/kleinstadt/services/hund-anmelden.md"


@pytest.fixture(autouse=True)
def the_first_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))


def rename(write: Draft, old: str, new: str, *more: str) -> int:
    return main(["rename-service", *more, "--service", old, "--to", new, str(write.folder)])


def texts(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8", "surrogateescape") for file in folder.rglob("*.*")
    }


def test_all_files_move_and_whatever_named_them_follows(write: Draft) -> None:
    write(LOCAL, "---\noffered: false\n---\n")
    before = texts(write.folder)
    assert rename(write, "hund-anmelden", "hund-melden") == 0
    after = texts(write.folder)
    moved = {path for path in before if path.startswith("services/hund-anmelden.") or path == LOCAL}
    assert before.keys() - after.keys() == moved
    assert after.keys() - before.keys() == {path.replace("hund-anmelden", "hund-melden") for path in moved}
    assert after[NEW] == before[DOG].replace("\n---\n\n", "\nformer_urls: [/leistungen/hund-anmelden/]\n---\n\n", 1)
    town, help_page = "municipalities/grossstadt/municipality.yaml", "pages/hilfe.md"
    assert {path: after[path] for path in before.keys() & after.keys() if before[path] != after[path]} == {
        town: before[town].replace(", hund-anmelden]", ", hund-melden]"),
        help_page: before[help_page].replace("/leistungen/hund-anmelden/", "/leistungen/hund-melden/"),
    }
    assert [found for found in said(write.problems()) if "Hinweis" not in found] == []


def test_a_tombstone_that_leads_to_it_follows(write: Draft) -> None:
    stone = "title: Pony\naddresses: [/pony/]\nsince: 2026-10-01\nreason: Weg.\nsuccessor: /leistungen/hund-anmelden/\n"
    write("tombstones/pony.yaml", stone)
    assert rename(write, "hund-anmelden", "hund-melden") == 0
    assert texts(write.folder)["tombstones/pony.yaml"] == stone.replace("hund-anmelden", "hund-melden")


def test_the_form_of_the_same_name_is_another_thing(write: Draft) -> None:
    rename(write, "hund-anmelden", "hund-melden")
    catalog, problems = load(write.folder, TODAY)
    (dog,) = [service for service in catalog.services if service.slug == "hund-melden"]
    assert (dog.forms, dog.former_urls, problems) == (("hund-anmelden",), ("/leistungen/hund-anmelden/",), [])


def test_a_service_that_goes_back_to_its_old_name_leaves_no_redirect_upon_itself(write: Draft) -> None:
    before = texts(write.folder)
    rename(write, "hund-anmelden", "hund-melden")
    rename(write, "hund-melden", "hund-anmelden")
    former = "former_urls: [/leistungen/hund-melden/]\n"
    assert texts(write.folder) == before | {DOG: before[DOG].replace("---\n\n", f"{former}---\n\n", 1)}


def test_a_name_that_is_part_of_another_name_stays(write: Draft) -> None:
    write.change("pages/hilfe.md", "/leistungen/hund-anmelden/", "/leistungen/hund-anmelden-alt/")
    rename(write, "hund-anmelden", "hund-melden")
    assert "/leistungen/hund-anmelden-alt/" in (write.folder / "pages/hilfe.md").read_text("utf-8")


def test_a_dry_run_shows_everything_and_writes_nothing(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(write.folder)
    assert rename(write, "hund-anmelden", "hund-melden", "--dry-run") == 0
    shown = capsys.readouterr().out
    assert f"--- {write.folder}/{DOG}\n+++ {write.folder}/{NEW}\n" in shown
    assert "+former_urls: [/leistungen/hund-anmelden/]\n" in shown
    assert texts(write.folder) == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hund-anmeldn", "x", "Die Dienstleistung „hund-anmeldn“ gibt es nicht. Meinten Sie „hund-anmelden“?"),
        (
            "hund-anmelden",
            "kiosk-anmelden",
            "Die Dienstleistung „kiosk-anmelden“ gibt es schon. Wählen Sie einen anderen Namen.",
        ),
        ("hund-anmelden", "Hündin", "„Hündin“ taugt nicht als Adresse. Schreiben Sie: TO=huendin"),
        ("hund-anmelden", "../x", "„../x“ taugt nicht als Adresse. Schreiben Sie: TO=x"),
    ],
)
def test_what_cannot_be_renamed_is_refused(
    write: Draft, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    assert rename(write, old, new) == 2
    assert capsys.readouterr().err == f"{message}\n"


def test_with_a_broken_file_that_names_it_nothing_is_renamed(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write("topics/tiere.yaml", "title: [\nfirst: [hund-anmelden]\n")
    assert rename(write, "hund-anmelden", "hund-melden") == 2
    assert capsys.readouterr().err == "Zuerst müssen die Fehler weg in: tiere. Was falsch ist, sagt: make check\n"


def test_after_it_the_check_says_what_is_left_to_do(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write("forms/kiosk.yaml", "title: x\n")
    assert rename(write, "hund-anmelden", "hund-melden") == 1
    assert "Fehler, " in capsys.readouterr().out.splitlines()[-1]
