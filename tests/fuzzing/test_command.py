"""`make fuzz`: every target takes its turn, a find is made small and kept, and the exit code tells."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzzing import __main__ as command
from tests.fuzzing import shrinking, targets
from tests.fuzzing.placed import ROOT
from tests.fuzzing.targets import Target

LOG = """\
#2\tINITED cov: 20 ft: 21 corp: 1/1b exec/s: 0 rss: 61Mb
#1024\tpulse  cov: 180 ft: 190 corp: 9/99b lim: 8 exec/s: 341 rss: 61Mb
 === Uncaught Python exception: ===
artifact_prefix='{folder}/'; Test unit written to {folder}/crash-1
"""


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed (make fuzz)")
def test_a_target_is_watched_for_some_seconds(tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "tests.fuzzing", "--seconds", "1", "manifest"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(arguments, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    name, told = done.stdout.split(": ")
    _seconds, inputs, edges, found = told.strip().split(", ")
    assert (name, found) == ("manifest", "no find")
    assert int(inputs.split()[0]) > 10
    assert int(edges.split()[0]) > 1


def broken(data: bytes) -> None:
    """Stands for a mistake that an input with a bracket shows."""
    if b"<" in data:
        raise LookupError


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A target with a mistake, an input that shows it, and a folder for cases."""
    target = Target("planted", broken, lambda: iter([b"harmless"]), ())
    monkeypatch.setattr(targets, "target", lambda name: target)
    monkeypatch.setattr(command, "CASES", tmp_path / "cases")
    (tmp_path / "crash-1").write_bytes(b"much text before <and after")
    (tmp_path / "log.txt").write_text(LOG.format(folder=tmp_path))
    return tmp_path


def test_a_find_is_kept_as_small_as_it_gets(planted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "shrink", lambda name, found, smaller: shrinking.main(name, str(found), str(smaller)))
    run = command.run_of("planted", 3, planted / "log.txt")
    assert run.find
    assert run.find.read_bytes() == b"<"
    assert run.find.parent == planted / "cases" / "planted"
    assert str(run).startswith(f"planted: 3 s, 1024 inputs, 180 edges, find: {run.find}; again: ")
    with pytest.raises(LookupError):
        command.main(["repeat", str(run.find)])


def test_a_find_that_does_not_get_smaller_is_kept_as_it_is(planted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "shrink", lambda *_: None)
    run = command.run_of("planted", 3, planted / "log.txt")
    assert run.find
    assert run.find.read_bytes() == b"much text before <and after"


def test_a_run_that_does_not_begin_is_no_success(planted: Path) -> None:
    (planted / "log.txt").write_text("Traceback (most recent call last):\nImportError\n")
    run = command.run_of("planted", 3, planted / "log.txt")
    assert run.find
    assert str(run) == f"planted: 3 s, 0 inputs, 0 edges, did not begin: {planted / 'log.txt'}"


def test_a_mended_find_is_true_again(planted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (planted / "case").write_bytes(b"harmless")
    assert command.main(["repeat", str(planted / "case")]) == 0
    assert capsys.readouterr().out == f"{planted / 'case'}: true\n"


def test_an_unknown_target_is_named_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["readings"])
    assert "unknown: readings; there are addresses, " in capsys.readouterr().err


def test_where_atheris_does_not_run_this_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert command.main(["manifest"]) == 2
    assert "it runs on Linux only" in capsys.readouterr().out
