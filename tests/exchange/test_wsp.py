"""The list of online services of a portal becomes landing pages: a small list of our own, and the real one."""

import shutil
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.records import Audience, Choice, Landing, Level
from plugins.catalog.validation import has_errors, validated
from plugins.exchange.__main__ import main
from plugins.exchange.wsp import tables
from tests.exchange.test_dldb import snapshot
from tests.portals import PROJECT

COLUMNS = "Name,Nummer,Onlinedienst (übergeordnet),Live,Landingpage,Direktlink (nur ODs ohne Landingpage),Stelle\n"
ROWS = """\
Versteigerung  Erlaubnis,99050036005000,§34b GewO Versteigerung,Ja,/antrag/versteigerung-leistungsauswahl/,,IHK
Auktion Anzeige,99050211261000,§34b GewO Versteigerung,Ja,/antrag/versteigerung-leistungsauswahl,,kommunale \
Ordnungsbehörden / Gemeinde (396 Städte und Gemeinden)  ACHTUNG: keine APs aus NRW vorhanden nur aus anderen BL
Tiermarkt Festsetzung,99050032002001,Veranstaltung,Ja,,/antrag/veranstaltung/,Kreisordnungsbehörden (Veterinärämter)
Vorgesehen zum Löschen - Waffenhandel,99089019001000,Waffen,Ja,/antrag/waffen/,,Kreispolizeibehörde /\xa047 Behörden
Waffen auf See,99089191001000,Waffen,Ja,/antrag/waffen/,,Waffenbehörde der Freien und Hansestadt Hamburg
Zweimal,99050036005000,Anderes,Ja,/antrag/anderes/,,HWK
Noch nicht,99050036005009,Anderes,Nein,/antrag/anderes/,,HWK
Ohne Schlüssel,4711,Anderes,Ja,/antrag/anderes/,,HWK
Fremd,99050036005001,Anderes,Ja,https://evil.test/,,HWK
Fort,99050036005002,Anderes,Ja,/antrag/../admin/,,HWK
Neu,99050036005003,Anderes,Ja,/antrag/anderes/,,Sternwarte
"""

NOT_THERE = ("landings", "addresses", ".import")
"""Folders of the demo that a content folder has not before its first list: pages, their register, the ledger."""

LIST = Path(__file__).parents[3] / "shared" / "reference" / "wsp_live.csv"


def run(into: Path, source: Path) -> int:
    return main(["import", "--format", "wsp", "--into", str(into), str(source)])


def report(folder: Path) -> str:
    return (folder / ".import" / "wsp" / "import-bericht.md").read_text(encoding="utf-8")


def written(path: Path, text: str = COLUMNS + ROWS) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def choices(folder: Path) -> dict[str, Choice]:
    return {choice.title: choice for page in load(folder)[0].all(Landing) for choice in page.choices}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's content without landing pages, published never, and the small list in it."""
    folder = tmp_path_factory.mktemp("wsp")
    ignored = shutil.ignore_patterns(*NOT_THERE)
    content = shutil.copytree(PROJECT / "content", folder / "content", ignore=ignored)
    assert run(content, written(folder / "liste.csv")) == 0
    return content


def test_each_path_becomes_a_landing_page(imported: Path) -> None:
    pages = {page.slug: page for page in load(imported)[0].all(Landing)}
    assert {slug: (page.title, page.path, page.topics) for slug, page in pages.items()} == {
        "anderes": ("Anderes", "/antrag/anderes/", ("gewerbe",)),
        "veranstaltung": (
            "Veranstaltung",
            "/antrag/veranstaltung/",
            ("gastronomie-veranstaltungen",),
        ),
        "versteigerung": (
            "§34b GewO Versteigerung",
            "/antrag/versteigerung-leistungsauswahl/",
            ("gewerbe",),
        ),
        "waffen": ("Waffen", "/antrag/waffen/", ("ordnung-sicherheit", "gewerbe")),
    }
    assert {(page.portal, str(page.checked_on), page.audience) for page in pages.values()} == {
        ("wsp-nrw", "2024-11-15", (Audience.BUSINESSES,))
    }


def test_a_file_is_as_an_editor_would_write_it(imported: Path) -> None:
    assert (imported / "landings/waffen.yaml").read_text(encoding="utf-8") == (
        "title: Waffen\n"
        "portal: wsp-nrw\n"
        "path: /antrag/waffen/\n"
        "checked_on: 2024-11-15\n"
        "audience: [businesses]\n"
        "topics: [ordnung-sicherheit, gewerbe]\n"
        "choices:\n"
        "- title: Waffenhandel\n"
        "  leika: 99089019001000\n"
        "  level: state\n"
        "  competent: Kreispolizeibehörde\n"
        "  warning: Laut Liste soll diese Leistung dort gelöscht werden.\n"
        "- title: Waffen auf See\n"
        "  leika: 99089191001000\n"
        "  level: state\n"
        "  competent: Behörde für Inneres und Sport – Waffenbehörde – der Freien und Hansestadt Hamburg\n"
        "  available: false\n"
        "  warning: Laut Liste ist eine Behörde in Hamburg dafür zuständig.\n"
    )


@pytest.mark.parametrize(
    ("title", "level", "competent", "available"),
    [
        ("Versteigerung Erlaubnis", Level.CHAMBER, "Industrie- und Handelskammer", True),
        ("Auktion Anzeige", Level.MUNICIPAL, "kommunale Ordnungsbehörde", False),
        ("Tiermarkt Festsetzung", Level.DISTRICT, "Veterinäramt (Kreisordnungsbehörde)", True),
        ("Neu", Level.STATE, "Sternwarte", True),
    ],
)
def test_level_and_authority_follow_from_words(
    imported: Path, title: str, level: Level, competent: str, available: bool
) -> None:
    found = choices(imported)[title]
    assert (found.level, found.competent, found.available) == (level, competent, available)


def test_a_row_may_name_no_body_or_several() -> None:
    words = ("IHK", "Keine Zuständigkeit in NRW", "LWK und Landesbetrieb Wald und Holz", "OLG, Oberlandesgericht")
    found = [tables.authority(one) for one in words]
    assert [one.is_one_body for one in found if one] == [True, False, False, False]


@pytest.mark.parametrize(
    "line",
    [
        "Zeile 7 „Zweimal“: Schlüssel 99050036005000 steht schon in Zeile 2",
        "Zeile 8 „Noch nicht“: nicht live",
        "Zeile 9 „Ohne Schlüssel“: „4711“ ist kein Leistungsschlüssel",
        "Zeile 10 „Fremd“: „https://evil.test/“ ist kein Pfad des Portals",
        "Zeile 11 „Fort“: „/antrag/../admin/“ ist kein Pfad des Portals",
        "Zeile 12 „Neu“: Sternwarte",
        "Zeile 5 „Vorgesehen zum Löschen - Waffenhandel“: → „Waffenhandel“",
        "anderes.yaml: kein Anhaltspunkt → gewerbe",
        "waffen.yaml: wegen „waffen“ → ordnung-sicherheit, gewerbe",
        "„IHK“: → Industrie- und Handelskammer (chamber)",
        "Zeilen in der Liste: 11",
        "Leistungen: 6",
        "von hier aus nicht verfügbar: 2",
        "nicht übernommene Zeilen: 5",
    ],
)
def test_every_row_is_accounted_for(imported: Path, line: str) -> None:
    assert f"- {line}\n" in report(imported)


def test_every_column_is_accounted_for(imported: Path) -> None:
    assert "| liste.csv | Landingpage | 11 | 10 | url und Dateiname der Einstiegsseite |" in report(imported)


def test_nothing_else_in_the_folder_is_touched(imported: Path) -> None:
    assert others(imported) == others(PROJECT / "content")


def others(folder: Path) -> dict[str, bytes]:
    """The files that are not the import's."""
    found = snapshot(folder).items()
    return {path: data for path, data in found if path.partition("/")[0] not in NOT_THERE}


def test_the_same_list_again_changes_no_byte(imported: Path) -> None:
    before = snapshot(imported)
    assert run(imported, imported.parent / "liste.csv") == 0
    assert snapshot(imported) == before


def test_what_an_editor_changed_deleted_or_wrote_stays(imported: Path, tmp_path: Path) -> None:
    content = shutil.copytree(imported, tmp_path / "content")
    changed, deleted = content / "landings/waffen.yaml", content / "landings/veranstaltung.yaml"
    text = changed.read_text(encoding="utf-8").replace("title: Waffenhandel", "title: Handel mit Waffen")
    changed.write_text(text, encoding="utf-8")
    deleted.unlink()
    assert run(content, imported.parent / "liste.csv") == 0
    assert changed.read_text(encoding="utf-8") == text
    assert not deleted.exists()
    assert "## Von der Redaktion geändert, nicht überschrieben\n\n- landings/waffen.yaml" in report(content)
    assert (
        "## Von der Redaktion gelöscht oder verschoben, nicht wieder angelegt\n\n- landings/veranstaltung.yaml"
        in report(content)
    )


def test_a_page_keeps_its_file_when_the_online_service_is_renamed(imported: Path, tmp_path: Path) -> None:
    content = shutil.copytree(imported, tmp_path / "content")
    renamed = written(tmp_path / "neu.csv", COLUMNS + ROWS.replace(",Waffen,", ",Waffen und Munition,"))
    assert run(content, renamed) == 0
    assert "title: Waffen und Munition\n" in (content / "landings/waffen.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Name,Nummer\nx,1\n", "fehlen Spalten: Onlinedienst (übergeordnet), Live, Landingpage, "),
        ("", "fehlen Spalten: Name, "),
        (None, "ist keine lesbare CSV-Datei in UTF-8. Geben Sie sie an: FILE=…"),
    ],
)
def test_another_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, message: str
) -> None:
    source = tmp_path / "liste.csv"
    if text is not None:
        written(source, text)
    assert run(tmp_path / "content", source) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "content").exists()


def test_a_list_of_another_encoding_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "liste.csv"
    source.write_bytes((COLUMNS + ROWS).encode("latin-1", "replace"))
    assert run(tmp_path / "content", source) == 2


def test_every_topic_of_the_table_exists() -> None:
    known = {topic.slug for topic in load(PROJECT / "content")[0].topics}
    used = {slug for row in tables.rows("words.csv") for slug in row["topics"].split()}
    assert used <= known


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The demo's content with the real list imported anew."""
    if not LIST.is_file():
        pytest.skip("the list is not beside this repository (../shared)")
    ignored = shutil.ignore_patterns("landings", ".import")
    content = shutil.copytree(PROJECT / "content", tmp_path_factory.mktemp("real") / "content", ignore=ignored)
    assert run(content, LIST) == 0
    catalog, problems = validated(content)
    assert not has_errors(problems)
    assert "nicht übernommene Zeilen: 1\n" in report(content)
    assert "Zeile 360 „Anzeige der Aufnahme oder Einstellung" in report(content)
    assert "## Unbekannte Stellen" not in report(content)
    return catalog


@pytest.mark.corpus
def test_the_real_list_has_a_page_for_every_path_and_a_choice_for_every_key(real: Catalog) -> None:
    assert len(real.all(Landing)) == 79
    assert len(real.choices) == 368
    assert sum(not choice.available for _, choice in real.choices.values()) == 17


@pytest.mark.corpus
def test_the_demo_has_the_landing_pages_of_the_real_list(real: Catalog) -> None:
    demo, _ = load(PROJECT / "content")
    assert demo.all(Landing) == real.all(Landing)
