"""What does not open is named in German, with what to do."""

from pathlib import Path

import pytest

from plugins.exchange.__main__ import main
from plugins.exchange.dldb.reading import read_export
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.unopened import reason


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nichts.csv", "Die Datei {} gibt es nicht. Prüfen Sie den Namen."),
        ("nichts/tabelle.csv", "Den Ordner {.parent} gibt es nicht. Prüfen Sie den Namen."),
        ("", "{} ist ein Ordner. Geben Sie eine Datei an."),
    ],
)
def test_a_table_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    file = tmp_path / name
    assert main(["import-csv", "--content", str(tmp_path), str(file)]) == 2
    assert capsys.readouterr().err == f"{message.format(file)}\n"


def test_a_table_is_not_written_where_no_folder_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "nichts" / "tabelle.csv"
    assert main(["export-csv", "--content", str(tmp_path), str(file)]) == 2
    assert capsys.readouterr().err == f"Den Ordner {file.parent} gibt es nicht. Prüfen Sie den Namen.\n"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            PermissionError(13, "Permission denied"),
            "a.csv ist gesperrt; vielleicht noch in Excel geöffnet. Schließen Sie die Datei dort.",
        ),
        (
            OSError(5, "Input/output error"),
            "a.csv lässt sich nicht öffnen (Input/output error). Prüfen Sie Datenträger und Netzlaufwerk.",
        ),
    ],
)
def test_a_file_that_is_there_and_does_not_open_is_named_with_a_remedy(error: OSError, message: str) -> None:
    assert reason(Path("a.csv"), error) == message


def test_an_export_of_a_directory_of_services_says_the_same(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"^Die Datei .*nichts\.json gibt es nicht\. Prüfen Sie den Namen\.$"):
        read_export(tmp_path / "nichts.json")
