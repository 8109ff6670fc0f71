"""The real export of the City of Munich, all of it."""

import shutil
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.places import Severity
from plugins.catalog.validation import validated
from plugins.exchange.__main__ import main
from tests.exchange.test_dldb import report, snapshot

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "muenchen"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the Munich corpus is not beside this repository (../shared)"),
]


def run(into: Path) -> int:
    return main(["import", "--format", "dldb", "--into", str(into), str(CORPUS / "services_de.json")])


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("muenchen") / "content"
    assert run(folder) == 0
    return folder


@pytest.fixture(scope="module")
def catalog(imported: Path) -> Catalog:
    catalog, problems = validated(imported)
    assert [found for found in problems if found.severity is Severity.ERROR] == []
    return catalog


def test_every_service_arrives(catalog: Catalog) -> None:
    assert len(catalog.services) == 287


def test_every_description_with_words_arrives(catalog: Catalog) -> None:
    """225 fields are filled, one of them with nothing but an invisible character."""
    assert sum(bool(service.full_text) for service in catalog.services) == 224


def test_every_location_and_the_switchboard_are_offices(catalog: Catalog) -> None:
    assert len(catalog.offices) == 110


def test_every_field_of_the_export_is_accounted_for(imported: Path) -> None:
    assert "dem Importer unbekannt" not in report(imported)
    assert "| locations_de.json | data.contact.fax | 109 | 78 | nicht übernommen: Stellen haben kein Fax |" in report(
        imported
    )


def test_no_record_is_lost(imported: Path) -> None:
    assert "## Nicht übernommene Datensätze" not in report(imported)
    assert "## Felder mit unerwartetem Inhalt" not in report(imported)


def test_a_second_import_changes_no_byte(imported: Path) -> None:
    before = snapshot(imported)
    assert run(imported) == 0
    assert snapshot(imported) == before


def test_what_an_editor_changed_is_kept_and_named(imported: Path, tmp_path: Path) -> None:
    content = shutil.copytree(imported, tmp_path / "content")
    edited = next((content / "services").glob("reisepass*.md"))
    edited.write_text(edited.read_text(encoding="utf-8") + "\nVon Hand.\n", encoding="utf-8")
    before = snapshot(content)
    assert run(content) == 0
    assert snapshot(content) == before
    assert f"geändert, nicht überschrieben\n\n- services/{edited.name}\n" in report(content)
