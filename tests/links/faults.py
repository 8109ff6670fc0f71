"""A server on loopback that plays every fault, and the time at which each request reached and left it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<title>{title}</title><h1>{title}</h1><p>Hier melden Sie Ihren Hund an und zahlen die Steuer für {title}."
NOT_FOUND = "<title>Nicht gefunden</title><p>Die Seite {path} haben wir leider nicht gefunden. Hier geht es zur Suche."
SHELL = (
    "<title>Portal</title><p>Bitte schalten Sie JavaScript ein, um dieses Portal zu benutzen.<script src=a.js></script>"
)
FOR_SALE = "<title>rurland.example</title><p>This domain is for sale! Buy this domain now."


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers: `delay` seconds of silence first; `drip` sends one byte every so many seconds."""

    status: int = 200
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    drip: float = 0.0


def page(title: str) -> Reply:
    return Reply(body=PAGE.format(title=title))


def to(status: int, address: str, *headers: tuple[str, str]) -> Reply:
    return Reply(status, headers=(("Location", address), *headers))


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as the server saw it."""

    host: str
    method: str
    path: str
    agent: str
    began: float
    ended: float


@dataclass
class Faults:
    """The replies by (host, path); several for one path are given in turn. `elsewhere` answers for unknown paths."""

    port: int
    replies: dict[tuple[str, str], list[Reply]] = field(default_factory=dict)
    elsewhere: dict[str, Reply] = field(default_factory=dict)
    refuses_head: set[str] = field(default_factory=set)
    seen: list[Seen] = field(default_factory=list)

    def play(self, address: str, *replies: Reply) -> str:
        """Answer an address with these replies, the last one for ever."""
        host, _, path = address.removeprefix("https://").partition("/")
        self.replies[host, f"/{path}"] = list(replies)
        return address

    def reply(self, host: str, method: str, path: str) -> Reply:
        """What to answer now."""
        if method == "HEAD" and host in self.refuses_head:
            return Reply(405)
        given = self.replies.get((host, path))
        if given is None:
            missing = Reply(404, NOT_FOUND)
            return missing if path == "/robots.txt" else self.elsewhere.get(host, missing)
        return given[0] if len(given) == 1 or method == "HEAD" else given.pop(0)

    def dial(self, host: str, timeout: float) -> socket.socket:
        """A connection to this server, whatever the host, without encryption."""
        if host.startswith("nirgendwo."):
            raise socket.gaierror(-2, "Name or service not known")
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def paths(self, host: str) -> list[str]:
        """What was asked of a host, probes without their random name."""
        mine = [one for one in self.seen if one.host == host]
        return [f"{one.method} {'/…' if len(one.path) == 25 else one.path}" for one in mine]


@contextmanager
def faults() -> Iterator[Faults]:
    """The server while the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    played = Faults(server.server_port)
    server.RequestHandlerClass = type("Handler", (_Handler,), {"played": played})
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield played
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    played: Faults

    def do_GET(self) -> None:
        began = time.monotonic()
        host, agent = self.headers["Host"], self.headers["User-Agent"]
        reply = self.played.reply(host, self.command, self.path)
        time.sleep(reply.delay)
        ended = time.monotonic()
        self.played.seen.append(Seen(host, self.command, self.path, agent, began, ended))
        try:
            self.answer(reply)
        except OSError:
            return

    do_HEAD = do_GET  # noqa: N815

    def answer(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        body = reply.body.replace("{path}", self.path).encode() if self.command == "GET" else b""
        for part in [body[at : at + 1] for at in range(len(body))] if reply.drip else [body]:
            self.wfile.write(part)
            time.sleep(reply.drip)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
