"""`make fix` at the desk: it shows the difference, writes it, and loses nothing."""

import subprocess

import pytest

from plugins.authoring.__main__ import main
from plugins.catalog.__main__ import main as catalog
from tests.conftest import Draft

DOG = "services/hund-anmelden.md"
CARD = "services/personalausweis-beantragen.md"


@pytest.fixture
def saved(write: Draft) -> Draft:
    """A content folder in which git has everything."""
    write.change(CARD, "reviewed_on: 05.10.2026", "reviewed_on: 2026-10-05")
    write.change(CARD, "review_by: 05.10.2027", "review_by: 2027-10-05")
    name = ("-c", "user.name=a", "-c", "user.email=a@rurheim.example")
    for command in (("init", "-q"), ("add", "-A"), (*name, "commit", "-qm", "Stand")):
        subprocess.run(["git", *command], cwd=write.folder, check=True)
    return write


def test_content_without_faults_is_left_alone(saved: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", str(saved.folder)]) == 0
    assert capsys.readouterr().out == "Nichts zu reparieren. Was sonst noch falsch ist, sagt: make check\n"


def test_a_file_with_errors_that_only_people_can_mend_is_not_called_faultless(
    saved: Draft, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved.folder / DOG
    file.write_bytes(file.read_bytes() + "Für Hunde\n".encode("cp1252"))
    assert main(["fix", "--file", DOG, str(saved.folder)]) == 0
    assert capsys.readouterr().out == (
        "In dieser Datei lässt sich nichts sicher reparieren. Was falsch ist, sagt: make check\n"
    )
    assert main(["fix", "--file", CARD, str(saved.folder)]) == 0
    assert capsys.readouterr().out.startswith("Nichts zu reparieren.")


def test_every_change_is_shown_and_written(saved: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved.folder / CARD
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"amount: 46,00", b"amount: 46.00"))
    subprocess.run(["git", "-C", saved.folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "x"])
    assert main(["fix", str(saved.folder)]) == 0
    shown = capsys.readouterr().out
    assert f"--- {saved.folder}/{CARD}\n+++ {saved.folder}/{CARD}\n" in shown
    assert "\n-    amount: 46.00\n+    amount: 46,00\n" in shown
    assert shown.endswith("\n1 Datei geschrieben.\n")
    assert file.read_bytes() == whole


def test_a_dry_run_writes_nothing(saved: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved.folder / DOG
    foreign = file.read_text("utf-8").encode("cp1252")
    file.write_bytes(foreign)
    assert main(["fix", "--dry-run", str(saved.folder)]) == 0
    assert capsys.readouterr().out == (
        f"{saved.folder}/{DOG}: Kodierung, Zeilenenden oder unsichtbare Zeichen\n"
        "1 Datei zu schreiben. Geschrieben ist nichts (DRY_RUN=1).\n"
    )
    assert file.read_bytes() == foreign


def test_it_says_which_old_bytes_git_does_not_have(saved: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    (saved.folder / DOG).write_bytes((saved.folder / DOG).read_bytes().replace(b"\n", b"\r\n"))
    assert main(["fix", "--file", DOG, str(saved.folder)]) == 0
    assert capsys.readouterr().out.endswith(
        f"1 Datei geschrieben.\nHinweis: noch nicht in git gesichert, alter Stand nur noch oben: {DOG}\n"
    )


def test_a_link_to_another_file_is_not_followed(saved: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    outside = saved.folder.parent / "outside.md"
    outside.write_bytes(b"---\r\ntitle: x\r\n---\r\n")
    (saved.folder / "services/link.md").symlink_to(outside)
    assert main(["fix", str(saved.folder)]) == 0
    assert outside.read_bytes() == b"---\r\ntitle: x\r\n---\r\n"
    assert main(["fix", "--file", "services/link.md", str(saved.folder)]) == 2
    assert capsys.readouterr().err == (
        f"services/link.md ist keine Datei in {saved.folder}. Beispiel: FILE={saved.folder}/services/hund-anmelden.md\n"
    )


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "inhalte"]) == 2
    assert capsys.readouterr().err == "Den Ordner inhalte gibt es nicht. Geben Sie ihn an: CONTENT=…\n"


def test_the_check_names_the_files_that_can_be_mended(saved: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    saved.change(DOG, "title: Hund anmelden", "title: Bus #5")
    saved.change(CARD, "amount: 46,00", "amount: viel")
    assert catalog(["check", str(saved.folder)]) == 1
    assert f"2 Fehler, 0 Hinweise in 2 Dateien\nmake fix repariert etwas in: {DOG}\n" in capsys.readouterr().out
