"""Requests to one server, polite and bounded: redirects only within the host, nothing without an end."""

import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import quote, urljoin, urlsplit

import brotli

from plugins.links.fetching import Answer, Web
from plugins.links.finding import StoppedError

AGENT = "Fundstelle-Probe/1 (make probe)"
MAX_BYTES = 8 * 1024 * 1024
MOST_UNREACHABLE = 5
"""After so many requests without an answer the server is left alone."""

_AS_WRITTEN = "/:?=&%~.-_+,!@()*[]$';"
_HOPS = 3
_PORTS = {"http": 80, "https": 443}

Dial = Callable[[str, str, float], socket.socket]
"""Opens a connection for a scheme to a host (with its port, where it has one) within so many seconds."""


class NoAnswerError(Exception):
    """No usable answer; says why in German."""


def dial(scheme: str, netloc: str, timeout: float) -> socket.socket:
    """A connection to the server an operator has named, in whichever network it is."""
    parts = urlsplit(f"{scheme}://{netloc}")
    host = parts.hostname or ""
    plain = socket.create_connection((host, parts.port or _PORTS[scheme]), timeout)
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host) if scheme == "https" else plain


@dataclass
class Asker:
    """Asks one host. `timeout` and `deadline` are seconds for a step and for a whole request."""

    dial: Dial = dial
    timeout: float = 10.0
    deadline: float = 30.0
    max_bytes: int = MAX_BYTES
    unreachable: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, address: str, method: str = "GET", more: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """One answer, whatever it says. Raises `NoAnswerError`."""
        if self.unreachable >= MOST_UNREACHABLE:
            raise NoAnswerError("nicht mehr gefragt, weil der Server zu oft nicht antwortet")
        scheme = urlsplit(address).scheme
        web = Web(
            AGENT, lambda host, timeout: self.dial(scheme, host, timeout), self.timeout, self.deadline, self.max_bytes
        )
        try:
            answer = web.ask(method, quote(address, safe=_AS_WRITTEN), more)
        except (StoppedError, ValueError) as error:
            with self._lock:
                self.unreachable += 1
            raise NoAnswerError(str(error)) from error
        if len(answer.body) >= self.max_bytes:
            raise NoAnswerError(f"die Antwort ist größer als {self.max_bytes // 1024} KiB")
        return answer

    def follow(self, address: str) -> tuple[str, Answer]:
        """The answer at the end of redirects, and its address. Raises `NoAnswerError`, also where they leave."""
        for _ in range(_HOPS):
            answer = self.ask(address)
            target = urljoin(address, answer.headers.get("location", address))
            if answer.status not in {301, 302, 303, 307, 308}:
                return address, answer
            if urlsplit(target)[:2] != urlsplit(address)[:2]:
                raise NoAnswerError(f"führt zu einem anderen Server: {target[:200]}")
            address = target
        raise NoAnswerError(f"leitet öfter als {_HOPS} Mal weiter")


def unpacked(answer: Answer, max_bytes: int = MAX_BYTES) -> Answer:
    """The answer with its body as it was before it was packed. Raises `NoAnswerError`."""
    packing = answer.headers.get("content-encoding", "identity")
    if packing in {"identity", ""}:
        return answer
    try:
        body, is_whole = (_from_brotli if packing == "br" else _from_gzip)(answer.body, max_bytes)
    except (zlib.error, brotli.error) as error:
        raise NoAnswerError("die komprimierte Antwort lässt sich nicht auspacken") from error
    if not is_whole:
        raise NoAnswerError("die komprimierte Antwort ist unvollständig oder ausgepackt zu groß")
    return replace(answer, body=body)


def _from_gzip(body: bytes, max_bytes: int) -> tuple[bytes, bool]:
    """At most so many bytes, and whether these are all."""
    machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    return machine.decompress(body, max_bytes), machine.eof


def _from_brotli(body: bytes, max_bytes: int) -> tuple[bytes, bool]:
    """The same; the limit is kept to within a few kilobytes."""
    machine = brotli.Decompressor()
    return machine.process(body, output_buffer_limit=max_bytes), machine.is_finished()
