"""`make probe`: what it asks of whom, and a real portal that passes."""

import functools
import socket
from collections.abc import Iterator
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.hosting.headers import EVERYWHERE, OPENNESS
from plugins.hosting.policy import as_header
from plugins.probe.__main__ import main
from plugins.probe.asking import Asker
from tests.conftest import CONTENT
from tests.portals import TINY_DAY, build
from tests.probe.site import Site
from tests.serving import SiteHandler

URL = "https://service.grossstadt.example"


class Deployed(SiteHandler):
    """A server that is set up as docs/hosting.md asks for."""

    def send_response(self, code: int, message: str | None = None) -> None:
        """With the headers for security."""
        super().send_response(code, message)
        for header in (*EVERYWHERE, OPENNESS[0]):
            self.send_header(header.name, header.value)
        self.send_header("Content-Security-Policy", as_header())


class Unencrypted(SiteHandler):
    """The same server without https: it leads there."""

    def send_file(self, file: Path, status: HTTPStatus) -> None:
        """One redirect."""
        self.send_response(301)
        self.send_header("Location", f"{URL}{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny portal built for the public, with a sitemap and robots.txt where the build makes none."""
    out = tmp_path_factory.mktemp("deployed")
    portal = build(CONTENT, "grossstadt", out, SOURCE_DATE_EPOCH=TINY_DAY, SITEURL=URL, PORTALS="1")
    found = portal.folder / "portals/grossstadt"
    listed = "".join(
        f"<url><loc>{URL}/{file.parent.relative_to(found).as_posix()}/</loc></url>".replace("/./", "/")
        for file in sorted(found.rglob("index.html"))
        if "noindex" not in file.read_text("utf-8") and 'http-equiv="refresh"' not in file.read_text("utf-8")
    )
    for name, text in {
        "sitemap.xml": f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>',
        "robots.txt": f"User-agent: *\nSitemap: {URL}/sitemap.xml\n",
    }.items():
        if not (found / name).exists():
            (found / name).write_text(text, "utf-8")
    return found


@pytest.fixture
def ports(folder: Path) -> Iterator[dict[str, int]]:
    """The ports on which the portal answers https (here without encryption) and http."""
    handlers = {"https": Deployed, "http": Unencrypted}
    servers = {
        scheme: ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        for scheme, handler in handlers.items()
    }
    for server in servers.values():
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield {scheme: server.server_port for scheme, server in servers.items()}
    for server in servers.values():
        server.shutdown()
        server.server_close()


def asker(ports: dict[str, int]) -> Asker:
    return Asker(lambda scheme, _host, timeout: socket.create_connection(("127.0.0.1", ports[scheme]), timeout))


def test_a_real_portal_passes(ports: dict[str, int], capsys: pytest.CaptureFixture[str]) -> None:
    code = main([URL], asker(ports))
    output = capsys.readouterr()
    assert (code, output.out.splitlines()[-1].endswith("alles in Ordnung")) == (0, True), output.out
    assert "50 von" in output.err


def test_http_that_does_not_lead_to_https_is_a_fault(ports: dict[str, int], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([URL, "--limit", "3"], asker({"https": ports["https"], "http": ports["https"]})) == 1
    assert (
        f"    http://service.grossstadt.example/: führt nicht zu https: Status 200\n"
        f"        → Leiten Sie http:// dauerhaft (301) weiter nach {URL}/\n"
    ) in capsys.readouterr().out


def test_a_portal_that_does_not_insist_on_https_has_a_fault(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    port = int(site.url.rpartition(":")[2])
    site.url = URL
    site.fill()
    del site.files["/"].headers["Strict-Transport-Security"]
    assert main([URL], asker({"https": port, "http": port})) == 1
    assert f"    {URL}/: Strict-Transport-Security fehlt\n" in capsys.readouterr().out


@pytest.mark.parametrize("url", ["", "service.example", "ftp://x.example", "https://x.example/?q=1", "https://["])
def test_what_is_no_address_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([url]) == 2
    assert capsys.readouterr().err == (
        "Nennen Sie die Adresse des Portals: make probe URL=https://service.meine-stadt.example\n"
    )
