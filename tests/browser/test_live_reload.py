"""`python -m plugins.serve`: an author saves a file, and the open page shows it."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.portals import PROJECT

pytestmark = pytest.mark.browser


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny country's content."""
    return shutil.copytree(PROJECT / "tests" / "world" / "content", tmp_path / "content")


@pytest.fixture
def address(content: Path, tmp_path: Path) -> Iterator[str]:
    """Where the live server says that it is."""
    environment = os.environ | {
        "CONTENT": str(content),
        "OUTPUT": str(tmp_path / "output"),
        "MUNICIPALITY": "grossstadt",
    }
    command = [sys.executable, "-m", "plugins.serve", "--port", str(free_port())]
    with subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout
        said = next(line.strip() for line in server.stdout if "http://" in line)
        yield said.removesuffix("/")
        server.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_saved_title_appears_by_itself(address: str, content: Path, browser: Browser) -> None:
    service = content / "services" / "gewerbe-anmelden.md"
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/leistungen/gewerbe-anmelden/")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Gewerbe anmelden")
        change(service, "title: Gewerbe anmelden", "title: Laden anmelden")
        expect(heading).to_have_text("Laden anmelden", timeout=15_000)
        change(service, "level: municipal", "level: everywhere")
        change(content / "services" / "kiosk-anmelden.md", "## Hinweise", "## Hinweisse")
        page.wait_for_timeout(2_000)
        page.reload()
        expect(heading).to_have_text("Laden anmelden")
        change(service, "level: everywhere", "level: municipal")
        change(service, "title: Laden anmelden", "title: Gewerbe anmelden")
        change(content / "services" / "kiosk-anmelden.md", "## Hinweisse", "## Hinweise")
        expect(heading).to_have_text("Gewerbe anmelden", timeout=15_000)


def test_an_unknown_address_gets_the_page_of_the_portal(address: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(f"{address}/gibt/es/nicht/")
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")
