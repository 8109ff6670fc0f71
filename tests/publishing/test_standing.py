"""What is in a portal's home is listed and verified; what was online before goes online again."""

import datetime
import json
from pathlib import Path

import pytest

from plugins.publishing.__main__ import main
from plugins.publishing.errors import BusyError, PublishError, RefusedError
from plugins.publishing.home import Home
from plugins.publishing.locking import locked
from plugins.publishing.notes import Note
from plugins.publishing.standing import listed, rollback
from tests.publishing.conftest import at_home, site


def page(home: Home) -> str:
    return (home.link / "page.html").read_text()


def test_back_means_what_was_online_before_and_not_the_number_before(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "good", "bad")
    assert rollback(home, "", waits=False) == "Online ist jetzt x-1, nicht mehr x-2. Zurück: make rollback TO=x-2"
    home.take_in(site(tmp_path / "made", page="worse"), "x", Note(follows="x-1"))
    rollback(home, "", waits=False)
    assert page(home) == "good"


def test_forward_again_is_a_rollback_to_a_name(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    rollback(home, "", waits=False)
    rollback(home, "x-2", waits=False)
    assert page(home) == "two"
    assert rollback(home, "x-2", waits=False) == "x-2 ist schon online."


def test_before_the_first_there_is_nothing(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one")
    with pytest.raises(RefusedError) as refused:
        rollback(home, "", waits=False)
    assert str(refused.value) == (
        "Vor x-1 war nichts online, was noch hier liegt. Sagen Sie dazu, was online gehen soll: TO=x-1."
    )


def test_a_link_that_somebody_deleted_comes_back_by_name(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    home.link.unlink()
    with pytest.raises(RefusedError, match=r"^Es ist nichts online\. Sagen Sie dazu, .*: TO=x-2 oder TO=x-1\.$"):
        rollback(home, "", waits=False)
    assert rollback(home, "x-1", waits=False) == "Online ist jetzt x-1."


def test_a_damaged_release_does_not_come_back(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    (home.folder / "releases/x-1/page.html").unlink()
    with pytest.raises(PublishError, match=r"x-1 ist beschädigt: page\.html fehlt\.$"):
        rollback(home, "", waits=False)
    assert page(home) == "two"


def test_nobody_goes_back_while_somebody_publishes(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    with locked(home.lock, waits=False), pytest.raises(BusyError):
        rollback(home, "", waits=False)
    assert page(home) == "two"


def test_a_folder_without_releases_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--output", str(tmp_path), "rollback"]) == 2
    assert capsys.readouterr().err == f"In {tmp_path} liegt keine Veröffentlichung. Sagen Sie, wo: OUTPUT=…\n"
    assert main(["--output", str(tmp_path), "list"]) == 0
    assert capsys.readouterr().out == f"In {tmp_path} liegt keine Veröffentlichung.\n"
    assert main(["--output", str(tmp_path), "verify"]) == 1
    assert capsys.readouterr().err == f"In {tmp_path} ist nichts online.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_list_says_name_day_pages_size_and_what_is_online(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "x" * 4_500_000)
    day = datetime.datetime(2026, 11, 1, 23, 30, tzinfo=datetime.UTC)
    home.named("x-2").note_file.write_text(
        json.dumps({"published": day.isoformat(), "follows": "x-1", "allowed": {"page-loss": ["10 Seiten fehlen."]}})
    )
    home.named("x-1").note_file.write_text("{half")
    home.switch(home.named("x-1"))
    assert list(listed(home)) == [
        f"{home.folder}:",
        "    x-2  02.11.2026 00:30  1 Seite  4,5 MB  zugelassen: page-loss",
        "  → x-1  Tag unbekannt  1 Seite  0 kB",
    ]


def test_all_portals_are_listed_and_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for slug in ("a", "b"):
        at_home(tmp_path / "portals" / slug, slug)
    assert main(["--output", str(tmp_path), "list"]) == 0
    assert capsys.readouterr().out.splitlines()[::2] == [f"{tmp_path}/portals/a:", f"{tmp_path}/portals/b:"]
    (tmp_path / "portals/b/current/page.html").write_text("defaced")
    assert main(["--output", str(tmp_path), "verify"]) == 1
    assert capsys.readouterr().out == "x-1 ist unversehrt: 1 Dateien.\n"
