"""Whatever fails on the way, and wherever: the old portal stays online, nothing is left behind, a sentence says why."""

import errno
import shutil
from pathlib import Path
from typing import Any

import pytest

from plugins.catalog import changes, disk
from plugins.publishing import home, identity, news, releasing, staging
from plugins.publishing.__main__ import main
from plugins.publishing.gates import Sight
from plugins.publishing.identity import Source
from plugins.publishing.notes import Note
from plugins.publishing.tree import Tree
from tests.portals import TINY_URL
from tests.publishing.conftest import Desk, left_behind, put, served

FULL = "Der Datenträger ist voll. Schaffen Sie Platz und wiederholen Sie den Befehl."


def refuse(*_arguments: object, **_keywords: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def built(first: Desk, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose build is done already, with one page more than what is online."""

    def build(_wanted: object, folder: Path, _lock: int) -> bool:
        shutil.copytree(first.home.link.resolve(), folder, dirs_exist_ok=True)
        (folder / identity.FILE).unlink()
        put(folder, {"more.txt": b"more"})
        return True

    monkeypatch.setattr(releasing, "build", build)
    monkeypatch.setattr(staging, "_judged", lambda _sight, _allowed: {})
    monkeypatch.setattr(staging, "finish", lambda _folder, _built: None)
    return desk


def publish(desk: Desk, *more: str) -> int:
    place = ["--output", str(desk.home.folder)]
    return main([*place, "publish", "--url", TINY_URL, "--municipality", "grossstadt", *more, str(desk.content)])


def test_what_is_built_goes_online(built: Desk) -> None:
    assert publish(built) == 0
    assert "more.txt" in served(built.home)


STEPS = [
    (Path, "mkdir"),
    (Path, "symlink_to"),
    (Path, "rename"),
    (Path, "replace"),
    (Note, "write"),
    (home, "sync"),
    (staging, "sync_all"),
]


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_a_full_disk_at_any_step_leaves_what_is_online(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], owner: Any, name: str
) -> None:
    before = served(built.home)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, refuse)
        assert publish(built) == 1
    said = capsys.readouterr().err
    assert f"{built.home.folder}: {FULL}" in said
    assert said.endswith("Online ist: ohne-git-1.\n")
    assert served(built.home) == before
    assert left_behind(built.home) == []
    assert sorted(path.name for path in built.home.folder.glob("releases/*")) == ["ohne-git-1", "ohne-git-1.json"]


def test_a_file_that_came_beside_the_build_is_not_published(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(_wanted: object, folder: Path, _lock: int) -> bool:
        shutil.copytree(built.home.link.resolve(), folder, dirs_exist_ok=True)
        (folder / "stranger.html").touch()
        return True

    monkeypatch.setattr(releasing, "build", build)
    assert publish(built) == 1
    assert "ist beschädigt: stranger.html gehört nicht dazu.\n  Online bleibt: ohne-git-1.\n" in capsys.readouterr().err


def test_a_build_that_stopped_half_way_is_not_published(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(_wanted: object, folder: Path, _lock: int) -> bool:
        (folder / "index.html").write_text("<title>half")
        return True

    monkeypatch.setattr(releasing, "build", build)
    assert publish(built) == 1
    assert "  Dieses Portal ließ sich nicht bauen.\n  Online bleibt: ohne-git-1.\n" in capsys.readouterr().err


def test_content_that_moves_under_a_build_is_not_published(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = served(built.home)

    def slow(_wanted: object, folder: Path, _lock: int) -> bool:
        built.say("Melden Sie den Hund sofort an.")
        shutil.copytree(built.home.link.resolve(), folder, dirs_exist_ok=True)
        return True

    monkeypatch.setattr(releasing, "build", slow)
    assert publish(built) == 1
    assert capsys.readouterr().err == (
        "Der Inhalt hat sich geändert, während gebaut wurde. Veröffentlichen Sie noch einmal.\n"
        "Online ist: ohne-git-1.\n"
    )
    assert served(built.home) == before


def test_what_nobody_reads_as_content_may_come_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    source = Source.of(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").touch()
    (tmp_path / "services/.swp").touch()
    assert Source.of(tmp_path) == source
    (tmp_path / "services/x.md").touch()
    assert Source.of(tmp_path) != source


def test_a_fresh_folder_says_that_nothing_can_be_compared_unless_it_is_told_what_is_online(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[Tree | None] = []

    def judged(sight: Sight, _allowed: object) -> dict[str, list[str]]:
        seen.append(sight.old)
        return {}

    monkeypatch.setattr(staging, "_judged", judged)
    live, job = built.home.link.resolve(), built.home.folder.with_name("job")
    fresh = Desk(built.content, home.Home(job))
    assert publish(fresh) == 0
    assert f"  Kein Vergleich möglich: In {job} ist noch nichts online." in capsys.readouterr().out
    shutil.rmtree(job)
    assert publish(fresh, "--before", str(live)) == 0
    assert "Kein Vergleich" not in capsys.readouterr().out
    assert [tree and tree.folder for tree in seen] == [None, live]


def test_what_is_no_whole_portal_is_not_compared_with(built: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(built, "--before", str(built.content)) == 1
    assert f"{built.content} ist beschädigt: .manifest fehlt" in capsys.readouterr().err


def test_many_portals_cannot_be_compared_with_one(built: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(built, "--before", str(built.content), "--portals") == 2
    assert capsys.readouterr().err.startswith("BEFORE gilt für ein Portal, nicht für PORTALS=1.")


@pytest.mark.parametrize(
    ("owner", "name", "where"),
    [(news, "remember", "home"), (changes, "write", "content"), (home.Home, "prune", "home")],
)
def test_what_fails_afterwards_takes_nothing_back_but_is_told(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], owner: Any, name: str, where: str
) -> None:
    monkeypatch.setattr(owner, name, refuse)
    assert publish(built) == 1
    assert capsys.readouterr().err == (
        f"  {built.home.folder.with_name(where)}: {FULL}\n"
        "Veröffentlicht ist alles. Erledigen Sie noch, was oben steht.\nOnline ist: ohne-git-2.\n"
    )
    assert "more.txt" in served(built.home)


def test_other_errors_are_told_in_the_words_of_the_system() -> None:
    assert disk.said(OSError(errno.ELOOP, "Too many links", "a\nb")) == "a\\nb: Das System meldet: Too many links"
    assert disk.said(PermissionError(errno.EACCES, "Permission denied", "/srv/x")) == (
        "/srv/x: Das Recht dazu fehlt. Sehen Sie nach, wem der Ordner gehört: ls -ld"
    )
