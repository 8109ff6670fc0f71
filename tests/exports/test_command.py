"""`make export`: data sets of a portal without a build."""

from pathlib import Path

import pytest

from plugins.exports.__main__ import main
from plugins.exports.registry import EXPORTS
from tests.conftest import CONTENT, Draft


@pytest.fixture(autouse=True)
def _on_the_first_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_one_format_of_one_portal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", "115", "--municipality", "kleinstadt", "--out", str(tmp_path), str(CONTENT)]) == 0
    assert files(tmp_path) == ["daten/115.csv"]
    assert capsys.readouterr().out == f"115: 1 Datei, 5 KB; beginnt bei {tmp_path}/daten/115.csv\n"
    assert "Stadt Kleinstadt" in (tmp_path / "daten/115.csv").read_text("utf-8-sig")


def test_without_a_format_all_of_them_for_the_first_town(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path), str(CONTENT)]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == list(EXPORTS)
    assert set(files(tmp_path)) >= {export.path for export in EXPORTS.values()}


def test_content_with_errors_is_not_exported(write: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write.change("services/hund-anmelden.md", "level: municipal", "level: everywhere")
    assert main(["--out", str(tmp_path / "out"), str(write.folder)]) == 1
    assert "services/hund-anmelden.md:4:8: Ebene: „everywhere“" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--municipality", "nirgends", str(CONTENT)],
            "Den Ort „nirgends“ gibt es nicht. Möglich sind: grossstadt, kleinstadt, kreis-muster.\n",
        ),
        (["nirgends"], "Den Ordner nirgends gibt es nicht. Geben Sie ihn an: make export CONTENT=…\n"),
    ],
)
def test_a_name_that_nobody_knows(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == message
