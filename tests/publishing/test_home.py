"""Releases behind a link: one step from the old to the new one, five kept, nothing foreign touched."""

import os
from pathlib import Path

import pytest

from plugins.publishing.errors import PublishError, RefusedError
from plugins.publishing.home import Home, keep_times
from plugins.publishing.tree import Tree
from tests.publishing.conftest import at_home, left_behind, site


def names(home: Home) -> list[str]:
    return [release.name for release in home.releases()]


def test_the_link_leads_to_the_last_release_and_can_be_moved_with_the_folder(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    assert home.link.readlink() == Path("releases/x-2")
    moved = Home(home.folder.rename(tmp_path / "moved"))
    assert (moved.link / "page.html").read_text() == "two"
    assert left_behind(moved) == []


def test_another_release_is_put_online(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    home.switch(home.named("x-1"))
    assert (home.link / "page.html").read_text() == "one"
    assert left_behind(home) == []


def test_what_was_online_before_has_a_link_too_whichever_way_it_goes(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one")
    assert not home.before.is_symlink()
    home.take_in(site(tmp_path / "made", page="two"), "x", home.releases()[0].note)
    assert (home.before.readlink(), home.link.readlink()) == (Path("releases/x-1"), Path("releases/x-2"))
    home.switch(home.named("x-1"))
    assert (home.before.readlink(), home.link.readlink()) == (Path("releases/x-2"), Path("releases/x-1"))


def test_the_release_that_open_pages_come_from_is_kept(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", *"abcdefgh")
    home.switch(home.named("x-1"))
    home.switch(home.named("x-8"))
    assert [release.name for release in home.prune()] == ["x-3", "x-2"]
    assert (home.before / "page.html").read_text() == "a"


def test_a_link_that_cannot_be_set_leaves_what_is_online(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one", "two")
    home.before.unlink()
    home.before.mkdir()
    with pytest.raises(OSError, match="directory"):
        home.switch(home.named("x-1"))
    assert (home.link / "page.html").read_text() == "two"
    home.before.rmdir()
    home.switch(home.named("x-1"))
    assert (home.link / "page.html").read_text() == "one"


def test_a_file_keeps_its_time_with_its_bytes_and_no_other_does(tmp_path: Path) -> None:
    old, new = (Tree.of(site(tmp_path / name, same="same", other=name, damaged="as it is")) for name in ("old", "new"))
    for tree, day in ((old, 1_000_000_000), (new, 1_500_000_000)):
        for name in tree.digests:
            os.utime(tree.folder / name, (day, day))
    (old.folder / "damaged.html").write_text("as it IS")
    os.utime(old.folder / "damaged.html", (1_000_000_000, 1_000_000_000))
    keep_times(new, old)
    times = {name: (new.folder / name).stat().st_mtime for name in new.digests}
    assert times.pop("same.html") == 1_000_000_000
    assert min(times.values()) > 1_500_000_000


def test_five_releases_are_kept_and_numbers_are_not_used_again(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", *"abcdefg")
    assert [release.name for release in home.prune()] == ["x-2", "x-1"]
    assert names(home) == ["x-7", "x-6", "x-5", "x-4", "x-3"]
    assert sorted(file.name for file in home.folder.glob("releases/*.json")) == [f"x-{n}.json" for n in range(3, 8)]
    home.take_in(site(tmp_path / "made", page="h"), "y", home.releases()[0].note)
    assert names(home)[0] == "y-8"


def test_what_is_online_is_never_removed_nor_what_was_before_it(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", *"abcdefgh")
    home.switch(home.named("x-2"))
    assert [release.name for release in home.prune()] == ["x-3"]
    assert names(home)[-2:] == ["x-2", "x-1"]


def test_a_process_that_reads_the_old_release_reads_on(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one")
    resolved = home.link.resolve()
    home.take_in(site(tmp_path / "made", page="two"), "x", home.releases()[0].note)
    home.prune()
    assert (resolved / "page.html").read_text() == "one"


def test_what_a_killed_command_left_behind_is_swept(tmp_path: Path) -> None:
    home = at_home(tmp_path / "home", "one")
    site(home.folder / ".passing-0123", page="half")
    (home.folder / ".passing-4567").symlink_to("releases/x-9")
    (home.folder / "releases" / "x-9.json").write_text("{}")
    (home.folder / "releases" / "notes.txt").write_text("mine")
    home.sweep()
    assert left_behind(home) == []
    assert sorted(path.name for path in home.folder.glob("releases/*")) == ["notes.txt", "x-1", "x-1.json"]


@pytest.mark.parametrize("name", ["index.html", ".manifest"])
def test_a_website_of_an_older_version_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("old")
    with pytest.raises(PublishError) as refused:
        Home(tmp_path).prepare()
    assert str(refused.value) == (
        f"In {tmp_path} liegt eine Website, wie make html und frühere Versionen sie bauen. Nehmen Sie einen neuen "
        "Ordner (OUTPUT=…), oder verschieben Sie diese Website; gelöscht wird sie nicht. Der Webserver zeigt dann "
        f"{tmp_path}/current: docs/publishing.md."
    )
    assert [path.name for path in tmp_path.iterdir()] == [name]


def occupied(home: Home, kind: str) -> None:
    if kind == "folder":
        home.link.mkdir()
    elif kind == "file":
        home.link.touch()
    else:
        home.link.symlink_to(kind)


@pytest.mark.parametrize("kind", ["folder", "file", "..", "releases/../..", "/etc", "elsewhere/x-1", "releases"])
def test_what_is_no_link_to_a_release_is_not_replaced(tmp_path: Path, kind: str) -> None:
    home = Home(tmp_path)
    occupied(home, kind)
    with pytest.raises(PublishError) as refused:
        home.prepare()
    assert str(refused.value) == (
        f"{home.link} ist keine Verknüpfung auf eine Veröffentlichung. Verschieben Sie, was dort liegt; "
        "danach legt make publish die Verknüpfung selbst an."
    )
    assert home.current is None
    assert not (tmp_path / "releases").exists()


def test_what_is_no_link_to_the_release_before_is_not_replaced(tmp_path: Path) -> None:
    home = at_home(tmp_path, "one")
    home.before.symlink_to("/etc")
    with pytest.raises(PublishError, match=r"^.*/before ist keine Verknüpfung auf eine Veröffentlichung\."):
        home.prepare()
    assert home.before.readlink() == Path("/etc")


def test_a_link_that_leads_nowhere_is_put_right_by_the_next_release(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.link.symlink_to("releases/x-1")
    assert home.current is None
    at_home(tmp_path, "one")
    assert (home.link / "page.html").read_text() == "one"


def test_an_unknown_release_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"„x-9“ gibt es in .* nicht\. Möglich sind: x-2, x-1\."):
        at_home(tmp_path / "home", "one", "two").named("x-9")
