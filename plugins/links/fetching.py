"""One HTTP exchange over an encrypted connection to a public address, within limits of time and size."""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from plugins.catalog.records import LinkState
from plugins.links.finding import StoppedError, UnreachableError

Dial = Callable[[str, float], socket.socket]
"""Opens a connection to a host within so many seconds."""

_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the names of the headers in lower case, the body up to the limit."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Web:
    """Asks servers: `timeout` seconds for each step, `deadline` for all, at most `max_bytes` of a body."""

    user_agent: str
    dial: Dial
    timeout: float = 10.0
    deadline: float = 30.0
    max_bytes: int = 256 * 1024

    def ask(self, method: str, address: str, more: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """The answer to one request with `more` headers; redirects are not followed. Raises `StoppedError`."""
        parts = urlsplit(address)
        target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        connection = http.client.HTTPConnection(parts.netloc)
        connection.sock = self.connected(parts.netloc)
        began = time.monotonic()
        timer = threading.Timer(self.deadline, _cut, [connection.sock])
        timer.daemon = True
        timer.start()
        try:
            answer = self.exchange(connection, method, target, parts.netloc, more)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise UnreachableError(_TOO_LATE if self.is_over(began) else _why(error)) from error
        finally:
            timer.cancel()
            connection.close()
        if self.is_over(began):
            raise UnreachableError(_TOO_LATE)
        return answer

    def is_over(self, began: float) -> bool:
        """True when the deadline has passed: a connection that ends now was cut here, not by the server."""
        return time.monotonic() - began >= self.deadline

    def connected(self, host: str) -> socket.socket:
        """An open connection. Raises `StoppedError`."""
        try:
            return self.dial(host, self.timeout)
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
            raise UnreachableError(_BROKEN_OFF) from error
        except ssl.SSLError as error:
            raise StoppedError(LinkState.DANGER, "Der Server weist sich nicht gültig aus (TLS)") from error
        except OSError as error:
            raise UnreachableError(_why(error)) from error

    def exchange(
        self, connection: http.client.HTTPConnection, method: str, target: str, host: str, more: Mapping[str, str]
    ) -> Answer:
        """One request and its answer, of which no more is read than allowed."""
        headers = {"Host": host, "User-Agent": self.user_agent, "Accept": "text/html,*/*;q=0.5", "Connection": "close"}
        connection.request(method, target, headers=headers | dict(more))
        response = connection.getresponse()
        body = b"" if method == "HEAD" else response.read(self.max_bytes)
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)


def _cut(connection: socket.socket) -> None:
    """End a connection whose server takes too long: whoever reads from it gets an error or the end."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _why(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "Den Server gibt es nicht (DNS)"
    if isinstance(error, TimeoutError):
        return _TOO_LATE
    return "Die Verbindung kommt nicht zustande" if isinstance(error, ConnectionRefusedError) else _BROKEN_OFF


_TOO_LATE = "Der Server antwortet nicht rechtzeitig"
_BROKEN_OFF = "Die Verbindung bricht ab"


def dial_public(host: str, timeout: float) -> socket.socket:
    """An encrypted connection to one of the addresses that were looked at; a host with a private one is refused."""
    found = [entry[4] for entry in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]
    if not all(is_public(str(address[0])) for address in found):
        raise StoppedError(LinkState.DANGER, "Der Servername führt in ein privates Netz")
    last = OSError("no address")
    for address in dict.fromkeys(found):
        try:
            plain = socket.create_connection((str(address[0]), 443), timeout)
        except OSError as error:
            last = error
        else:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    raise last


def is_public(text: str) -> bool:
    """True for an IP address in the public internet, whichever way it is written."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        is_direct = address in _GLOBAL_UNICAST and not address.sixtofour and not address.teredo
        return is_direct and address.is_global
    return address.is_global and not address.is_multicast
