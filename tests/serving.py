"""A web server on loopback that answers as a real one would: compressed, with types, with the portal's own 404 page."""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.hosting.headers import KEEPING

_COMPRESSED = (".html", ".css", ".mjs", ".json", ".svg")


class SiteHandler(SimpleHTTPRequestHandler):
    """The files of one built portal."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".json": "application/json"}  # noqa: RUF012

    def do_GET(self) -> None:
        """A file, the index page of a folder, or the 404 page."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self.send_file(file, HTTPStatus.OK)
        else:
            self.send_file(Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND)

    def send_file(self, file: Path, status: HTTPStatus) -> None:
        """One complete response, compressed where that helps and the browser agrees."""
        body = file.read_bytes()
        compressed = file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _gzipped(body) if compressed else body
        kind = self.guess_type(str(file))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header(KEEPING.name, KEEPING.at(f"/{file.relative_to(self.directory).as_posix()}"))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@functools.cache
def _gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address, without a slash at its end, under which a folder is served while the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(SiteHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
