"""IndexNow: what is told, to whom, and what stays to be told."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from plugins.metadata.indexnow import KeyRefusedError, News, checked, remember
from plugins.metadata.telling import NotToldError, tell
from tests.metadata.conftest import URL
from tests.portals import PROJECT

KEY = "73134416ae45434d"


@dataclass
class Engine:
    """A search engine on loopback: what it answers, one status after the other, and what it heard."""

    statuses: list[int] = field(default_factory=lambda: [200])
    heard: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def engine() -> Iterator[Engine]:
    """A search engine that takes everything, unless a test says otherwise."""
    found = Engine()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.heard.append((self.path, self.headers["Content-Type"], body))
            self.send_response(found.statuses.pop(0) if len(found.statuses) > 1 else found.statuses[0])
            self.send_header("Location", "https://elsewhere.example/")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    found.address = f"http://127.0.0.1:{server.server_port}/indexnow"
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of three changed pages."""
    found = tmp_path / "output.indexnow.json"
    remember(found, URL, KEY, (f"{URL}/{page}/" for page in "abc"))
    return found


@pytest.mark.parametrize("key", ["12345678", "a" * 128, "AZaz09--"])
def test_a_key_has_8_to_128_letters_digits_and_hyphens(key: str) -> None:
    assert checked(key) == key


@pytest.mark.parametrize(
    "key", ["1234567", "a" * 129, "abc_defgh", "schlüssel", "a b c d e f", "../robots", "abcdefgh\n"]
)
def test_any_other_key_is_refused(key: str) -> None:
    with pytest.raises(KeyRefusedError) as error:
        checked(key)
    assert str(error.value) == f"„{key}“ ist kein Schlüssel aus 8 bis 128 Buchstaben, Ziffern und Bindestrichen"


def test_the_message_is_the_one_of_the_protocol(file: Path, engine: Engine) -> None:
    assert tell(file, engine.address) == 3
    told = {
        "host": "service.grossstadt.example",
        "key": KEY,
        "keyLocation": f"{URL}/{KEY}.txt",
        "urlList": [f"{URL}/a/", f"{URL}/b/", f"{URL}/c/"],
    }
    assert engine.heard == [("/indexnow", "application/json; charset=utf-8", told)]


def test_what_was_told_is_not_told_again(file: Path, engine: Engine) -> None:
    tell(file, engine.address)
    assert not file.exists()
    assert tell(file, engine.address) == 0
    assert len(engine.heard) == 1


def test_what_nobody_told_yet_waits_with_what_changes_later(file: Path) -> None:
    news = remember(file, URL, KEY, [f"{URL}/d/", f"{URL}/a/"])
    assert news.addresses == tuple(f"{URL}/{page}/" for page in "abcd")
    assert News.read(file) == news


def test_another_key_or_another_address_begins_a_new_list(file: Path) -> None:
    assert remember(file, URL, "another-key", [f"{URL}/d/"]).addresses == (f"{URL}/d/",)


def test_nothing_changed_is_no_list(tmp_path: Path) -> None:
    remember(tmp_path / "list.json", URL, KEY, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", '{"root": "x"}', '{"root": "x", "key": "y", "addresses": []}'])
def test_a_list_nobody_can_read_counts_as_none(text: str, file: Path) -> None:
    file.write_text(text, "utf-8")
    assert News.read(file) is None


def test_long_lists_go_in_parts_and_what_was_taken_is_forgotten(file: Path, engine: Engine) -> None:
    engine.statuses = [202, 429]
    with pytest.raises(NotToldError, match=r"hat mit 429 geantwortet\. Es waren zu viele Nachrichten\."):
        tell(file, engine.address, most=2)
    left = News.read(file)
    assert [body["urlList"] for _, _, body in engine.heard] == [[f"{URL}/a/", f"{URL}/b/"], [f"{URL}/c/"]]
    assert left is not None
    assert left.addresses == (f"{URL}/c/",)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (403, "hat mit 403 geantwortet. Die Datei mit dem Schlüssel ist noch nicht öffentlich."),
        (422, "hat mit 422 geantwortet. Die Adressen und der Schlüssel passen nicht zusammen."),
        (302, "hat mit 302 geantwortet"),
        (500, "hat mit 500 geantwortet"),
    ],
)
def test_a_refusal_is_explained_and_the_list_stays(status: int, words: str, file: Path, engine: Engine) -> None:
    engine.statuses = [status]
    with pytest.raises(NotToldError) as error:
        tell(file, engine.address)
    assert words in str(error.value)
    assert len(engine.heard) == 1
    assert News.read(file) is not None


@pytest.mark.parametrize(
    "engine_address", ["api.indexnow.org", "http://search.example/indexnow", "ftp://127.0.0.1/", "https://", ""]
)
def test_only_an_encrypted_address_is_asked(engine_address: str, file: Path) -> None:
    with pytest.raises(NotToldError, match="ist keine Adresse mit https://"):
        tell(file, engine_address)


def ping(file: Path, to: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "plugins.metadata", "ping", "--to", to, str(file)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8")


def test_the_command_says_what_it_did(file: Path, engine: Engine) -> None:
    assert (ping(file, engine.address).stdout, ping(file, engine.address).stdout) == (
        "3 Adressen gemeldet.\n",
        "Es gibt nichts zu melden.\n",
    )


def test_the_command_fails_in_german(file: Path) -> None:
    done = ping(file, "http://127.0.0.1:1/indexnow")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("127.0.0.1 ist nicht zu erreichen: ")
