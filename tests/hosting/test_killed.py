"""A server that is killed under readers and started again: whatever was answered is whole, and nothing is lost."""

import shutil
import threading
import time
from http.client import HTTPException
from pathlib import Path

from plugins.hosting.sites import Site, configuration
from tests.hosting.servers import HOST, Answer, Server, certificate, nginx
from tests.portals import TINY_URL, Portal

ADDRESSES = ("/", "/leistungen/", "/leistungen/hund-anmelden/", "/assets/search.json", "/gibt-es-nicht/")


class Reader(threading.Thread):
    """Asks for page after page; keeps what came, and counts what did not come."""

    def __init__(self, server: Server) -> None:
        super().__init__(daemon=True)
        self.server, self.over = server, threading.Event()
        self.answers: list[tuple[str, Answer]] = []
        self.refused = 0

    def run(self) -> None:
        """Until it is over."""
        while not self.over.is_set():
            for address in ADDRESSES:
                try:
                    self.answers.append((address, self.server.ask(address)))
                except (OSError, HTTPException):
                    self.refused += 1


def test_what_nginx_answers_is_whole_though_it_is_killed_and_started_again(release: Portal, place: Path) -> None:
    shutil.copytree(release.folder, place / "one")
    (place / "current").symlink_to("one")
    site = configuration(
        [Site("grossstadt", TINY_URL, place / "current")], str(certificate(place / "tls", HOST)), brotli=False
    )
    expected = {address: release.file(address).read_bytes() for address in ADDRESSES[:-1]}
    expected["/gibt-es-nicht/"] = release.file("/404.html").read_bytes()
    with nginx(place, site) as server:
        reader = Reader(server)
        reader.start()
        for _ in range(5):
            before = len(reader.answers)
            while len(reader.answers) < before + 20:
                time.sleep(0.01)
            server.kill()
            server.start()
        reader.over.set()
        reader.join()
        assert [server.ask(address).body for address in ADDRESSES] == list(expected.values())
    assert len(reader.answers) >= 100
    assert [address for address, answer in reader.answers if answer.body != expected[address]] == []
