"""Only what changed is written, only what the last build wrote is removed, nothing outside the folder is touched."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.pages.output import Output, OutsideError


def built(folder: Path, **files: str) -> tuple[int, int]:
    """Files written and removed by a build of exactly these files."""
    output = Output(folder)
    for name, text in files.items():
        output.write(f"{name}.html", text.encode())
    removed = output.finish()
    return output.changed, removed


def test_a_first_build_writes_everything(tmp_path: Path) -> None:
    assert built(tmp_path / "new", a="1", b="2") == (2, 0)
    assert (tmp_path / "new" / "a.html").read_text() == "1"


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    built(tmp_path, a="1")
    before = (tmp_path / "a.html").stat().st_mtime_ns
    assert built(tmp_path, a="1") == (0, 0)
    assert (tmp_path / "a.html").stat().st_mtime_ns == before


def test_a_change_of_the_same_length_is_written(tmp_path: Path) -> None:
    built(tmp_path, a="1", b="2")
    assert built(tmp_path, a="1", b="3") == (1, 0)


def test_what_is_no_longer_built_disappears_and_strangers_stay(tmp_path: Path) -> None:
    built(tmp_path, a="1", b="2")
    (tmp_path / "robots.txt").write_text("mine")
    assert built(tmp_path, a="1") == (0, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".manifest", "a.html", "robots.txt"]


def test_an_emptied_folder_disappears_but_one_with_a_stranger_stays(tmp_path: Path) -> None:
    for name in ("gone/deep/x.html", "kept/x.html"):
        (tmp_path / name).parent.mkdir(parents=True)
    first = Output(tmp_path)
    first.write("gone/deep/x.html", b"1")
    first.write("kept/x.html", b"1")
    first.finish()
    (tmp_path / "kept" / "stranger").touch()
    built(tmp_path)
    assert not (tmp_path / "gone").exists()
    assert (tmp_path / "kept" / "stranger").exists()


@pytest.mark.parametrize("name", ["../out.html", "a/../../out.html", "/etc/out.html", "a/b/../../../out.html"])
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutsideError):
        Output(tmp_path / "inside").write(name, b"x")
    assert list(tmp_path.rglob("*")) == []


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "way").symlink_to(tmp_path)
    with pytest.raises(OutsideError):
        Output(tmp_path / "inside").write("way/out.html", b"x")


def test_a_file_that_is_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a.html").symlink_to(tmp_path / "precious")
    with pytest.raises(OutsideError):
        Output(tmp_path / "inside").write("a.html", b"x")
    with pytest.raises(OutsideError):
        Output(tmp_path / "inside").stream("a.html", iter([b"x", b"y"]))
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "way").symlink_to("real")
    output = Output(tmp_path)
    output.write("way/a.html", b"x")
    output.finish()
    assert (tmp_path / "real" / "a.html").read_bytes() == b"x"


def test_paths_are_followed_only_where_a_link_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "resolve", lambda _: pytest.fail("no link stands here"))
    for expected in (20, 0):
        output = Output(tmp_path)
        for number in range(20):
            output.write(f"leistungen/{number}/index.html", b"x")
        assert (output.changed, output.finish()) == (expected, 0)


def test_a_manifest_that_names_files_outside_removes_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / ".manifest").write_text("00  ../precious\n00  \nnonsense\n")
    assert built(tmp_path / "inside", a="1") == (1, 0)
    assert (tmp_path / "precious").exists()


def test_two_pages_for_one_file_are_a_bug(tmp_path: Path) -> None:
    output = Output(tmp_path)
    output.write("a.html", b"1")
    with pytest.raises(ValueError, match=r"two pages want the file a\.html"):
        output.write("a.html", b"1")


def test_the_manifest_is_what_sha256sum_reads(tmp_path: Path) -> None:
    built(tmp_path, b="2", a="1")
    expected = [f"{hashlib.sha256(text).hexdigest()}  {name}.html" for name, text in (("a", b"1"), ("b", b"2"))]
    assert (tmp_path / ".manifest").read_text().splitlines() == expected


def streamed(folder: Path, *pieces: str) -> tuple[int, str]:
    """How many files a build wrote that streams one, and what stands in it."""
    output = Output(folder)
    output.stream("data/all.csv", (piece.encode() for piece in pieces))
    output.finish()
    return output.changed, (folder / "data" / "all.csv").read_text()


def test_a_file_may_come_in_pieces(tmp_path: Path) -> None:
    assert streamed(tmp_path, "a;", "b", "\n") == (1, "a;b\n")
    assert hashlib.sha256(b"a;b\n").hexdigest() in (tmp_path / ".manifest").read_text()
    assert sorted(file.name for file in (tmp_path / "data").iterdir()) == ["all.csv"]


def test_the_same_pieces_leave_the_file_as_it_is(tmp_path: Path) -> None:
    streamed(tmp_path, "a;", "b")
    before = (tmp_path / "data" / "all.csv").stat().st_mtime_ns
    assert streamed(tmp_path, "a", ";", "b") == (0, "a;b")
    assert (tmp_path / "data" / "all.csv").stat().st_mtime_ns == before
    assert streamed(tmp_path, "a;", "c") == (1, "a;c")


def test_pieces_that_break_off_leave_the_old_file_whole(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield from (b"new", b"er")
        raise RuntimeError("power cut")

    streamed(tmp_path, "a;", "b")
    with pytest.raises(RuntimeError):
        Output(tmp_path).stream("data/all.csv", broken())
    assert (tmp_path / "data" / "all.csv").read_text() == "a;b"


def everything(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_a_build_that_does_not_finish_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    built(tmp_path, a="1", b="2")
    before = everything(tmp_path)
    output = Output(tmp_path)
    output.write("a.html", b"3")
    output.write("new/c.html", b"4")
    output.stream("b.html", iter([b"5", b"6"]))
    del output
    assert everything(tmp_path) == before


def test_what_a_killed_build_left_behind_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / ".new-killed").mkdir()
    (tmp_path / ".new-killed" / "0").write_text("half a pa")
    built(tmp_path, a="1")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".manifest", "a.html"]


def test_a_stream_claims_its_name_like_any_file(tmp_path: Path) -> None:
    output = Output(tmp_path / "out")
    output.stream("a", iter([b"1", b"2"]))
    with pytest.raises(ValueError, match="two pages want the file a"):
        output.stream("a", iter([b"3", b"4"]))
    with pytest.raises(OutsideError):
        output.stream("../a", iter([b"1", b"2"]))


def test_what_is_new_arrives_only_when_the_build_finishes(tmp_path: Path) -> None:
    built(tmp_path / "old", a="1")
    for folder in (tmp_path / "old", tmp_path / "fresh"):
        before = everything(folder)
        output = Output(folder)
        output.write("new/deep/b.html", b"2")
        output.stream("new/c.html", iter([b"3", b"4"]))
        assert {name: text for name, text in everything(folder).items() if not name.startswith(".new-")} == before
        output.finish()
        assert (folder / "new" / "deep" / "b.html").read_text() == "2"
        assert (folder / "new" / "c.html").read_text() == "34"


def test_a_new_folder_moves_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []
    replace = Path.replace

    def told(old: Path, new: str) -> Path:
        moved.append(Path(new).name)
        return replace(old, new)

    monkeypatch.setattr(Path, "replace", told)
    output = Output(tmp_path)
    for number in range(20):
        output.write(f"leistungen/{number}/index.html", b"x")
    output.finish()
    assert moved == ["leistungen", ".manifest"]


def test_parts_of_a_build_meet_in_the_folders_that_they_share(tmp_path: Path) -> None:
    output = Output(tmp_path / "out")
    output.share(["leistungen"])
    parts = [output.part("one"), output.part("two")]
    for part, name in zip(parts, ("leistungen/a/index.html", "leistungen/b/index.html"), strict=True):
        part.write(name, b"x")
        output.join(part.written)
    assert (output.changed, output.finish()) == (2, 0)
    assert sorted(everything(tmp_path / "out")) == [".manifest", "leistungen/a/index.html", "leistungen/b/index.html"]


def test_what_a_part_began_goes_on_in_the_whole(tmp_path: Path) -> None:
    output = Output(tmp_path)
    part = output.part("one")
    part.write("data/a.csv", b"1")
    output.join(part.written)
    output.write("data/b.csv", b"2")
    output.finish()
    assert sorted(everything(tmp_path)) == [".manifest", "data/a.csv", "data/b.csv"]


def test_two_parts_that_want_one_file_are_a_bug(tmp_path: Path) -> None:
    output = Output(tmp_path)
    for name in ("one", "two"):
        part = output.part(name)
        part.write("a.html", b"1")
        if name == "one":
            output.join(part.written)
    with pytest.raises(ValueError, match=r"two pages want the file a\.html"):
        output.join(part.written)


def test_of_a_build_that_does_not_finish_no_new_folder_is_left(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    output = Output(tmp_path / "mine" / "portals" / "town")
    output.write("a.html", b"1")
    del output
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_file_like_another_gets_one_more_name_in_a_new_folder(tmp_path: Path) -> None:
    built(tmp_path, **{"one/a": "A", "one/b": "B"})
    before = (tmp_path / "one/a.html").stat().st_ino
    output = Output(tmp_path)
    output.write("two/a.html", b"A", "one/a.html")
    output.write("two/b.html", b"other", "one/b.html")
    output.write("one/b.html", b"B", "one/a.html")
    output.finish()
    assert {str(file.relative_to(tmp_path)): file.read_text("utf-8") for file in tmp_path.rglob("*.html")} == {
        "two/a.html": "A",
        "two/b.html": "other",
        "one/b.html": "B",
    }
    found = (tmp_path / "two/a.html").stat()
    assert (found.st_ino, found.st_nlink) == (before, 1)


def test_where_files_have_no_second_name_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    built(tmp_path, **{"one/a": "A"})
    monkeypatch.setattr("os.link", refused)
    output = Output(tmp_path)
    output.write("two/a.html", b"A", "one/a.html")
    assert (output.finish(), (tmp_path / "two/a.html").read_text("utf-8")) == (1, "A")
