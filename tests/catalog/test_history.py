"""When files of the content last changed."""

import os
import subprocess
from pathlib import Path

import pytest

from plugins.catalog.history import Commit, history


def git(folder: Path, *arguments: str, day: str = "2026-03-01") -> None:
    moment = f"{day}T10:00:00+01:00"
    who = {f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    environment = {"PATH": os.environ["PATH"]} | who | when
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    content = tmp_path / "repository" / "content"
    (content / "services").mkdir(parents=True)
    git(content.parent, "init", "-q")
    for name, day in (("hund", "2026-03-01"), ("straße", "2026-04-01")):
        (content / "services" / f"{name}.md").write_text(name, "utf-8")
        git(content, "add", "-A")
        git(content, "commit", "-qm", f"Neu: {name}", day=day)
    return content


def day_of(commit: Commit | None) -> str:
    return f"{commit.at:%Y-%m-%d} {commit.subject}" if commit else ""


def test_every_file_has_its_last_commit(repository: Path) -> None:
    (repository / "services" / "hund.md").write_text("Gebühr", "utf-8")
    git(repository, "commit", "-qam", "Gebühr des Hundes", day="2026-05-01")
    found = history(repository)
    assert day_of(found.latest(["services/hund.md"])) == "2026-05-01 Gebühr des Hundes"
    assert day_of(found.latest(["services/straße.md"])) == "2026-04-01 Neu: straße"


def test_the_newest_of_several_files_counts(repository: Path) -> None:
    assert day_of(history(repository).latest(["services/hund.md", "services/straße.md"])) == "2026-04-01 Neu: straße"


def test_what_comes_by_a_merge_keeps_its_own_day(repository: Path) -> None:
    git(repository, "checkout", "-qb", "antrag")
    (repository / "services" / "hund.md").write_text("Antrag", "utf-8")
    git(repository, "commit", "-qam", "Antrag", day="2026-06-01")
    git(repository, "checkout", "-q", "-")
    git(repository, "merge", "-q", "--no-ff", "-m", "Angenommen", "antrag", day="2026-07-01")
    assert day_of(history(repository).latest(["services/hund.md"])) == "2026-06-01 Antrag"


@pytest.mark.parametrize("moment", ["@253402300800 +0000", "@1700000000 +2500", "@253402300799 -1200"])
def test_a_commit_of_a_time_that_no_calendar_has_counts_as_none(repository: Path, moment: str) -> None:
    (repository / "services" / "hund.md").write_text("Antrag", "utf-8")
    (repository / "services" / "neu.md").write_text("Antrag", "utf-8")
    git(repository, "add", "-A")
    made = {f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    environment = {"PATH": os.environ["PATH"], **made, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", "commit", "-qm", "Antrag"], cwd=repository, check=True, env=environment)
    found = history(repository)
    assert day_of(found.latest(["services/hund.md"])) == "2026-03-01 Neu: hund"
    assert found.latest(["services/neu.md"]) is None


def test_a_file_git_does_not_know_has_no_commit(repository: Path) -> None:
    (repository / "services" / "neu.md").write_text("neu", "utf-8")
    assert history(repository).latest(["services/neu.md"]) is None


def test_files_outside_the_content_do_not_count(repository: Path) -> None:
    (repository.parent / "Makefile").write_text("all:", "utf-8")
    git(repository.parent, "add", "-A")
    git(repository.parent, "commit", "-qm", "Makefile")
    assert set(history(repository).commits) == {"services/hund.md", "services/straße.md"}


@pytest.mark.parametrize(
    "subject", ["\x01 2026-05-01 evil", "\x01services/hund.md\x1e\x02", "Umbruch\n services/hund.md"]
)
def test_a_subject_is_only_words(subject: str, repository: Path) -> None:
    (repository / "services" / "hund.md").write_text("Gebühr", "utf-8")
    git(repository, "commit", "-qam", subject, "--cleanup=verbatim", day="2026-05-01")
    found = history(repository).commits
    assert set(found) == {"services/hund.md", "services/straße.md"}
    assert found["services/hund.md"].subject == subject.replace("\n", " ")


def test_a_commit_without_words_counts_too(repository: Path) -> None:
    (repository / "services" / "hund.md").write_text("Gebühr", "utf-8")
    git(repository, "commit", "-qam", "", "--allow-empty-message", day="2026-05-01")
    assert day_of(history(repository).latest(["services/hund.md"])) == "2026-05-01 "


def test_a_shallow_clone_has_no_history(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.parent.as_uri(), "shallow")
    found = history(tmp_path / "shallow" / "content")
    assert (dict(found.commits), "unshallow" in found.gap) == ({}, True)


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    found = history(tmp_path)
    assert (dict(found.commits), bool(found.gap)) == ({}, True)


def test_who_changed_a_file_is_not_even_asked(repository: Path) -> None:
    assert "a@b.example" in subprocess.run(["git", "log"], cwd=repository, capture_output=True, text=True).stdout
    assert "a@b.example" not in repr(history(repository))
