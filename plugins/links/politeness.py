"""Manners: one request at a time to a host, a pause after it, `robots.txt` and `Retry-After` obeyed."""

import asyncio
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from plugins.catalog.records import LinkState
from plugins.links.fetching import Answer, Web
from plugins.links.finding import StoppedError

ROBOT = "Fundstelle-Linkpruefung"
"""The name to which rules in a `robots.txt` may speak."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Seconds of pause after a request, the most that a server may ask for, and how many hosts are asked at once."""

    pause: float = 1.0
    longest_pause: float = 10.0
    longest_wait: float = 60.0
    most_hosts: int = 4


@dataclass(slots=True)
class _Gate:
    """The way to one host: who asks holds the lock; `closed` says why nobody asks any more in this run."""

    pause: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    ready_at: float = 0.0
    closed: str = ""


class PoliteWeb:
    """Asks each host in turn, and only what it allows."""

    def __init__(self, web: Web, manners: Manners) -> None:
        self.web = web
        self.manners = manners
        self.gates: defaultdict[str, _Gate] = defaultdict(lambda: _Gate(manners.pause))
        self.robots: dict[str, asyncio.Task[RobotFileParser]] = {}

    async def ask(self, method: str, address: str) -> Answer:
        """The answer of a server, after waiting once if it asks for that. Raises `StoppedError`."""
        gate = self.gates[urlsplit(address).netloc]
        async with gate.lock:
            answer = await self._ask(gate, method, address)
            wait = wanted_wait(answer)
            if wait is not None and wait <= self.manners.longest_wait:
                gate.ready_at = time.monotonic() + max(wait, gate.pause)
                answer = await self._ask(gate, method, address)
                wait = wanted_wait(answer)
            if wait is not None:
                gate.closed = f"Der Server bittet um Geduld ({answer.status})"
                raise StoppedError(LinkState.PENDING, gate.closed)
        return answer

    async def _ask(self, gate: _Gate, method: str, address: str) -> Answer:
        if gate.closed:
            raise StoppedError(LinkState.PENDING, gate.closed)
        await asyncio.sleep(max(0.0, gate.ready_at - time.monotonic()))
        try:
            return await asyncio.to_thread(self.web.ask, method, address)
        finally:
            gate.ready_at = time.monotonic() + gate.pause

    async def permits(self, address: str) -> bool:
        """True when the host's `robots.txt` lets us ask for an address. Raises `StoppedError`."""
        host = urlsplit(address).netloc
        if host not in self.robots:
            self.robots[host] = asyncio.create_task(self._read_robots(host))
        return (await self.robots[host]).can_fetch(ROBOT, address)

    async def _read_robots(self, host: str) -> RobotFileParser:
        """The rules of a host (RFC 9309): none when it has no file; a server in trouble is not asked further."""
        answer = await self._robots_file(host)
        if answer.status >= 500:
            raise StoppedError(LinkState.BROKEN, f"Der Server meldet einen Fehler ({answer.status})")
        rules = RobotFileParser()
        text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        rules.parse(line for line in text.splitlines() if not _NO_NUMBER.match(line))
        wanted = float(rules.crawl_delay(ROBOT) or 0)
        self.gates[host].pause = max(self.manners.pause, min(wanted, self.manners.longest_pause))
        return rules

    async def _robots_file(self, host: str) -> Answer:
        """The answer for `robots.txt`, after at most five redirects on the same host."""
        address = start = f"https://{host}/robots.txt"
        for _ in range(6):
            answer = await self.ask("GET", address)
            address = location(address, answer)
            if not address.startswith(f"https://{host}/") or address == start:
                return answer
        return answer


def location(address: str, answer: Answer) -> str:
    """Where a redirect leads, as a full address in ASCII without fragment and usual port; empty when it is none."""
    written = answer.headers.get("location", "").strip() if answer.status in {301, 302, 303, 307, 308} else ""
    target = quote(written.encode("latin-1", "replace"), safe=_AS_IT_IS)
    try:
        parts = urlsplit(urljoin(address, target)) if target else None
    except ValueError:
        return target
    if parts is None:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.lower().removesuffix(":443"), parts.path, parts.query, ""))


_AS_IT_IS = "!#$%&'()*+,/:;=?@[]~"
_NO_NUMBER = re.compile(r"\s*(?:crawl-delay|request-rate)\s*:(?!\s*[0-9]{1,6}\s*$)", re.IGNORECASE)
"""A line at which `RobotFileParser` might stumble."""


def wanted_wait(answer: Answer) -> float | None:
    """How many seconds a server asks us to wait (`Retry-After`); None when it does not, infinite when it is vague."""
    written = answer.headers.get("retry-after", "").strip()
    if answer.status not in {429, 503} or (answer.status == 503 and not written):
        return None
    if written.isascii() and written.isdigit():
        return float(written)
    try:
        return max(0.0, (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return float("inf")
