"""`make hints`: what is printed, and that hints never fail."""

import subprocess
from pathlib import Path

import pytest

from plugins.language import __main__ as language
from plugins.language.__main__ import main
from tests.conftest import Draft
from tests.language.conftest import DOG, TEXT

KIOSK = "services/kiosk-anmelden.md"


def git(folder: Path, *arguments: str) -> None:
    person = ["-c", "user.name=Erika", "-c", "user.email=erika@grossstadt.example"]
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def kept(write: Draft) -> Draft:
    """The tiny country in a repository."""
    git(write.folder.parent, "init", "--quiet")
    git(write.folder.parent, "add", ".")
    git(write.folder.parent, "commit", "--quiet", "-m", "Anfang")
    return write


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code and everything that is printed."""
    code = main(list(arguments))
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_hints_stand_under_the_department_and_do_not_fail(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write.change(DOG, TEXT, "Das gilt z. B. für zwei Welpen.")
    code, printed = run(capsys, "--service", "hund-anmelden", str(write.folder))
    assert code == 0
    assert printed.replace(str(write.folder), "content").splitlines()[:7] == [
        "steueramt",
        f"content/{DOG}:38:10: Hinweis: „z. B.“ ist eine Abkürzung  [abbreviation]",
        "    → Schreiben Sie: zum Beispiel",
        f"content/{DOG}:38:20: Hinweis: „zwei“ ist ein Zahlwort  [number-word]",
        "    → Schreiben Sie die Ziffern: 2",
        "",
        "2 Hinweise in 1 Datei",
    ]


def test_the_numbers_of_one_service_are_its_own(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    _, printed = run(capsys, "--service", "hund-anmelden", str(write.folder))
    assert printed == (
        "Keine Hinweise zur Sprache.\nLesbarkeit: LIX 23,2 · Wiener Sachtextformel 3,0 · Flesch-Amstad 77,7\n"
    )


def test_of_all_services_there_is_the_median_and_the_hardest(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    _, printed = run(capsys, str(write.folder))
    lines = printed.replace(str(write.folder), "content").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Lesbarkeit"))
    assert lines[start].startswith("Lesbarkeit, Median von 11 Texten: LIX 33,0 · ")
    assert len(lines[start + 1 :]) == 5


def test_with_a_base_only_what_changed_is_named(kept: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    kept.change(DOG, TEXT, "Steuerermäßigungsberechtigte beantragen Ermäßigungen ausschließlich schriftlich.")
    _, printed = run(capsys, "--base", "HEAD", str(kept.folder))
    lines = printed.replace(str(kept.folder), "content").splitlines()
    assert KIOSK not in printed
    assert f"content/{DOG}: schwerer zu lesen als vorher" in lines
    assert lines[-1] == "Schwerer zu lesen als vorher: 1 von 1 Text"


def test_a_text_that_only_moved_is_not_named(kept: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    kept.change(DOG, "## Fristen", "\n## Fristen")
    _, printed = run(capsys, "--base", "HEAD", str(kept.folder))
    assert printed.splitlines()[-1] == "Kein deutscher Text einer Dienstleistung liest sich anders als vorher."


@pytest.mark.parametrize("revision", ["gibt-es-nicht", "--output=x"])
def test_an_unknown_revision_is_said(kept: Draft, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert run(capsys, f"--base={revision}", str(kept.folder)) == (
        2,
        f"Den Stand „{revision}“ kennt git nicht, oder {kept.folder} gab es dort noch nicht.\n",
    )


def test_files_with_mistakes_are_counted(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write.change(DOG, "level: municipal", "level: overall")
    _, printed = run(capsys, str(write.folder))
    assert "Dateien mit Fehlern, hier nicht gelesen (make check): 1\n" in printed
    assert "Median von 10 Texten" in printed


def test_without_the_dictionary_it_says_how_to_get_it(
    write: Draft, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "DICTIONARY", write.folder / "fehlt")
    assert run(capsys, str(write.folder)) == (2, "Das Wörterbuch fehlt. Holen Sie es: make setup\n")


def test_an_unknown_service_and_folder_are_said(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--service", "katze", str(write.folder)) == (2, "Eine Dienstleistung „katze“ gibt es nicht.\n")
    assert run(capsys, "nirgends") == (
        2,
        "Den Ordner nirgends gibt es nicht. Geben Sie ihn an: make hints CONTENT=…\n",
    )
