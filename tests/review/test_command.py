"""`make review` as it is called: in a repository, at the desk and by a forge."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from plugins.review.__main__ import main
from tests.portals import PROJECT
from tests.review.conftest import Workshop
from tests.review.requests import good, typo_in_a_field

DOG = "services/hund-anmelden.md"


def run(shop: Workshop, output: Path, *options: str) -> int:
    return main(["request", "main", "--content", str(shop.root / "content"), "--output", str(output), *options])


def test_at_the_desk_the_files_as_they_lie_are_compared(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.content.change(DOG, "innerhalb von 14 Tagen", "bald")
    assert run(workshop, tmp_path / "out") == 0
    said = capsys.readouterr()
    assert "+Melden Sie den Hund bald an." in said.out
    assert "- `Steueramt Großstadt` (1 Datei) fehlt noch: `gross-steuer`" in said.out
    assert said.err.splitlines()[0] == "Die Inhalte werden geprüft …"


def test_the_preview_is_built_for_all_portals(workshop: Workshop, tmp_path: Path) -> None:
    good(workshop)
    run(workshop, tmp_path / "out")
    pages = tmp_path.glob("out/preview/portals/*/leistungen/katze-kennzeichnen/index.html")
    assert {page.parts[-4] for page in pages} == {"grossstadt", "kleinstadt", "kreis-muster"}


def test_what_others_did_on_main_since_is_not_ours(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good(workshop)
    workshop.commit("request")
    workshop.content.change("services/gewerbe-anmelden.md", "  - Firma gründen\n", "  - Betrieb gründen\n")
    workshop.git("commit", "--quiet", "--all", "--message", "meanwhile")
    run(workshop, tmp_path / "out", "--head", "request")
    said = capsys.readouterr().out
    assert "Betrieb gründen" not in said
    assert "Katze kennzeichnen" in said


def test_a_request_that_conflicts_is_refused_with_the_remedy(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typo_in_a_field(workshop)
    workshop.commit("request")
    workshop.content.change(DOG, "level: municipal", "level: district")
    workshop.git("commit", "--quiet", "--all", "--message", "meanwhile")
    assert run(workshop, tmp_path / "out", "--head", "request") == 2
    assert capsys.readouterr().err == (
        "Der Antrag passt nicht mehr zum Zielzweig: Holen Sie dessen Stand zu sich herein.\n"
    )


@pytest.mark.parametrize("revisions", [["nowhere"], ["main", "--head", "nowhere"]])
def test_an_unknown_revision_is_refused(
    revisions: list[str], workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["request", *revisions, "--content", str(workshop.root / "content")]) == 2
    assert capsys.readouterr().err.startswith("Der Vergleich ist nicht möglich: fatal: ")


def test_a_request_for_code_alone_changes_no_content(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workshop.root / "code.py").write_text("print()\n", "utf-8")
    assert run(workshop, tmp_path / "out") == 0
    assert capsys.readouterr().out == "<!-- fundstelle-review -->\n\n## Dieser Antrag ändert keine Inhalte\n"


def test_a_link_out_of_the_repository_is_reported_and_not_followed(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workshop.content.folder / "services/passwd.md").symlink_to("/etc/passwd")
    workshop.commit("request")
    assert run(workshop, tmp_path / "out", "--head", "request", "--format", "gitlab") == 1
    assert "content/services/passwd.md:1:1: Die Datei ist keine gewöhnliche Datei  [file]" in capsys.readouterr().out


def test_attributes_of_a_request_hide_no_file(workshop: Workshop, tmp_path: Path) -> None:
    (workshop.root / "content/.gitattributes").write_text("* export-ignore\n", "utf-8")
    typo_in_a_field(workshop)
    workshop.commit("request")
    assert run(workshop, tmp_path / "out", "--head", "request") == 1


def test_another_towns_phone_number_fails_in_the_build(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.content.change(DOG, "Das gilt auch für Welpen.", "Rufen Sie an: 02999 300-0.")
    assert run(workshop, tmp_path / "out", "--format", "github") == 1
    assert re.match(r"::error title=build::.*gehört zu Stadt Kleinstadt", capsys.readouterr().out)


def test_the_language_of_changed_texts_is_told_and_fails_nothing(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.content.change(DOG, "Das gilt auch für Welpen.", "Das gilt z. B. auch für Welpen.")
    assert run(workshop, tmp_path / "out", "--format", "github") == 0
    assert capsys.readouterr().out == (
        "::notice file=content/services/hund-anmelden.md,line=38,col=53,title=abbreviation::"
        "„z. B.“ ist eine Abkürzung%0ASchreiben Sie: zum Beispiel\n"
    )
    assert "\n\n### Wie es sich liest\n\n```text\nSchwerer zu lesen" in (tmp_path / "out/comment.md").read_text("utf-8")


def test_make_says_what_it_needs() -> None:
    done = subprocess.run(["make", "review", "--old-file=setup"], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == "Sagen Sie dazu, womit verglichen wird: make review BASE=origin/main\n"


def test_make_passes_on_who_asks_only_when_it_is_said() -> None:
    def command(*arguments: str) -> str:
        line = ["make", "--dry-run", "--old-file=setup", "review", "BASE=main", *arguments]
        unsaid = {name: value for name, value in os.environ.items() if name not in {"AUTHOR", "APPROVED_BY"}}
        return subprocess.run(line, cwd=PROJECT, env=unsaid, capture_output=True, text=True, check=True).stdout

    assert "--author" not in command()
    assert '--author "$AUTHOR"' in command("AUTHOR=")
