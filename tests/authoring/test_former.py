"""A list of an old portal's addresses becomes `former_urls`, in one go or not at all."""

from pathlib import Path

import pytest

from plugins.authoring.__main__ import main
from tests.conftest import Draft, said
from tests.portals import TINY_DAY

DOG = "services/hund-anmelden.md"
KIOSK = "services/kiosk-anmelden.md"
LIST = """\
alte Adresse;Leistung
/vr-bis-detail/dienstleistung/42/show;hund-anmelden
https://www.alt.example/index.php?id=7&L=0#top;/leistungen/hund-anmelden/
http://www.alt.example/B%C3%BCrger/Kiosk.html;https://service.grossstadt.example/leistungen/kiosk-anmelden/

"""


@pytest.fixture(autouse=True)
def the_first_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))


def take(write: Draft, tmp_path: Path, text: str | bytes, *options: str) -> int:
    file = tmp_path / "alt.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return main(["former", *options, "--file", str(file), str(write.folder)])


def test_every_address_is_added_and_nothing_else_changes(write: Draft, tmp_path: Path) -> None:
    before = {path: (write.folder / path).read_text("utf-8") for path in (DOG, KIOSK)}
    assert take(write, tmp_path, LIST) == 0
    added = {
        DOG: "former_urls: [/vr-bis-detail/dienstleistung/42/show, /index.php?id=7&L=0]\n",
        KIOSK: "former_urls: [/B%C3%BCrger/Kiosk.html]\n",
    }
    for path, line in added.items():
        after = (write.folder / path).read_text("utf-8")
        assert line in after
        assert after.replace(line, "", 1) == before[path]
    assert said(write.problems()) == []


def test_a_second_time_there_is_nothing_to_do(write: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take(write, tmp_path, LIST)
    capsys.readouterr()
    assert take(write, tmp_path, LIST) == 0
    assert capsys.readouterr().out == "Alle Adressen der Liste stehen schon bei ihren Leistungen.\n"


def test_a_dry_run_writes_nothing(write: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(write, tmp_path, LIST, "--dry-run") == 0
    assert "2 Dateien zu schreiben. Geschrieben ist nichts (DRY_RUN=1)." in capsys.readouterr().out
    assert "former_urls" not in (write.folder / DOG).read_text("utf-8")


@pytest.mark.parametrize("text", [LIST.replace(";", ","), LIST.replace(";", "\t"), LIST.encode("utf-16")])
def test_a_table_may_come_as_spreadsheets_save_it(write: Draft, tmp_path: Path, text: str | bytes) -> None:
    assert take(write, tmp_path, text) == 0


def test_with_one_mistake_nothing_is_written_and_every_mistake_is_told(
    write: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "/a/;hund-anmeldn\n/../b/;hund-anmelden\n/c/;hund-anmelden\n/C;kiosk-anmelden\n/d/;nirgends-wo\n"
    assert take(write, tmp_path, wrong) == 2
    shape = (
        "Ohne Server, mit / am Anfang: /leistungen/hund-melden/, /buergerservice/hunde.html oder /service/42/show?x=1"
    )
    assert capsys.readouterr().err.splitlines() == [
        "Zeile 1: Die Dienstleistung „hund-anmeldn“ gibt es nicht. Meinten Sie „hund-anmelden“?",
        f"Zeile 2: „/../b/“ kann keine frühere Adresse sein. {shape}",
        "Zeile 4: /C führt schon zu hund-anmelden.",
        "Zeile 5: Die Dienstleistung „nirgends-wo“ gibt es nicht. Die Namen stehen in content/services/.",
        "Geschrieben ist nichts.",
    ]
    assert "former_urls" not in (write.folder / DOG).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"\x00\x81\x8d", "Die Liste ist kein Text. Speichern Sie sie als „CSV UTF-8“.\n"),
        ('/a/;"hund', "Die Liste ist nicht lesbar: Ein Anführungszeichen ist nicht geschlossen.\n"),
    ],
)
def test_what_is_no_table_is_refused(
    write: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, message: str
) -> None:
    assert take(write, tmp_path, text) == 2
    assert capsys.readouterr().err == message


def test_a_file_that_does_not_exist_is_refused(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["former", "--file", "nirgends.csv", str(write.folder)]) == 2
    assert capsys.readouterr().err == "Die Datei nirgends.csv gibt es nicht. Beispiel: FILE=alt.csv\n"
