"""What becomes of an address when somebody follows it: the verdict on one, and on many, host by host."""

import asyncio
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlsplit

from plugins.catalog import addresses
from plugins.catalog.records import LinkState
from plugins.links.fetching import Answer
from plugins.links.finding import Finding, StoppedError, UnreachableError
from plugins.links.likeness import Look, is_challenge, is_for_sale, look
from plugins.links.politeness import PoliteWeb, location
from plugins.links.registry import host_of

MOST_REDIRECTS = 5
_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where an address led, and the new address the servers suggest for good."""

    address: str
    answer: Answer
    moves_to: str | None


@dataclass(frozen=True, slots=True)
class Habits:
    """How a host answers for a page that nobody has: with a page that looks like success, perhaps after a redirect."""

    error_page: Look | None = None
    is_redirected: bool = False
    is_for_sale: bool = False


class Checker:
    """Judges addresses; `known_hosts` are those to which a redirect may lead without being strange."""

    def __init__(self, web: PoliteWeb, known_hosts: Iterable[str]) -> None:
        self.web = web
        self.known_hosts = frozenset(known_hosts)
        self.habits: dict[str, asyncio.Task[Habits]] = {}

    async def findings(self, wanted: Iterable[str]) -> dict[str, Finding]:
        """The findings by address: few hosts at once, each host one address after the other."""
        free = asyncio.Semaphore(self.web.manners.most_hosts)

        async def of_host(mine: list[str]) -> list[tuple[str, Finding]]:
            async with free:
                return [(address, await self.finding(address)) for address in mine]

        hosts = [list(group) for _, group in groupby(sorted(wanted, key=_by_host), key=host_of)]
        return dict(pair for pairs in await asyncio.gather(*map(of_host, hosts)) for pair in pairs)

    async def finding(self, address: str) -> Finding:
        """What is to say of one address."""
        try:
            arrival = await self.arrival(address)
            judged = of_status(arrival.answer) or await self.of_page(address, arrival)
        except StoppedError as stopped:
            return stopped.finding
        is_suggested = arrival.answer.status < 400 and arrival.moves_to and addresses.host_of(arrival.moves_to)
        return replace(judged, moves_to=arrival.moves_to) if is_suggested else judged

    async def arrival(self, address: str) -> Arrival:
        """Where an address leads: asked without the page first, and with it where the server refuses that."""
        try:
            asked = await self.follow("HEAD", address)
        except UnreachableError:
            if not await self.web.permits(address):
                raise
            return await self.follow("GET", address)
        return asked if asked.answer.status < 400 else await self.follow("GET", address)

    async def follow(self, method: str, address: str) -> Arrival:
        """The end of the redirects from an address. Raises `StoppedError`."""
        here, moves_to, is_for_good = address, None, True
        seen = {address}
        for _ in range(MOST_REDIRECTS + 1):
            if not await self.web.permits(here):
                raise StoppedError(LinkState.CAUTION, "robots.txt erlaubt die Prüfung nicht")
            answer = await self.web.ask(method, here)
            target = location(here, answer)
            if not target:
                return Arrival(here, answer, moves_to)
            if target in seen:
                raise circle(answer)
            self.refuse_strange(address, target)
            is_for_good = is_for_good and answer.status in _PERMANENT
            seen.add(target)
            here, moves_to = target, target if is_for_good else moves_to
        raise StoppedError(LinkState.BROKEN, f"Mehr als {MOST_REDIRECTS} Weiterleitungen")

    def refuse_strange(self, address: str, target: str) -> None:
        """Raise `StoppedError` when a redirect leads to where nobody may be sent, unseen."""
        host = target.removeprefix("https://").partition("/")[0].partition("?")[0]
        if not target.startswith("https://") or not addresses.is_host(host):
            raise StoppedError(LinkState.DANGER, "Leitet weiter, aber nicht auf eine gültige https-Adresse")
        if host not in self.known_hosts and domain(host) != domain(host_of(address)):
            raise StoppedError(LinkState.DANGER, f"Leitet auf einen fremden Server weiter: {host}")

    async def of_page(self, address: str, arrival: Arrival) -> Finding:
        """Whether a page that calls itself a success is one: not where the host shows its error page like this."""
        host = urlsplit(arrival.address).netloc
        if host not in self.habits:
            self.habits[host] = asyncio.create_task(self.learn(host))
        habits = await self.habits[host]
        if habits.is_for_sale:
            return Finding(LinkState.DANGER, "Die Domain steht zum Verkauf")
        if habits.error_page is None or urlsplit(address).path in {"", "/"}:
            return Finding(LinkState.OK)
        page = await self.follow("GET", arrival.address)
        if failed := of_status(page.answer):
            return failed
        if not is_like(page, habits.error_page):
            return Finding(LinkState.OK)
        if not habits.is_redirected and is_like(await self.follow("GET", f"https://{host}/"), habits.error_page):
            return Finding(LinkState.CAUTION, "Der Server antwortet auf jede Adresse gleich")
        return Finding(LinkState.BROKEN, "Die Seite ist die Fehlerseite des Servers")

    async def learn(self, host: str) -> Habits:
        """Ask for a page that nobody can have."""
        path = f"/{secrets.token_hex(12)}"
        try:
            arrival = await self.follow("GET", f"https://{host}{path}")
        except StoppedError:
            return Habits()
        if arrival.answer.status >= 400:
            return Habits(is_for_sale=is_for_sale(arrival.answer))
        end = urlsplit(arrival.address).path
        return Habits(look(arrival.answer, end), end != path, is_for_sale(arrival.answer))


def of_status(answer: Answer) -> Finding | None:
    """The verdict of a status alone; None for a success, of which the page has to be seen."""
    if answer.status < 400:
        return None
    if answer.status == 401:
        return Finding(LinkState.CAUTION, "Der Server verlangt eine Anmeldung (401)")
    if answer.status in {403, 503} and is_challenge(answer):
        return Finding(LinkState.CAUTION, f"Der Server wehrt Prüfprogramme ab ({answer.status})")
    return Finding(LinkState.BROKEN, f"Der Server antwortet mit {answer.status}")


def is_like(arrival: Arrival, error_page: Look) -> bool:
    """True when what was found looks like the error page of its host."""
    found = look(arrival.answer, urlsplit(arrival.address).path)
    return found is not None and found.is_like(error_page)


def circle(answer: Answer) -> StoppedError:
    """Why redirects lead back: a server that sets a cookie may only be waiting to see it again."""
    if "set-cookie" in answer.headers:
        return StoppedError(LinkState.CAUTION, "Der Server verlangt Cookies")
    return StoppedError(LinkState.BROKEN, "Die Weiterleitung führt im Kreis")


def domain(host: str) -> str:
    """The part of a host name that somebody registered: its last two labels, true for every German name."""
    return ".".join(host.split(".")[-2:])


def none_reached(findings: Mapping[str, Finding]) -> bool:
    """True when not a single server answered: then it is our own line that is down."""
    return bool(findings) and not any(finding.reached for finding in findings.values())


def _by_host(address: str) -> tuple[str, str]:
    return host_of(address), address
