"""Changed files are written all at once, and shown before."""

from pathlib import Path

import pytest

from plugins.catalog.changes import Change, differences, named, write


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_files_are_written_moved_and_made(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "b.md").write_bytes(b"b")
    write(
        tmp_path,
        [
            Change("a.md", b"a", b"new"),
            Change("deep/c.md", b"b", b"moved", moved_from="b.md"),
            Change("d.md", None, b"made"),
        ],
    )
    assert files(tmp_path) == {"a.md": b"new", "c.md": b"moved", "d.md": b"made"}


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(OSError, match="folder"):
        write(tmp_path, [Change("a.md", b"a", b"new"), Change("folder/b.md", None, b"b")])
    assert files(tmp_path) == {"a.md": b"a", "folder": b""}


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            Change("a.md", b"old\n", b"new\n"),
            ["--- content/a.md", "+++ content/a.md", "@@ -1 +1 @@", "-old", "+new"],
        ),
        (Change("a.md", None, b"new\n"), ["--- /dev/null", "+++ content/a.md", "@@ -0,0 +1 @@", "+new"]),
        (Change("b.md", b"x", b"x", moved_from="a.md"), ["content/b.md: aus content/a.md"]),
        (
            Change("a.md", b"\xfc\r\n", "ü\n".encode()),
            ["content/a.md: Kodierung, Zeilenenden oder unsichtbare Zeichen"],
        ),
        (Change("a.md", None, b"\x1b[31m\n"), ["--- /dev/null", "+++ content/a.md", "@@ -0,0 +1 @@", "+\\x1b[31m"]),
    ],
)
def test_a_change_is_shown_as_people_can_read_it(change: Change, lines: list[str]) -> None:
    assert list(differences([change], "content")) == lines


def test_of_many_files_the_first_are_named() -> None:
    assert named(["a", "b"]) == "a, b"
    assert named(list("abcdefg")) == "a, b, c, d, e und 2 weitere"
