"""A foreign table of services becomes drafts: columns by German or English headings, the rest is reported."""

from pathlib import Path

import pytest

from plugins.catalog.encodings import INVISIBLE
from plugins.catalog.validation import validated
from plugins.exchange.__main__ import main
from plugins.exchange.spreadsheet.headings import field_of

TABLE = """\
Kennung;Leistung;Leistungsschlüssel (LeiKa);Stichworte;Beschreibung;Unterlagen;Kosten;Ebene;Zielgruppe;Thema;Amt;URL
7;Hund anmelden;99102013104000;Hundesteuer, Wauwau;<p>Melden Sie <b>Ihren</b> Hund an.<script>x</script></p>;"• Ausweis
• Marke";Erster Hund: 96 Euro;Gemeinde;Bürger;Tiere;21;https://alt.example/hund/
8;;;;;;;;;;;
9;Taxi;123;;"Zeile eins
Zeile zwei";;nach Aufwand;Mars;;;;https://alt.example/d,9
7;Doppelt;;;;;;;;;;
"""


def run(into: Path, table: str | bytes, *more: str) -> int:
    file = into.parent / "liste.csv"
    file.write_bytes(table.encode() if isinstance(table, str) else table)
    return main(["import", "--format", "csv", "--into", str(into), *more, str(file)])


def report(folder: Path) -> str:
    return (folder / ".import" / "csv" / "import-bericht.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("csv") / "content"
    assert run(folder, TABLE) == 1
    return folder


def test_a_row_is_a_draft_in_the_form_of_the_house(imported: Path) -> None:
    text = (imported / "services" / "hund-anmelden.md").read_text(encoding="utf-8")
    written = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
    assert written == (
        "---\ntitle: Hund anmelden\nsynonyms: [Hundesteuer, Wauwau]\nleika: [99102013104000]\nlevel: municipal\n"
        "audience: [citizens]\ntopics: [tiere]\nowner:\noffices:\nreviewed_on:\nreview_by:\n"
        "fees:\n- label: Erster Hund\n  amount: 96,00\n  source: liste.csv\n"
        "channels:\nformer_urls: [/hund/]\n---\n"
        "\n## Kurztext\n\n## Volltext\n\nMelden Sie **Ihren** Hund an.\n"
        "\n## Erforderliche Unterlagen\n\n- Ausweis\n- Marke\n"
    )


def test_a_value_that_was_turned_into_ours_is_not_called_sure(imported: Path) -> None:
    text = (imported / "services" / "hund-anmelden.md").read_text(encoding="utf-8")
    assert "# Titel: sicher, Spalte „Leistung“\n" in text
    assert "# Ebene: wahrscheinlich, Spalte „Ebene“\n" in text


def test_a_line_break_in_a_cell_stays_one(imported: Path) -> None:
    assert "\nZeile eins\\\nZeile zwei\n" in (imported / "services" / "taxi.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "- Zeile 3 „“: ohne Titel",
        "- Zeile 5 „Doppelt“: „7“ steht schon in Zeile 2",
        "- Zeile 4 „Taxi“: Leistungsschlüssel: „123“ ist kein Leistungsschlüssel",
        "- Zeile 4 „Taxi“: Ebene: „Mars“ passt nicht",
        "- /d,9 → /leistungen/taxi/",
        "| liste.csv | Amt | 4 | 1 | nicht übernommen: unbekannte Spalte |",
        "| liste.csv | Kosten | 4 | 2 | fees |",
    ],
)
def test_every_row_and_every_column_is_accounted_for(imported: Path, line: str) -> None:
    assert line in report(imported).splitlines()


def test_what_no_column_says_is_asked_for(imported: Path) -> None:
    _, problems = validated(imported)
    about = {found.message for found in problems if found.place.path == "services/taxi.md"}
    assert {"„Fachamt“ ist leer", "„Wege“ ist leer"} <= about


def test_a_new_title_keeps_file_and_id(tmp_path: Path) -> None:
    run(tmp_path / "content", TABLE)
    run(tmp_path / "content", TABLE.replace("Hund anmelden", "Hunde anmelden"))
    assert "title: Hunde anmelden\n" in (tmp_path / "content" / "services" / "hund-anmelden.md").read_text("utf-8")
    assert "- Geändert: 1\n- Unverändert: 1\n" in report(tmp_path / "content")


def test_a_row_that_left_the_table_is_kept_and_named(tmp_path: Path) -> None:
    run(tmp_path / "content", TABLE)
    run(tmp_path / "content", TABLE.partition("9;Taxi")[0])
    assert "## Nicht mehr in der Quelle, Datei behalten\n\n- services/taxi.md\n" in report(tmp_path / "content")
    assert (tmp_path / "content" / "services" / "taxi.md").is_file()


def test_a_heading_in_a_cell_opens_no_other_section(tmp_path: Path) -> None:
    run(tmp_path / "content", 'Titel;Text\nMüll;"Eins.\n\n## Kosten\n\nZwei."\n')
    assert "\nEins.\n\n### Kosten\n\nZwei.\n" in (tmp_path / "content" / "services" / "muell.md").read_text("utf-8")


def test_what_nobody_sees_is_not_taken_over(tmp_path: Path) -> None:
    run(tmp_path / "content", "Ti\u00adtel;Text\u2028\nMüll\x7f abholen;Eins\u200b.\n")
    draft = (tmp_path / "content/services/muell-abholen.md").read_text("utf-8")
    assert "\ntitle: Müll abholen\n" in draft
    assert not INVISIBLE.search(draft)


def test_a_table_saved_by_excel_is_read(tmp_path: Path) -> None:
    run(tmp_path / "content", "Titel\tGebühren\nMüll\tkostenlos\n".encode("cp1252"))
    assert "fees:\n- note: gebührenfrei\n" in (tmp_path / "content" / "services" / "muell.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Titel", "title"),
        ("Name der Leistung", "title"),
        ("service_name", "title"),
        ("Erforderliche Unterlagen", "documents"),
        ("required documents", "documents"),
        ("LeiKa-Schlüssel", "leika"),
        ("Gebühren (Euro)", "fees"),
        ("OZG-ID", "ozg_id"),
        ("Farbe", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_words(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            "Titell;Text\nx;y\n",
            "Keine Spalte heißt „Titel“, „Name“ oder „Leistung“. Meinten Sie „titel“?\n",
        ),
        ("", "Keine Spalte heißt „Titel“, „Name“ oder „Leistung“.\n"),
        (b"\xff\x00\x01", "Die Tabelle ist kein Text. Speichern Sie sie als „CSV UTF-8“.\n"),
        (
            "Datei;Teil;Prüfwert;Titel\na;;b;c\n",
            "{} ist die Tabelle eines Fachamts. Zurück geht sie so: make import-csv FILE={}\n",
        ),
    ],
)
def test_another_table_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str | bytes, message: str
) -> None:
    assert run(tmp_path / "content", table) == 2
    file = tmp_path / "liste.csv"
    assert capsys.readouterr().err == message.format(file, file)
    assert not (tmp_path / "content").exists()
