"""What was kept comes back as it was, or not at all."""

import os
from pathlib import Path

import pytest

from plugins.catalog.kept import Kept


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "cache")
    assert kept.get("a.png") is None
    kept.put("a.png", b"picture")
    assert kept.get("a.png") == b"picture"


def test_nothing_is_kept_as_nothing(tmp_path: Path) -> None:
    Kept(tmp_path).put("a", b"")
    assert Kept(tmp_path).get("a") == b""


@pytest.mark.parametrize("place", range(39))
def test_a_flipped_bit_anywhere_is_noticed(place: int, tmp_path: Path) -> None:
    Kept(tmp_path).put("a", b"picture")
    stored = bytearray((tmp_path / "a").read_bytes())
    assert len(stored) == 39
    stored[place] ^= 1
    (tmp_path / "a").write_bytes(stored)
    assert Kept(tmp_path).get("a") is None


def test_an_entry_of_somebody_else_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"picture")
    (tmp_path / "b").mkdir()
    assert Kept(tmp_path).get("a") is None
    assert Kept(tmp_path).get("b") is None


def test_only_the_latest_of_a_kind_stay(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for day, name in enumerate(("old.a", "new.a", "oldest.b")):
        kept.put(name, b"x")
        os.utime(tmp_path / name, (day, day))
    kept.forget(".a", most=1)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.a", "oldest.b"]


def test_an_entry_that_another_build_takes_away_meanwhile_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept(tmp_path).put("new.a", b"x")
    (tmp_path / "gone.a").symlink_to("nowhere")
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    Kept(tmp_path).forget(".a", most=1)
    assert [file.name for file in tmp_path.iterdir()] == ["new.a"]
