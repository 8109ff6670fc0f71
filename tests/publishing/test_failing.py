"""Whatever fails on the way, and wherever: the old portal stays online, nothing is left behind, a sentence says why."""

import errno
import shutil
from pathlib import Path
from typing import Any

import pytest

from plugins.catalog import changes, disk
from plugins.publishing import home, identity, news, releasing, staging
from plugins.publishing.__main__ import main
from plugins.publishing.notes import Note
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
    assert FULL in said
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


@pytest.mark.parametrize(("owner", "name"), [(news, "remember"), (changes, "write"), (home.Home, "prune")])
def test_what_fails_afterwards_takes_nothing_back_but_is_told(
    built: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], owner: Any, name: str
) -> None:
    monkeypatch.setattr(owner, name, refuse)
    assert publish(built) == 1
    assert capsys.readouterr().err == (
        f"  {FULL}\nVeröffentlicht ist alles. Erledigen Sie noch, was oben steht.\nOnline ist: ohne-git-2.\n"
    )
    assert "more.txt" in served(built.home)


def test_other_errors_are_told_in_the_words_of_the_system() -> None:
    assert disk.said(OSError(errno.ELOOP, "Too many links", "a\nb")) == "a\\nb: Das System meldet: Too many links"
    assert disk.said(PermissionError(errno.EACCES, "Permission denied", "/srv/x")) == (
        "/srv/x: Das Recht dazu fehlt. Sehen Sie nach, wem der Ordner gehört: ls -ld"
    )
