"""One server on loopback for all engines: brotli where a file has it, connections kept, and every byte counted."""

import math
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}
_FOR_EVER, _FOR_A_MINUTE = "max-age=31536000, immutable", "max-age=60"
_DIGEST = re.compile(r"[-_](?=[A-Za-z]*\d)\w{7,}\.")
"""`search-6a8382df.json`, `page-BM67R5J3.js`, `de_95c73228f2.pf_meta`; not `pagefind-entry.json`."""

_NOT_COUNTED = {".html", ".css", ".svg", ".ico"}


@dataclass(frozen=True, slots=True)
class Sent:
    """One response: bytes on the wire, head included, and when it began."""

    path: str
    size: int
    began: float = field(default_factory=time.monotonic)

    @property
    def counted(self) -> bool:
        """Whether the search needs it: scripts, index and results, not the page around them and its look."""
        return Path(self.path).suffix not in _NOT_COUNTED and not self.path.endswith("/")


@dataclass
class Served:
    """The address of a running server, without a slash at its end, and what it has sent since `forget`."""

    address: str = ""
    sent: list[Sent] = field(default_factory=list)

    def forget(self) -> None:
        """Count anew."""
        self.sent.clear()

    def counted(self, until: float = math.inf) -> tuple[int, int]:
        """Bytes and number of the responses that count and began before this moment."""
        sizes = [one.size for one in list(self.sent) if one.counted and one.began <= until]
        return sum(sizes), len(sizes)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012

    def __init__(self, *arguments: object, folder: Path, served: Served) -> None:
        self.served = served
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        compressed = file.with_name(f"{file.name}.br")
        if not file.is_file():
            self._send("404 Not Found", {}, b"")
        elif compressed.is_file() and "br" in self.headers.get("Accept-Encoding", ""):
            self._send("200 OK", {**self._head(file), "Content-Encoding": "br"}, compressed.read_bytes())
        else:
            self._send("200 OK", self._head(file), file.read_bytes())

    def _head(self, file: Path) -> dict[str, str]:
        kept = _FOR_EVER if _DIGEST.search(file.name) else _FOR_A_MINUTE
        return {"Content-Type": self.guess_type(str(file)), "Cache-Control": kept}

    def _send(self, status: str, head: dict[str, str], body: bytes) -> None:
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in head.items())]
        answer = "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body
        self.served.sent.append(Sent(self.path.partition("?")[0], len(answer)))
        with suppress(ConnectionError):  # a search that gives up hangs up
            self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder while the context lasts."""
    found = Served()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder=folder, served=found))
    found.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
