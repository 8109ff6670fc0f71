"""`make probe` and the generated configuration know the same: nginx passes, and each line less is a fault."""

import shutil
import socket
import ssl
from pathlib import Path

import pytest

from plugins.hosting.sites import Site, configuration
from plugins.probe.__main__ import main
from plugins.probe.asking import Asker
from tests.hosting.servers import HOST, Server, certificate, has_brotli, nginx
from tests.portals import TINY_URL, Portal

ANSWERS, SERVER, HTTP = (f".hosting/nginx-{name}.conf" for name in ("answers", "server", "http"))


def asker(server: Server) -> Asker:
    """Asks the server on loopback, whatever its certificate is worth."""

    def dial(scheme: str, _host: str, timeout: float) -> socket.socket:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        port = server.port if scheme == "https" else server.plain_port
        plain = socket.create_connection(("127.0.0.1", port), timeout)
        return context.wrap_socket(plain, server_hostname=HOST) if scheme == "https" else plain

    return Asker(dial)


def probed(release: Portal, place: Path, *faults: tuple[str, str, str]) -> int:
    """The exit code for a portal in whose files some passages are others: (file, old, new)."""
    shutil.copytree(release.folder, place / "current")
    for name, old, new in faults:
        file = place / "current" / name
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new))
    portal = Site("grossstadt", TINY_URL, place / "current")
    with nginx(place, configuration([portal], str(certificate(place / "tls", HOST)), brotli=has_brotli())) as server:
        return main([TINY_URL], asker(server))


def test_nginx_with_our_configuration_passes(release: Portal, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = probed(release, place)
    said = capsys.readouterr().out
    assert (code, "✗" in said) == (0, False), said


def test_every_line_that_is_wrong_is_told(release: Portal, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faults = {
        (ANSWERS, '"text/javascript; charset=utf-8" mjs', '"text/plain" mjs'): "hat den Typ „text/plain“",
        (ANSWERS, '"application/manifest+json"', '"application/octet-stream"'): "hat den Typ „application/octet-stream",
        (ANSWERS, "gzip_static on;", ""): "kommt unkomprimiert an",
        (ANSWERS, 'nosniff"', 'x"'): "X-Content-Type-Options fehlt",
        (ANSWERS, "add_header Strict-Transport-Security", "add_header X-Other"): "Strict-Transport-Security fehlt",
        (HTTP, "max-age=31536000, immutable", "max-age=60"): "wird nicht lange behalten: „max-age=60“",
        (HTTP, "frame-ancestors 'none'", "upgrade-insecure-requests"): "fremde Seiten dürfen diese in einem Rahmen",
        (HTTP, "frame-src https://formulare.kreis-muster", "frame-src https://x"): "verbietet das Formular von https:",
        (
            HTTP,
            '"/alt/hund.html" "/leistungen/hund-anmelden/"',
            '"/alt/hund.html" "/"',
        ): "führt nicht nach /leistungen",
        (SERVER, "error_page 404", "error_page 405"): "zeigt nicht die Seite des Portals",
    }
    assert probed(release, place, *faults) == 1
    said = capsys.readouterr().out
    assert [fault for fault in faults.values() if fault not in said] == [], said
