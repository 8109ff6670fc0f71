"""Which files there are and what is in them, as `sha256sum` says it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.catalog import manifest

SUM = "a" * 64


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
def test_a_list_is_one_that_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "ä b").mkdir()
    (tmp_path / "ä b" / "c.txt").write_text("x")
    (tmp_path / "a").write_text("y")
    (tmp_path / manifest.NAME).write_bytes(manifest.written(manifest.measured(tmp_path)))
    assert subprocess.run(["sha256sum", "--strict", "--quiet", "-c", manifest.NAME], cwd=tmp_path).returncode == 0
    assert manifest.read(tmp_path) == manifest.measured(tmp_path)
    assert list(manifest.read(tmp_path)) == ["a", "ä b/c.txt"]


def test_what_was_written_is_read() -> None:
    digests = {"b": SUM, "a  c": SUM, "a\u2028b": SUM, "a\rb": SUM}
    assert manifest.parsed(manifest.written(digests)) == digests


@pytest.mark.parametrize("damaged", [b"x", b"a  b", f"{SUM}  ".encode(), f"{SUM} a".encode(), b"\xff"])
def test_a_damaged_list_is_none(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"SHA-256|utf-8"):
        manifest.parsed(damaged)
