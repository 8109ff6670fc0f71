"""Files of a request as git has them: what is no ordinary file with a sane name is refused, and nothing is followed."""

import os
import subprocess
import unicodedata
from pathlib import Path

import pytest

from plugins.catalog import files
from plugins.catalog.git import Entry
from plugins.review.__main__ import main
from plugins.review.entries import findings
from tests.review.conftest import Workshop

TOPIC = "title: Thema {}\nkind: theme\nsummary: Ein Thema.\n"


def reviewed(shop: Workshop, output: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that tell of errors in a committed request."""
    places = ["--content", str(shop.root / "content"), "--output", str(output)]
    assert main(["request", "main", "--head", "request", "--format", "gitlab", *places]) == 1
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("content")]


def in_index(shop: Workshop, mode: str, path: str, text: str = "x") -> None:
    """An entry that no work tree needs to hold."""
    done = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=shop.root, input=text, capture_output=True, text=True, check=True
    )
    shop.git("update-index", "--add", "--cacheinfo", f"{mode},{done.stdout.strip()},{path}")


def test_odd_files_are_findings_each_and_none_is_followed(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.git("checkout", "--quiet", "-b", "request")
    topics = "content/topics"
    in_index(workshop, "120000", f"{topics}/l.yaml", "/etc/passwd")
    for number, name in enumerate(["A", "a", "Über", unicodedata.normalize("NFD", "Über"), "neu\nzeile"]):
        in_index(workshop, "100644", f"{topics}/{name}.yaml", TOPIC.format(number))
    in_index(workshop, "100644", f"{topics}/riesig.yaml", "#" * 3 * 1024 * 1024)
    workshop.git("commit", "--quiet", "--message", "request")
    found = reviewed(workshop, tmp_path / "out", capsys)
    assert sorted({line.split(":")[0] for line in found}) == sorted(
        [
            *(f"{topics}/{name}.yaml" for name in ("A", "a", "l", "neu\\nzeile", "riesig", "Über")),
            f"{topics}/{unicodedata.normalize('NFD', 'Über')}.yaml",
        ]
    )
    assert "passwd" not in (tmp_path / "out" / "comment.md").read_text("utf-8")


def test_a_program_and_a_foreign_repository_are_refused(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.git("checkout", "--quiet", "-b", "request")
    workshop.git("update-index", "--chmod=+x", "content/topics/tiere.yaml")
    commit = workshop.git("rev-parse", "HEAD")
    workshop.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/topics/fremd")
    workshop.git("commit", "--quiet", "--message", "request")
    assert reviewed(workshop, tmp_path / "out", capsys) == [
        "content/topics/fremd:1:1: Hier hängt ein fremdes Repository (Untermodul)  [file]",
        "content/topics/tiere.yaml:1:1: Die Datei ist als Programm markiert (ausführbar)  [file]",
    ]


def test_a_name_that_is_no_text_is_told(workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"content/topics/\xff.yaml")
    (workshop.root / name).write_text(TOPIC.format("x"), "utf-8")
    workshop.commit("request")
    assert "content/topics/\\udcff.yaml:1:1: „\\udcff“ taugt nicht als Adresse  [slug]" in reviewed(
        workshop, tmp_path / "out", capsys
    )


def test_more_than_a_build_is_meant_for_is_refused_before_it_is_written(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_TOTAL", 1024**2)
    workshop.git("checkout", "--quiet", "-b", "request")
    in_index(workshop, "100644", "content/topics/riesig.yaml", "#" * 3 * 1024**2)
    workshop.git("commit", "--quiet", "--message", "request")
    places = ["--content", str(workshop.root / "content"), "--output", str(tmp_path / "out")]
    assert main(["request", "main", "--head", "request", *places]) == 2
    assert capsys.readouterr().err == (
        "Die Inhalte sind zu groß: 3 MiB Text. Höchstens 200000 Dateien mit zusammen 1 MiB Text; teilen Sie sie auf.\n"
    )


def test_the_remedy_names_the_path_from_the_root_of_the_repository() -> None:
    entries = [Entry("100755", 1, "topics/tiere.yaml"), Entry("160000", 0, "topics/fremd")]
    assert [found.hint for found in findings(entries, "content")] == [
        "Nehmen Sie ihr das Recht, zu laufen; am Rechner mit git: "
        "git update-index --chmod=-x content/topics/tiere.yaml",
        "Nehmen Sie es aus dem Antrag heraus; am Rechner mit git: git rm --cached content/topics/fremd",
    ]
    assert [found.hint.rpartition(" ")[2] for found in findings(entries, ".")] == ["topics/tiere.yaml", "topics/fremd"]
