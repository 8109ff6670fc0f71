"""What runs on an editor's computer is for that computer alone: drafts are nobody else's business."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import CONTENT
from tests.portals import PROJECT

SOCKETS = Path("/proc/net/tcp")
LISTENS = "0A"
LOOPBACK = "0100007F"
"""127.0.0.1 as the kernel writes it."""
COMMANDS = {"serve": ("plugins.serve",), "devserver": ("pelican", "--listen", "--autoreload")}


def listening() -> dict[int, set[str]]:
    """The addresses that listen on this computer, by port: what `ss -ltn` shows."""
    found: dict[int, set[str]] = {}
    for line in (*SOCKETS.read_text().splitlines(), *SOCKETS.with_name("tcp6").read_text().splitlines()):
        _, local, _, state, *_ = line.split()
        if state == LISTENS:
            address, _, port = local.partition(":")
            found.setdefault(int(port, 16), set()).add(address)
    return found


@contextmanager
def running(command: str, folder: Path) -> Iterator[int]:
    """The port of a command for editors, while it serves the tiny country; what it says stands in `said`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"CONTENT": str(CONTENT), "OUTPUT": str(folder / "output"), "MUNICIPALITY": "grossstadt"}
    arguments = [sys.executable, "-m", *COMMANDS[command], "--port", str(port)]
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen(
            arguments, cwd=PROJECT, env=environment, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        ) as server,
    ):
        try:
            wait_for(port, server)
            yield port
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120
    while port not in listening():
        assert server.poll() is None
        assert time.monotonic() < until
        time.sleep(0.2)


@pytest.mark.skipif(not SOCKETS.exists(), reason="only Linux says which addresses listen (/proc/net/tcp)")
@pytest.mark.parametrize("command", COMMANDS)
def test_what_serves_drafts_listens_on_loopback_only(command: str, tmp_path: Path) -> None:
    with running(command, tmp_path) as port:
        assert listening()[port] == {LOOPBACK}


@pytest.mark.skipif(not SOCKETS.exists(), reason="only Linux says which addresses listen (/proc/net/tcp)")
def test_what_somebody_searches_stands_in_no_log_of_ours(tmp_path: Path) -> None:
    with running("serve", tmp_path) as port, urlopen(f"http://127.0.0.1:{port}/suche/?q=schulden") as answer:
        assert b"schulden" in answer.read()
    said = (tmp_path / "said").read_text("utf-8")
    assert f"http://127.0.0.1:{port}/" in said
    assert "schulden" not in said


def test_the_makefile_starts_them_so() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    started = re.findall(r"^\t@.*?(plugins\.serve|\$\(PELICAN\) --listen)(.*)$", makefile, re.MULTILINE)
    assert started == [("plugins.serve", " --port $(PORT)"), ("$(PELICAN) --listen", " --autoreload --port $(PORT)")]


def test_no_server_of_ours_is_bound_to_anything_else() -> None:
    code = "".join(file.read_text("utf-8") for file in sorted(PROJECT.glob("plugins/**/*.py")))
    assert set(re.findall(r"Server\(\((.*?),", code)) == {'"127.0.0.1"'}
