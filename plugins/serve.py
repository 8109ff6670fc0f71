"""`python -m plugins.serve`: build, serve on loopback, rebuild on every change, reload open pages, answer searches.

Builds run as a process of their own, so that changed code counts too and an error never ends the server.
"""

import argparse
import functools
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Collection
from contextlib import suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

import watchfiles

from plugins import search_page
from plugins.catalog import urls

PROJECT = Path(__file__).resolve().parent.parent
CONTEXT = multiprocessing.get_context("spawn")
SAVED = signal.SIGURG
"""What the process that builds listens to while it does what the next save makes superfluous; `resident.SAVED`."""
MOMENT = 10
"""So many milliseconds without another change end a save; editors write a file in several steps."""
LIVE_SCRIPT = b"""const events = new EventSource("/__live/events");
events.addEventListener("message", () => location.reload());
"""
NOTHING_BUILT = b"""<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Noch nichts gebaut</title></head><body>
<p>Es ist noch nichts gebaut. Die Fehler stehen im Terminal. Sind sie behoben, erscheint die Seite von selbst.</p>
</body></html>"""


class Builds:
    """The process that builds. Counts what it has built and lets request threads wait for the next."""

    def __init__(self) -> None:
        self.number = 0
        self.changed = threading.Condition()

    def start(self) -> None:
        """Build in a new process, with the code as it is now."""
        self.connection, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=_stay, args=(theirs,))
        self.process.start()
        theirs.close()
        threading.Thread(target=self._count, args=(self.connection,), daemon=True).start()

    def save(self, names: Collection[str]) -> None:
        """Build what these files of the content change."""
        try:
            self.connection.send(names)
            os.kill(self.process.pid or 0, SAVED)
        except OSError:
            self.start()

    def restart(self) -> None:
        """Build with other code."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.terminate()
        self.process.join()

    def _count(self, connection: Connection) -> None:
        with suppress(EOFError, OSError):
            while connection.recv():
                with self.changed:
                    self.number += 1
                    self.changed.notify_all()

    def wait_for(self, seen: int, seconds: float | None = None) -> int:
        """The number of the latest build, as soon as it is above `seen` or the time is over."""
        with self.changed:
            self.changed.wait_for(lambda: self.number > seen, seconds)
            return self.number


def _stay(connection: Connection) -> None:
    """The server itself needs no Pelican, and hears of Ctrl+C for both."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from plugins.pages import resident

    resident.stay(PROJECT, connection)


class Handler(SimpleHTTPRequestHandler):
    """Files of the output folder; the portal's pages get one more script that reloads them after a build."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".json": "application/json"}  # noqa: RUF012
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, builds: Builds, **kwargs: object) -> None:
        self.builds = builds
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request; anything unknown gets the portal's own 404 page."""
        path = self.path.partition("?")[0]
        if path == "/__live/events":
            self.stream_builds()
        elif path == "/__live.mjs":
            self.send_body(LIVE_SCRIPT, "text/javascript")
        else:
            self.send_page(path)

    def send_page(self, path: str) -> None:
        """A file, or the folder's index page; pages with the reload script, the form keeps what is typed into it."""
        file = Path(self.translate_path(path))
        if file.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        file = file if file.is_file() else Path(self.directory) / "404.html"
        body = file.read_bytes() if file.is_file() else NOTHING_BUILT
        language = search_page.language_of(path)
        if language and status is HTTPStatus.OK:
            body = search_page.with_hits(body, Path(self.directory), search_page.query_of(self.path), language)
        if body.endswith((b"</html>", b"</html>\n")) and not path.startswith(urls.ADMIN):
            body = body.replace(b"</body>", b'<script type="module" src="/__live.mjs"></script></body>')
        self.send_body(body, self.guess_type(str(file)), status)

    def send_body(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """One complete response."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def stream_builds(self) -> None:
        """Server-sent events: one message per build, a comment every few seconds to notice closed tabs."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        seen = self.builds.number
        try:
            while True:
                latest = self.builds.wait_for(seen, 5)
                self.wfile.write(b"data: built\n\n" if latest > seen else b": still here\n\n")
                self.wfile.flush()
                seen = latest
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing about files that were found."""


class Server(ThreadingHTTPServer):
    """Closed tabs are no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass on everything but a connection that the browser closed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def bind(port: int, handler: functools.partial[Handler]) -> Server:
    """A server on loopback at this port, or at the next free one."""
    for candidate in range(port, port + 50):
        try:
            return Server(("127.0.0.1", candidate), handler)
        except OSError:
            continue
    sys.exit(f"Die Ports {port} bis {port + 49} sind belegt. Nehmen Sie einen anderen: make serve PORT=9000")


def main(arguments: list[str] | None = None) -> None:
    """Build, serve and watch until Ctrl+C or somebody else ends it."""
    parser = argparse.ArgumentParser(prog="python -m plugins.serve", description="Portal bauen, zeigen, neu bauen")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    output = Path(os.environ.get("OUTPUT") or "output").resolve()
    content = Path(os.environ.get("CONTENT") or PROJECT / "content").resolve()
    if not content.is_dir():
        sys.exit(f"Den Ordner {content} gibt es nicht. Geben Sie ihn an: make serve CONTENT=…")
    builds = Builds()
    server = bind(options.port, functools.partial(Handler, builds=builds, directory=str(output)))
    print("Das Portal wird gebaut …", flush=True)
    threading.Thread(target=_serve, args=(server, builds), daemon=True).start()
    builds.start()
    try:
        with suppress(KeyboardInterrupt):
            _watch(builds, content)
    finally:
        builds.stop()


def _serve(server: Server, builds: Builds) -> None:
    """Answer requests from the first build on."""
    builds.wait_for(0)
    print(f"\n    http://127.0.0.1:{server.server_port}/\n\nÄnderungen erscheinen von selbst. Ende: Strg+C", flush=True)
    server.serve_forever()


def _watch(builds: Builds, content: Path) -> None:
    """Build after every change, as soon as nothing more has come for a moment."""
    code = [PROJECT / name for name in ("theme", "plugins", "search", "pelicanconf.py")]
    for changes in watchfiles.watch(content, *code, step=MOMENT):
        paths = sorted({Path(path) for _, path in changes})
        print(f"Geändert: {', '.join(path.name for path in paths[:5])}{' …' if len(paths) > 5 else ''}", flush=True)
        if all(path.is_relative_to(content) for path in paths):
            builds.save([path.relative_to(content).as_posix() for path in paths])
        else:
            builds.restart()


if __name__ == "__main__":
    main()
