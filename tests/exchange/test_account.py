"""What an import does to files, and what it would do: the words of editors stay, and nothing of the source is lost."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.catalog.catalog import load
from plugins.exchange.__main__ import main

SOURCE = Path(__file__).parent / "dldb"


def run(into: Path, source: Path = SOURCE, *more: str) -> int:
    return main(["import", "--format", "dldb", "--into", str(into), *more, str(source)])


def report(folder: Path) -> str:
    return (folder / ".import" / "import-bericht.md").read_text(encoding="utf-8")


def digest(folder: Path) -> str:
    """The names and bytes of everything in a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


def other(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The export as it is at another day."""
    folder = shutil.copytree(SOURCE, tmp_path / "source")
    path = folder / "services_de.json"
    tree = json.loads(path.read_text(encoding="utf-8"))
    change(tree)
    path.write_text(json.dumps(tree), encoding="utf-8")
    return folder


def renamed(tree: dict[str, Any]) -> None:
    tree["data"][3].update(name="Taxi rufen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run(tmp_path / "content")
    return tmp_path / "content"


def test_the_first_import_is_all_new(folder: Path) -> None:
    assert "## Dateien\n\n- Neu: 13\n\n## Neu\n\n- forms/hund-anmelden.yaml\n" in report(folder)


def test_the_same_again_is_all_unchanged(folder: Path) -> None:
    assert run(folder) == 0
    assert "## Dateien\n\n- Unverändert: 13\n\n## Was zu wissen ist\n" in report(folder)


def test_a_look_writes_nothing_and_shows_the_whole_report(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(folder)
    capsys.readouterr()
    assert run(folder, other(tmp_path, renamed), "--dry-run") == 0
    assert digest(folder) == before
    shown = capsys.readouterr().out
    assert "- Geändert: 1\n- Unverändert: 12\n\n## Geändert\n\n- services/taxi.md\n" in shown
    assert "- 4 Taxi rufen: „links“ ist kein Wert der Art: Liste\n" in shown
    assert shown.endswith("\nNur angesehen, nichts geschrieben.\n")


def test_a_look_at_a_new_folder_does_not_make_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "neu", SOURCE, "--dry-run") == 0
    assert "- Neu: 13\n" in capsys.readouterr().out
    assert not (tmp_path / "neu").exists()


def test_what_is_shown_is_the_head_of_the_written_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run(folder)
    shown, _, _ = capsys.readouterr().out.partition("\nDer ganze Bericht: ")
    assert report(folder).startswith(shown)


def test_an_editors_text_stays_and_what_the_source_says_lies_beside_the_report(folder: Path, tmp_path: Path) -> None:
    edited = folder / "services" / "taxi.md"
    edited.write_text(edited.read_text(encoding="utf-8").replace("title: Taxi", "title: Taxis"), encoding="utf-8")
    assert run(folder, other(tmp_path, renamed)) == 0
    assert "title: Taxis\n" in edited.read_text(encoding="utf-8")
    beside = folder / ".import" / "neu" / "services" / "taxi.md"
    assert "title: Taxi rufen\n" in beside.read_text(encoding="utf-8")
    assert (
        "\n## Von der Redaktion geändert, nicht überschrieben\n\n"
        "- services/taxi.md; was die Quelle sagt: neu/services/taxi.md neben diesem Bericht\n" in report(folder)
    )


def test_an_editors_text_stays_without_a_word_when_the_source_has_nothing_new(folder: Path) -> None:
    edited = folder / "services" / "taxi.md"
    edited.write_text(edited.read_text(encoding="utf-8").replace("title: Taxi", "title: Taxis"), encoding="utf-8")
    assert run(folder) == 0
    assert "geändert, nicht überschrieben\n\n- services/taxi.md\n" in report(folder)
    assert not (folder / ".import" / "neu").exists()


def test_what_lies_beside_the_report_goes_when_it_is_taken_over(folder: Path, tmp_path: Path) -> None:
    edited = folder / "services" / "taxi.md"
    edited.write_text("---\ntitle: Taxis\n---\n", encoding="utf-8")
    source = other(tmp_path, renamed)
    run(folder, source)
    beside = folder / ".import" / "neu" / "services" / "taxi.md"
    shutil.copy(beside, edited)
    assert run(folder, source) == 0
    assert not beside.exists()


def test_what_lies_beside_the_report_is_no_content(folder: Path, tmp_path: Path) -> None:
    (folder / "services" / "taxi.md").unlink()
    (folder / "services" / "taxi.md").mkdir()
    run(folder, other(tmp_path, renamed))
    assert (folder / ".import" / "neu" / "services" / "taxi.md").is_file()
    assert "Taxi rufen" not in {service.title for service in load(folder)[0].services}


def test_a_file_that_is_gone_here_and_there_is_no_news(folder: Path, tmp_path: Path) -> None:
    (folder / "services" / "taxi.md").unlink()
    run(folder, other(tmp_path, lambda tree: tree["data"].pop(3)))
    assert "services/taxi.md" not in report(folder)
