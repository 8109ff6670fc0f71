"""A department's facts go to a spreadsheet and come back: every change is named, all of them are made or none."""

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.catalog.files import content_files
from plugins.catalog.places import Place, Problem
from plugins.exchange.__main__ import main
from plugins.exchange.table.changing import Outcome
from plugins.exchange.table.sheet import headings, written
from tests.conftest import Draft
from tests.portals import PROJECT, TINY_DAY

CARD = "services/personalausweis-beantragen.md"
DOG = "services/hund-anmelden.md"
DESK = "municipalities/grossstadt/offices/buergerbuero.yaml"
NOTHING = "0 Änderungen in 0 Dateien, 1 Fehler in der Tabelle. Geschrieben ist nichts."
REDO = "Exportieren Sie neu."
Table = list[dict[str, str]]


@dataclass(frozen=True)
class Desk:
    """A content folder and the table made of it."""

    draft: Draft
    file: Path
    capsys: pytest.CaptureFixture[str]

    def edit(
        self, path: str, part: str, cells: Mapping[str, str], encoding: str = "utf-8-sig", mark: str = ";"
    ) -> None:
        """Change cells of a row and save as some spreadsheet does."""
        table = list(csv.DictReader(io.StringIO(self.file.read_text("utf-8-sig")), delimiter=";"))
        (row,) = [row for row in table if (row["Datei"], row["Teil"]) == (path, part)]
        row.update(cells)
        self.save(table, encoding, mark)

    def save(self, table: Table, encoding: str = "utf-8-sig", mark: str = ";") -> None:
        text = io.StringIO()
        writer = csv.DictWriter(text, list(table[0]), delimiter=mark)
        writer.writeheader()
        writer.writerows(table)
        self.file.write_bytes(text.getvalue().encode(encoding))

    def take(self, *more: str) -> tuple[int, list[str]]:
        """The exit code of the import and what it says."""
        self.capsys.readouterr()
        code = main(["import-csv", "--content", str(self.draft.folder), *more, str(self.file)])
        said = self.capsys.readouterr()
        return code, [line for line in (said.out + said.err).splitlines() if not line.startswith("Hinweis: noch nicht")]

    def line(self, path: str, part: str = "") -> int:
        table = csv.reader(io.StringIO(self.file.read_text("utf-8-sig")), delimiter=";")
        return next(number for number, cells in enumerate(table, 1) if cells[:2] == [path, part])

    def text(self, path: str) -> str:
        return (self.draft.folder / path).read_text("utf-8")


@pytest.fixture
def desk(write: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))
    file = tmp_path / "tabelle.csv"
    assert main(["export-csv", "--content", str(write.folder), str(file)]) == 0
    return Desk(write, file, capsys)


def test_a_table_of_one_department_holds_its_services_and_offices(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "b.csv"
    main(["export-csv", "--content", str(desk.draft.folder), "--owner", "steueramt", str(file)])
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    assert {(row[0], row[1]) for row in rows[1:]} >= {
        (DOG, ""),
        (DOG, "Gebühren 1"),
        ("municipalities/grossstadt/offices/steueramt.yaml", ""),
        ("municipalities/grossstadt/offices/steueramt.yaml", "Anschrift"),
    }
    assert CARD not in {row[0] for row in rows}
    assert rows[0] == headings()


def test_german_excel_opens_it(desk: Desk) -> None:
    data = desk.file.read_bytes()
    assert data.startswith("\ufeffDatei;Teil;Prüfwert;Titel;".encode())
    assert b"\r\n" in data


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8-sig", ";"), ("utf-8", ","), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8-sig", "\t")]
)
def test_a_fee_a_date_and_a_phone_are_changed_and_every_other_byte_stays(desk: Desk, encoding: str, mark: str) -> None:
    before = {path: desk.text(path) for path in (CARD, DOG, DESK)}
    line = desk.line(CARD, "Gebühren 1")
    desk.edit(CARD, "Gebühren 1", {"Gebühren: Betrag": "48,5"}, encoding, mark)
    assert desk.take("--dry-run") == (
        0,
        [
            f"Zeile {line}, Gebühren: Betrag: 46,00 → 48,50",
            "1 Änderung in 1 Datei. Geschrieben ist nichts (DRY_RUN=1).",
        ],
    )
    assert desk.text(CARD) == before[CARD]
    assert desk.take()[1][-1] == "1 Änderung in 1 Datei geschrieben. Ansehen: git diff"
    assert desk.text(CARD) == before[CARD].replace("amount: 46,00", "amount: 48,50")
    assert {path: desk.text(path) for path in (DOG, DESK)} == {path: before[path] for path in (DOG, DESK)}


def test_what_was_not_there_is_added_and_what_is_emptied_goes(desk: Desk) -> None:
    before = desk.text(DOG)
    desk.edit(DOG, "Gebühren 1", {"Gebühren: Stand": "01.10.26", "Gebühren: Wofür": "Anmeldung"})
    assert desk.take()[0] == 0
    fees = "  - label: Anmeldung\n    note: gebührenfrei\n    as_of: 2026-10-01\n"
    assert desk.text(DOG) == before.replace("  - label: Anmeldung zur Hundesteuer\n    note: gebührenfrei\n", fees)


def test_the_same_values_in_the_form_of_excel_change_nothing(desk: Desk) -> None:
    before = desk.text(CARD)
    desk.edit(CARD, "Gebühren 1", {"Gebühren: Betrag": "46"})
    desk.edit(CARD, "", {"Wieder prüfen bis": "5.10.27", "Titel": " Personalausweis beantragen "})
    assert desk.take() == (0, ["Die Tabelle ändert nichts."])
    assert desk.text(CARD) == before


@pytest.mark.parametrize(
    ("path", "part", "heading", "cell", "message"),
    [
        (
            CARD,
            "Gebühren 1",
            "Gebühren: Betrag",
            "viel",
            "„viel“ ist kein Betrag in Euro. Schreiben Sie nur die Zahl: 26,50 oder 26.",
        ),
        (CARD, "", "Titel", "x" * 81, "der Text ist zu lang (81 Zeichen). Höchstens 80 Zeichen."),
        (CARD, "", "Titel", "", "Diese Angabe ist Pflicht und darf nicht leer sein."),
        (CARD, "", "Titel", "a\nb", "In der Zelle ist ein Zeilenumbruch. Schreiben Sie alles in eine Zeile."),
        (CARD, "", "Fachamt", "steuramt", "„steuramt“ gibt es nicht. Meinten Sie „steueramt“?"),
        (CARD, "", "Ebene", "stadt", "„stadt“ gibt es nicht. Möglich sind: municipal (Stadt oder Gemeinde), "),
        (CARD, "", "Gebühren: Betrag", "5", "„5“ gehört nicht in diese Zeile. Löschen Sie es."),
        (DESK, "", "Titel", "x", "„x“ gehört nicht in diese Zeile. Löschen Sie es."),
        (
            DESK,
            "",
            "Stelle: Mail",
            "eva@",
            "„eva@“ ist keine Mail-Adresse. Zum Beispiel: buergerbuero@stadt.de",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_column_and_nothing_is_written(
    desk: Desk, path: str, part: str, heading: str, cell: str, message: str
) -> None:
    before = desk.text(path)
    desk.edit(path, part, {heading: cell})
    code, said = desk.take()
    assert code == 1
    assert said[0].startswith(f"Zeile {desk.line(path, part)}, {heading}: {message}")
    assert said[-1] == NOTHING
    assert desk.text(path) == before


def test_one_mistake_holds_back_every_change(desk: Desk) -> None:
    before = desk.text(CARD)
    desk.edit(CARD, "Gebühren 1", {"Gebühren: Betrag": "48,50"})
    desk.edit(DOG, "", {"Wieder prüfen bis": "bald"})
    code, said = desk.take()
    assert (code, said[-1]) == (
        1,
        "1 Änderung in 1 Datei, 1 Fehler in der Tabelle. Geschrieben ist nichts.",
    )
    assert desk.text(CARD) == before


def test_what_only_the_check_of_the_whole_content_sees_holds_back_too(desk: Desk) -> None:
    before = desk.text(DOG)
    desk.edit(DOG, "", {"Titel": "Personalausweis beantragen"})
    code, said = desk.take()
    assert code == 1
    error, remedy, total = said[1:]
    assert error.startswith(f"Zeile {desk.line(DOG)}: {desk.draft.folder}/{CARD}:")
    assert error.endswith("[duplicate-title]")
    assert remedy.startswith("    → ")
    assert total == ("1 Änderung in 1 Datei; mit dieser Änderung hätten die Inhalte 1 Fehler. Geschrieben ist nichts.")
    assert desk.text(DOG) == before


def test_an_error_of_the_content_names_every_line_that_changed_its_file(desk: Desk) -> None:
    desk.edit(CARD, "", {"Titel": "Hund anmelden"})
    desk.edit(CARD, "Gebühren 1", {"Gebühren: Betrag": "48,50"})
    _, said = desk.take()
    lines = f"{desk.line(CARD)}, {desk.line(CARD, 'Gebühren 1')}"
    assert said[2].startswith(f"Zeilen {lines}: {desk.draft.folder}/{CARD}:")
    assert said[-1] == (
        "2 Änderungen in 1 Datei; mit diesen Änderungen hätten die Inhalte 1 Fehler. Geschrieben ist nichts."
    )


def test_of_many_lines_the_first_are_named() -> None:
    found = Outcome(lines={CARD: [2, 2, 3, 4, 5, 6, 7, 8]})
    assert found.label(Problem(Place(CARD), "")) == "Zeilen 2, 3, 4, 5, 6 und 2 weitere: "
    assert found.label(Problem(Place(DOG), "")) == ""


def test_a_leading_zero_that_excel_dropped_is_an_error(desk: Desk) -> None:
    desk.draft.change(DESK, "postal_code: ", "postal_code: 0")
    text = desk.text(DESK)
    code = next(line.split()[-1] for line in text.splitlines() if "postal_code" in line)
    desk.draft(DESK, text.replace(code, code[:5]))
    desk.file.unlink()
    main(["export-csv", "--content", str(desk.draft.folder), str(desk.file)])
    desk.edit(DESK, "Anschrift", {"Stelle: Anschrift: Postleitzahl": code[1:5]})
    assert desk.take() == (
        1,
        [
            f"Zeile {desk.line(DESK, 'Anschrift')}, Stelle: Anschrift: Postleitzahl: Die führende Null fehlt."
            f" Schreiben Sie: {code[:5]} (Zelle vorher als Text formatieren).",
            NOTHING,
        ],
    )


def test_what_somebody_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    desk.draft.change(CARD, "amount: 46,00", "amount: 47,00")
    assert desk.take() == (
        1,
        [
            f"Zeile {desk.line(CARD, 'Gebühren 1')}, Gebühren: Betrag: Seit dem Export hat jemand diese Angaben"
            f" geändert; dort steht „47,00“. {REDO}",
            NOTHING,
        ],
    )
    assert "amount: 47,00" in desk.text(CARD)


Edit = Callable[[Table], Table]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            lambda table: [{"Dattei" if key == "Datei" else key: cell for key, cell in row.items()} for row in table],
            "Die Spalte „Datei“ fehlt. Exportieren Sie die Tabelle neu: make export-csv",
        ),
        (
            lambda table: [{**row, "Gebühren: Betrg": ""} for row in table],
            "Die Spalte „Gebühren: Betrg“ gibt es nicht. Meinten Sie „Gebühren: Betrag“?",
        ),
        (
            lambda table: [{**table[0], "Datei": "services/hund-anmeldn.md"}, *table[1:]],
            "Zeile 2: Die Datei „services/hund-anmeldn.md“ gibt es nicht. Meinten Sie „services/hund-anmelden.md“?",
        ),
        (
            lambda table: [{**table[0], "Datei": "../../etc/passwd"}, *table[1:]],
            "Zeile 2: Die Datei „../../etc/passwd“ gibt es nicht.",
        ),
        (
            lambda table: [{**table[0], "Datei": DOG, "Teil": "Gebühren 2"}, *table[1:]],
            f"Zeile 2: „Gebühren 2“ gibt es in {DOG} nicht. Neues schreiben Sie in die Datei. Dort: „Gebühren 1“.",
        ),
        (
            lambda table: [*table, table[0]],
            "Dasselbe steht schon in Zeile 2. Löschen Sie eine der beiden Zeilen.",
        ),
    ],
)
def test_a_table_that_does_not_fit_is_refused(desk: Desk, edit: Edit, message: str) -> None:
    table = list(csv.DictReader(io.StringIO(desk.file.read_text("utf-8-sig")), delimiter=";"))
    desk.save(edit(table))
    code, said = desk.take()
    assert code == 1
    assert said[0].endswith(message)


def test_a_column_without_its_title_is_named_by_its_number(desk: Desk) -> None:
    table = list(csv.reader(io.StringIO(desk.file.read_text("utf-8-sig")), delimiter=";"))
    column = table[0].index("Gebühren: Betrag")
    table[0][column] = ""
    desk.file.write_bytes(written(table))
    message = f"Über Spalte {column + 1} fehlt die Überschrift. Exportieren Sie die Tabelle neu: make export-csv"
    assert desk.take() == (1, [message, NOTHING])


def test_an_empty_column_without_title_says_nothing(desk: Desk) -> None:
    table = list(csv.reader(io.StringIO(desk.file.read_text("utf-8-sig")), delimiter=";"))
    desk.file.write_bytes(written([*row, "", ""] for row in table))
    assert desk.take() == (0, ["Die Tabelle ändert nichts."])


def test_rows_and_columns_may_be_deleted_and_sorted(desk: Desk) -> None:
    table = list(csv.DictReader(io.StringIO(desk.file.read_text("utf-8-sig")), delimiter=";"))
    desk.save([{key: row[key] for key in ("Prüfwert", "Datei", "Teil", "Titel")} for row in reversed(table)][3:9])
    assert desk.take() == (0, ["Die Tabelle ändert nichts."])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'Datei;Teil;Pr\xc3\xbcfwert\n"a;b', "Ein Anführungszeichen ist nicht geschlossen."),
        (b"PK\x03\x04\x81", "Die Tabelle ist kein Text. Speichern Sie sie als „CSV UTF-8“."),
    ],
)
def test_what_is_no_table_is_refused(desk: Desk, data: bytes, message: str) -> None:
    desk.file.write_bytes(data)
    code, said = desk.take()
    assert code == 2
    assert said[0].endswith(message)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--owner", "steuramt", "neu.csv"],
            "Das Fachamt „steuramt“ pflegt keine Dienstleistung. Meinten Sie „steueramt“?",
        ),
        (["tabelle.csv"], "gibt es schon. Wählen Sie einen anderen Namen, damit nichts verloren geht."),
    ],
)
def test_an_export_without_sense_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(desk.file.parent)
    assert main(["export-csv", "--content", str(desk.draft.folder), *arguments]) == 2
    assert message in desk.capsys.readouterr().err


def test_a_formula_in_the_content_is_none_in_the_table_and_comes_back(desk: Desk) -> None:
    desk.draft.change(DOG, "label: Anmeldung zur Hundesteuer", 'label: "=cmd|calc"')
    desk.file.unlink()
    main(["export-csv", "--content", str(desk.draft.folder), str(desk.file)])
    assert ";'=cmd|calc;" in desk.file.read_text("utf-8-sig")
    assert desk.take() == (0, ["Die Tabelle ändert nichts."])


def test_the_demo_comes_back_without_a_changed_byte(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    before = {file: file.read_bytes() for file in content_files(content)}
    file = str(tmp_path / "alle.csv")
    assert main(["export-csv", "--content", str(content), file]) == 0
    assert main(["import-csv", "--content", str(content), file]) == 0
    assert capsys.readouterr().out.endswith("\nDie Tabelle ändert nichts.\n")
    assert {file: file.read_bytes() for file in content_files(content)} == before
