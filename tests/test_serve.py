"""`python -m plugins.serve` as a process: one save after the other, and an end without a word."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins import serve
from plugins.pages import resident, sheets
from tests.portals import PROJECT

PAGE = "output/leistungen/hund-anmelden/index.html"


@dataclass
class Desk:
    """A running server, its content and its output; `said` and `told` are files of what it prints."""

    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def dog(self) -> Path:
        return self.folder / "content" / "services" / "hund-anmelden.md"

    def add(self, text: str) -> None:
        """Save the dog with one more paragraph."""
        self.dog.write_text(f"{self.dog.read_text('utf-8')}\n{text}\n", "utf-8")

    def wait_for(self, text: str, name: str = PAGE) -> None:
        """Wait until a text stands in a file."""
        for _ in range(600):
            if (self.folder / name).exists() and text in (self.folder / name).read_text("utf-8"):
                return
            time.sleep(0.05)
        pytest.fail(f"{text} never came: {(self.folder / 'told').read_text('utf-8')}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny country's content, for processes that begin from here on."""
    shutil.copytree(PROJECT / "tests" / "world" / "content", tmp_path / "content")
    monkeypatch.setenv("CONTENT", str(tmp_path / "content"))
    monkeypatch.setenv("OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("MUNICIPALITY", "grossstadt")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    """The server at the tiny country, after the first build."""
    command = [sys.executable, "-m", "plugins.serve", "--port", "8700"]
    with (folder / "said").open("wb") as said, (folder / "told").open("wb") as told:
        process = subprocess.Popen(command, cwd=PROJECT, stdout=said, stderr=told, preexec_fn=_hears_of_the_end)
        found = Desk(folder, process)
        found.wait_for("Ende: Strg+C", "said")
        yield found
        process.kill()
        process.wait(10)


@pytest.fixture
def builds(folder: Path) -> Iterator[serve.Builds]:
    """The process that builds, not begun yet."""
    found = serve.Builds()
    yield found
    found.stop()


def _hears_of_the_end() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_one_process_shows_every_save_and_ends_quietly(desk: Desk) -> None:
    desk.add("Das geht schnell.")
    desk.wait_for("Das geht schnell.")
    desk.add("Das geht langsam.")
    desk.wait_for("Das geht langsam.")
    assert "die Suche folgt" in (desk.folder / "said").read_text("utf-8")
    desk.process.send_signal(signal.SIGINT)
    assert desk.process.wait(10) == 0
    assert "Traceback" not in (desk.folder / "told").read_text("utf-8")


def test_a_process_that_is_gone_is_replaced_with_the_next_save(builds: serve.Builds) -> None:
    builds.start()
    assert builds.wait_for(0, 30) == 1
    builds.process.kill()
    builds.process.join()
    builds.save(["services/hund-anmelden.md"])
    assert builds.wait_for(1, 30) == 2


def test_other_code_is_built_by_another_process(folder: Path, builds: serve.Builds) -> None:
    builds.start()
    before = builds.process.pid
    builds.restart()
    assert builds.process.pid != before
    assert builds.wait_for(0, 30) == 1
    assert (folder / PAGE).is_file()


def test_a_large_portal_is_made_by_several_processes(
    folder: Path, builds: serve.Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTENT", str(PROJECT / "content"))
    monkeypatch.setenv("MUNICIPALITY", "rurheim")
    monkeypatch.setenv("JOBS", "2")
    builds.start()
    assert builds.wait_for(0, 60) == 1
    assert len(list((folder / "output").rglob("*.html"))) > sheets.MOST


def test_both_processes_mean_the_same_signal() -> None:
    assert serve.SAVED is resident.SAVED
