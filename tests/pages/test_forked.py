"""Work in several processes: all of it is done, a process that dies loses its own piece only, and none is left over."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.pages import forked
from plugins.pages.forked import Lost
from tests.portals import PROJECT

NAMES = ["altbach", "altfeld", "bergfeld", "buchfeld", "erlenfeld"]


def shouted(name: str) -> tuple[str, int]:
    return name.upper(), os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_every_piece_is_done_once_whatever_the_number_of_processes(jobs: int) -> None:
    done = dict(forked.each(shouted, NAMES, jobs))
    assert {name: result[0] for name, result in done.items() if not isinstance(result, Lost)} == {
        name: name.upper() for name in NAMES
    }


def test_one_process_is_this_one_and_two_do_it_all() -> None:
    def processes(jobs: int) -> set[int]:
        return {result[1] for _, result in forked.each(shouted, NAMES, jobs) if not isinstance(result, Lost)}

    assert processes(1) == {os.getpid()}
    assert len(processes(2)) == 2
    assert os.getpid() not in processes(2)


def test_a_killed_process_loses_its_piece_and_another_takes_its_place() -> None:
    def deadly(name: str) -> str:
        if name in {"altbach", "altfeld"}:
            os.kill(os.getpid(), signal.SIGKILL)
        return name.upper()

    done = dict(forked.each(deadly, NAMES, 2))
    assert done == {name: name.upper() for name in NAMES} | {"altbach": Lost(-9), "altfeld": Lost(-9)}


def test_without_fork_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert {result for _, result in forked.each(lambda _: os.getpid(), NAMES, 2)} == {os.getpid()}


def test_who_leaves_early_leaves_no_process_behind() -> None:
    def slow(name: str) -> int:
        time.sleep(0 if name == "altbach" else 60)
        return os.getpid()

    running = forked.each(slow, NAMES, 2)
    assert next(running)[0] == "altbach"
    before = multiprocessing.active_children()
    running.close()
    assert len(before) == 2
    assert multiprocessing.active_children() == []


ENDLESS = """
import os
import time
from plugins.pages import forked

def work(name):
    os.write(1, name.encode() + b"\\n")
    time.sleep(60)

dict(forked.each(work, ["one", "two", "three"], 2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the children are looked up in /proc")
def test_ctrl_c_is_the_end_of_all_and_said_once(tmp_path: Path) -> None:
    with (tmp_path / "errors").open("w") as errors:
        parent = subprocess.Popen(
            [sys.executable, "-c", ENDLESS], cwd=PROJECT, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
        )
    with parent:
        assert parent.stdout
        assert {parent.stdout.readline() for _ in range(2)} == {b"one\n", b"two\n"}
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
        os.killpg(parent.pid, signal.SIGINT)
    assert len(children) == 2
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
    assert (tmp_path / "errors").read_text().count("Traceback") == 1
