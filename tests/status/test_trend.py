"""How the figures went, from the git history of the content."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.status import trend as trend_module
from plugins.status.standing import COLUMNS
from plugins.status.trend import month_ends, trend
from tests.conftest import TODAY, Draft

DOG = "services/hund-anmelden.md"


def git(folder: Path, *arguments: str, at: str = "2026-01-01T12:00:00+01:00") -> None:
    person = ["-c", "user.name=Erika", "-c", "user.email=erika@grossstadt.example"]
    dated = {**os.environ, "GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at}
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True, env=dated)


def keep(write: Draft, at: str) -> None:
    """Commit everything at a moment."""
    git(write.folder.parent, "add", "--all")
    git(write.folder.parent, "commit", "--quiet", "-m", "Stand", at=at)


@pytest.fixture
def kept(write: Draft) -> Draft:
    """The tiny country in a repository: without the dog until the last second of August, with it from September on."""
    git(write.folder.parent, "init", "--quiet")
    hidden = write.folder.parent / "hund.md"
    (write.folder / DOG).rename(hidden)
    keep(write, "2026-08-31T23:59:59+02:00")
    hidden.rename(write.folder / DOG)
    keep(write, "2026-09-01T00:00:00+02:00")
    return write


def went(
    folder: Path, cache: Path, column: str = "Leistungen", town: str = "grossstadt"
) -> list[tuple[str, int | None]]:
    """A column of Großstadt on each day."""
    number = list(COLUMNS).index(column)
    found = trend(load(folder, TODAY)[0], town, folder, cache)
    return [(f"{one.day:%d.%m.%Y}", one.figures[number]) for one in found]


def test_each_month_ends_as_git_had_it_at_midnight_in_germany(kept: Draft, tmp_path: Path) -> None:
    assert went(kept.folder, tmp_path / "cache") == [
        ("31.08.2026", 10),
        ("30.09.2026", 11),
        ("31.10.2026", 11),
        ("01.11.2026", 11),
    ]


def test_what_is_not_committed_counts_today_only(kept: Draft, tmp_path: Path) -> None:
    (kept.folder / DOG).unlink()
    assert went(kept.folder, tmp_path / "cache")[-2:] == [("31.10.2026", 11), ("01.11.2026", 10)]


def test_overdue_is_what_was_overdue_then(kept: Draft, tmp_path: Path) -> None:
    passport = kept.folder / "services" / "personalausweis-beantragen.md"
    text = passport.read_text(encoding="utf-8").replace("05.10.2026", "05.10.2025").replace("05.10.2027", "29.09.2026")
    passport.write_text(text, encoding="utf-8")
    keep(kept, "2026-09-10T12:00:00+02:00")
    assert went(kept.folder, tmp_path / "cache", "überfällig") == [
        ("31.08.2026", 0),
        ("30.09.2026", 1),
        ("31.10.2026", 1),
        ("01.11.2026", 1),
    ]


def test_a_month_is_counted_once(kept: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = went(kept.folder, tmp_path / "cache")
    monkeypatch.setattr(trend_module, "catalog_at", None)
    assert went(kept.folder, tmp_path / "cache") == first


def test_before_a_town_was_there_it_has_no_figures(kept: Draft, tmp_path: Path) -> None:
    town = kept.folder / "municipalities" / "neustadt" / "municipality.yaml"
    town.parent.mkdir()
    model = kept.folder / "municipalities" / "kleinstadt" / "municipality.yaml"
    town.write_text(model.read_text(encoding="utf-8"), encoding="utf-8")
    keep(kept, "2026-10-10T12:00:00+02:00")
    assert [day for day, _ in went(kept.folder, tmp_path / "cache", town="neustadt")] == ["31.10.2026", "01.11.2026"]


def test_without_a_repository_there_is_today(write: Draft, tmp_path: Path) -> None:
    assert went(write.folder, tmp_path / "cache") == [("01.11.2026", 11)]


def test_without_git_there_is_today(kept: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert went(kept.folder, tmp_path / "cache") == [("01.11.2026", 11)]


def test_the_last_twelve_months_end_before_this_one() -> None:
    days = month_ends(datetime.date(2028, 3, 1))
    assert (len(days), str(days[0]), str(days[-1])) == (12, "2027-03-31", "2028-02-29")
