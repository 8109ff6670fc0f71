"""A built portal on disk is what its manifest says, to the byte and to the file."""

from pathlib import Path

import pytest

from plugins.catalog import manifest
from plugins.publishing.tree import Tree
from tests.publishing.conftest import site


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree.of(site(tmp_path / "site", a="1", b="2"))


def test_a_whole_portal_has_no_faults(tree: Tree) -> None:
    assert list(tree.faults()) == []
    assert tree.size == 2


def test_a_missing_file_is_named(tree: Tree) -> None:
    (tree.folder / "a.html").unlink()
    assert list(tree.faults()) == ["a.html fehlt"]


def test_one_other_byte_is_named(tree: Tree) -> None:
    (tree.folder / "a.html").write_text("3")
    assert list(tree.faults()) == ["a.html hat andere Bytes"]


def test_a_file_beyond_the_manifest_is_named(tree: Tree) -> None:
    (tree.folder / "deep").mkdir()
    (tree.folder / "deep" / "secret.txt").touch()
    assert list(tree.faults()) == ["deep/secret.txt gehört nicht dazu"]


def test_a_link_is_no_file_of_a_portal(tree: Tree, tmp_path: Path) -> None:
    (tree.folder / "a.html").unlink()
    (tmp_path / "outside").write_text("1")
    (tree.folder / "a.html").symlink_to(tmp_path / "outside")
    (tree.folder / "way").symlink_to(tmp_path)
    assert list(tree.faults()) == ["a.html hat andere Bytes", "way gehört nicht dazu"]


def test_what_names_the_manifest_cannot_stand_in_it(tree: Tree) -> None:
    file = tree.folder / ".well-known" / "build.json"
    file.parent.mkdir()
    file.write_text(f'{{"manifest": "{manifest.file_digest(tree.folder / manifest.NAME)}"}}')
    assert list(tree.faults()) == []
    file.write_text("{}")
    assert list(tree.faults()) == [".well-known/build.json nennt eine andere Prüfsumme"]


def test_what_is_new_or_other_has_changed(tree: Tree, tmp_path: Path) -> None:
    after = Tree.of(site(tmp_path / "after", b="2", a="3", c="4"))
    assert after.changed(tree) == {"a.html", "c.html"}
    assert after.changed(None) == {"a.html", "b.html", "c.html"}
