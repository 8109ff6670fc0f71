"""A DLDB export becomes content: a small export of our own, with every trap we know."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.records import Audience, Service
from plugins.catalog.validation import has_errors, validated
from plugins.exchange.__main__ import main
from plugins.exchange.dldb import topics

SOURCE = Path(__file__).parent / "dldb"
Change = Callable[[dict[str, Any]], None]


def run(into: Path, source: Path = SOURCE) -> int:
    return main(["import", "--format", "dldb", "--into", str(into), str(source)])


def report(folder: Path) -> str:
    return (folder / ".import" / "import-bericht.md").read_text(encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file but the report, which tells of its own run."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "import-bericht.md")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dldb") / "content"
    assert run(folder) == 0
    return folder


@pytest.fixture(scope="module")
def catalog(imported: Path) -> Catalog:
    catalog, problems = validated(imported)
    assert not has_errors(problems)
    return catalog


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Change], Path]:
    """A copy of the export with one change to its services file."""

    def change(edit: Change) -> Path:
        folder = shutil.copytree(SOURCE, tmp_path / "source")
        path = folder / "services_de.json"
        tree = json.loads(path.read_text(encoding="utf-8"))
        edit(tree)
        path.write_text(json.dumps(tree), encoding="utf-8")
        return folder

    return change


def service(catalog: Catalog, slug: str) -> Service:
    return next(one for one in catalog.services if one.slug == slug)


def test_facts_of_a_service(catalog: Catalog) -> None:
    found = service(catalog, "hund-anmelden")
    assert found.title == "Hund anmelden"
    assert found.leika == ("99102007000000",)
    assert found.synonyms == ("Hundesteuer", "Wauwau: klein", "4711", "nein", "a #b")
    assert found.topics == ("steuern-abgaben",)
    assert found.audience == (Audience.CITIZENS, Audience.BUSINESSES)
    assert found.offices == ("buergeramt-b2", "buergeramt-a1")
    assert found.owner == "buergeramt-b2"
    assert found.reviewed_on.isoformat() == "2026-02-28"
    assert found.review_by.isoformat() == "2027-02-28"
    assert found.source_url == "https://termine.stadt.example/#/services/1"


def test_the_summary_is_made_of_the_first_sentences(catalog: Catalog) -> None:
    expected = "Melden Sie Ihren Hund bis zum 3. Monat an. Das geht online."
    assert service(catalog, "hund-anmelden").summary == expected


def test_hostile_html_becomes_harmless_markdown(catalog: Catalog) -> None:
    assert service(catalog, "hund-anmelden").full_text == (
        "### Wann?\n\n"
        "Melden Sie Ihren Hund bis zum 3. Monat an. Das geht online.\n\n"
        "- Rasse\n- **Alter**\n\n"
        "Klick, [Merkblatt](https://www.stadt.example/hund), [Mail](mailto:hund@stadt.example), Falle "
        "&lt;script> \\[x\\]\\(javascript:y) \\*\\*"
    )


def test_marks_in_the_text_stay_text(catalog: Catalog) -> None:
    found = next(one for one in catalog.services if one.title.startswith("Bescheinigung"))
    assert found.full_text == "\\## Kurztext\n\n&lt;/p>\\\n\\---"
    assert found.summary == "Kurztext"


def test_fees_are_read_where_each_line_says_one_thing(catalog: Catalog) -> None:
    found = service(catalog, "hund-anmelden")
    said = [
        (fee.label, str(fee.amount or ""), str(fee.lower or ""), str(fee.upper or ""), fee.note) for fee in found.fees
    ]
    assert said == [
        ("Erster Hund", "100.00", "", "", None),
        ("Weitere", "", "1200.50", "", None),
        (None, "", "10.00", "20.00", "je nach Rasse"),
        ("Blindenhund", "", "", "", "gebührenfrei"),
    ]
    assert {(str(fee.as_of), fee.source) for fee in found.fees} == {("2026-06-08", "Stadt München")}
    assert found.costs == "Bitte zahlen Sie **bar**."


def test_fees_in_prose_stay_prose(catalog: Catalog) -> None:
    assert [fee.note for fee in service(catalog, "taxi").fees] == ["siehe Kosten"]
    assert service(catalog, "taxi").costs.endswith("[Tarif](https://www.stadt.example/tarif).")
    assert [fee.note for fee in service(catalog, "hund-anmelden-2").fees] == ["Keine Angabe in der Quelle"]


def test_documents_are_forms_and_other_links_are_further_information(catalog: Catalog) -> None:
    found = service(catalog, "hund-anmelden")
    assert found.form_notes == "- [Antrag](https://www.stadt.example/antrag.pdf)"
    assert found.further == "- [Tierheim](https://tierheim.example/)\n- Alt"


def test_ways_in_name_the_office_that_has_them(catalog: Catalog) -> None:
    ways = [(way.kind, way.office) for way in service(catalog, "hund-anmelden").channels]
    other = "buergeramt-a1"
    assert ways == [("online", None), ("appointment", other), ("in_person", other), ("phone", other)]
    assert [way.kind for way in service(catalog, "taxi").channels] == ["in_person", "phone"]


def test_an_online_address_on_the_appointment_page_is_no_form(catalog: Catalog) -> None:
    assert list(catalog.forms) == [("", "hund-anmelden")]
    assert catalog.forms["", "hund-anmelden"].url == "https://formulare.stadt.example/hund"


def test_a_service_without_office_leads_to_the_switchboard(catalog: Catalog) -> None:
    assert service(catalog, "hund-anmelden-2").offices == ("stadtverwaltung",)


def test_offices_with_the_same_name_get_their_longer_one(catalog: Catalog) -> None:
    first, second = (catalog.offices["muenchen", slug] for slug in ("buergeramt-a1", "buergeramt-b2"))
    assert (first.name, first.phone, first.email) == ("Bürgeramt (A1)", "+49 89 233-1", "amt@stadt.example")
    assert (second.name, second.phone, second.email, second.address) == ("Bürgeramt (B2)", None, None, None)


def test_the_same_title_twice_is_told_apart_by_the_id(catalog: Catalog) -> None:
    assert service(catalog, "hund-anmelden-2").title == "Hund anmelden (2)"


def test_hosts_of_all_links_are_registered(catalog: Catalog) -> None:
    assert catalog.municipalities["muenchen"].hosts == (
        "formulare.stadt.example",
        "termine.stadt.example",
        "tierheim.example",
        "www.stadt.example",
    )


@pytest.mark.parametrize(
    "line",
    [
        "- Dienstleistung Nr. 3 in services_de.json: „id“ oder „name“ fehlt",
        "- Dienstleistung Nr. 5 in services_de.json: ist kein Datensatz mit Schlüsseln",
        "- Dienstleistung Nr. 6 in services_de.json: die Kennung 2 gibt es schon",
        "- 4 Taxi: „description“ ist kein Wert der Art: Text",
        "- 4 Taxi: „links“ ist kein Wert der Art: Liste",
        "- 1 Hund anmelden: „123“",
        "- 1 Hund anmelden: „javascript:alert(1)“ ist keine Web-Adresse mit https://",
        "- 1 Hund anmelden: „https://user@evil.example/“ enthält Benutzername oder Port",
        "- 1 Hund anmelden: http://www.stadt.example/hund",
        "- 1 Hund anmelden: Element „script“",
        "- 1 Hund anmelden: Bild",
        "- 1 Hund anmelden: 2 Zeichen",
        "- 1 Hund anmelden: Standort „99“ gibt es nicht",
        "- 2 Hund anmelden: hund-anmelden-2.md",
        "- 4 Taxi: wegen „taxi“ im Titel → gewerbe",
        "- 11 Bürgeramt (B2): Telefon „auf Anfrage“",
        "| services_de.json | data.farbe | 1 | 1 | nicht übernommen: Das Feld ist dem Importer unbekannt |",
        "| services_de.json | data.name | 5 | 5 | Titel (title) und Dateiname |",
    ],
)
def test_everything_that_did_not_fit_has_a_line_in_the_report(imported: Path, line: str) -> None:
    assert line in report(imported).splitlines()


def test_the_attribution_is_public(catalog: Catalog, imported: Path) -> None:
    assert "Landeshauptstadt München, CC BY 4.0" in catalog.pages[0].text
    attribution = (imported / ".import" / "SOURCE.txt").read_text(encoding="utf-8")
    assert attribution == "Landeshauptstadt München, CC BY 4.0\n"


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path / "content")
    before = snapshot(tmp_path / "content")
    assert run(tmp_path / "content") == 0
    assert snapshot(tmp_path / "content") == before


def test_what_editors_changed_or_deleted_stays_so(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    run(folder)
    edited, deleted = folder / "services" / "taxi.md", folder / "services" / "hund-anmelden-2.md"
    edited.write_text(edited.read_text(encoding="utf-8").replace("„Taxi“", "Taxis"), encoding="utf-8")
    deleted.unlink()
    for _ in range(2):
        assert run(folder) == 0
        assert "Informationen zu Taxis" in edited.read_text(encoding="utf-8")
        assert not deleted.exists()
    said = report(folder)
    assert "## Von der Redaktion geändert, nicht überschrieben\n\n- services/taxi.md\n" in said
    assert (
        "## Von der Redaktion gelöscht oder verschoben, nicht wieder angelegt\n\n- services/hund-anmelden-2.md\n"
        in said
    )


def test_a_new_title_keeps_the_address(tmp_path: Path, changed: Callable[[Change], Path]) -> None:
    folder = tmp_path / "content"
    run(folder)
    assert run(folder, changed(lambda tree: tree["data"][3].update(name="Droschke"))) == 0
    catalog, _ = load(folder)
    assert service(catalog, "taxi").title == "Droschke"


def test_a_service_that_left_the_source_is_kept_and_reported(tmp_path: Path, changed: Callable[[Change], Path]) -> None:
    folder = tmp_path / "content"
    run(folder)
    assert run(folder, changed(lambda tree: tree["data"].pop(3))) == 0
    assert (folder / "services" / "taxi.md").exists()
    assert "## Nicht mehr in der Quelle, Datei behalten\n\n- services/taxi.md\n" in report(folder)


def test_html_too_deep_to_read_is_reported(tmp_path: Path, changed: Callable[[Change], Path]) -> None:
    source = changed(lambda tree: tree["data"][3].update(description="<div>" * 50_000 + "tief"))
    assert run(tmp_path / "content", source) == 0
    assert "- 4 Taxi: Text mit unlesbarem HTML, nicht übernommen" in report(tmp_path / "content")


def test_a_text_too_long_for_a_page_is_reported(tmp_path: Path, changed: Callable[[Change], Path]) -> None:
    source = changed(lambda tree: tree["data"][3].update(description="Wort. " * 6000))
    assert run(tmp_path / "content", source) == 0
    assert "- 4 Taxi: unzulässige Werte in: full_text" in report(tmp_path / "content")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "services_de.json ist kein gültiges JSON: "),
        ("[" * 100_000, "services_de.json ist zu tief verschachtelt."),
        ("[]", "services_de.json ist kein DLDB-Export: Es fehlt die Liste „data“."),
        ('{"data": []}', "In services_de.json fehlt das Datum des Exports (meta.generated)."),
    ],
)
def test_a_file_that_is_no_export_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    source = shutil.copytree(SOURCE, tmp_path / "source")
    (source / "services_de.json").write_text(text, encoding="utf-8")
    assert run(tmp_path / "content", source) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "content").exists()


def test_a_missing_locations_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    services = Path(shutil.copy(SOURCE / "services_de.json", tmp_path))
    assert run(tmp_path / "content", services) == 2
    expected = f"Die Datei {tmp_path / 'locations_de.json'} gibt es nicht. Geben Sie sie an: LOCATIONS=…\n"
    assert capsys.readouterr().err == expected


def test_a_folder_with_other_content_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "wichtig.txt").write_text("bleibt", encoding="utf-8")
    assert run(tmp_path) == 2
    assert "ist nicht leer und stammt nicht aus einem Import" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["wichtig.txt"]


def test_every_topic_of_the_tables_exists() -> None:
    rules = (*topics.groups().values(), *topics.words())
    named = {slug for rule in rules for slug in rule.topics}
    assert named <= {path.stem for path in topics.OWN_TOPICS.glob("*.yaml")}
