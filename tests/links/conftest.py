"""The fault server, and a check of one address against it, in a hurry."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import pytest

from plugins.links.checking import Checker
from plugins.links.fetching import Dial, Web
from plugins.links.finding import Finding
from plugins.links.politeness import Manners, PoliteWeb
from tests.links.faults import Faults, faults

Result = TypeVar("Result")

AGENT = "Fundstelle-Linkpruefung/1 (Fundstelle; +mailto:portal@rurland.example)"
HURRY = Manners(pause=0.0, longest_pause=0.2, longest_wait=0.3)


def on_its_own(act: Callable[[], Result]) -> Result:
    """What an act gives in a thread of its own; in this one, a browser of other tests may keep a loop running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(act).result()


@pytest.fixture
def server() -> Iterator[Faults]:
    """A server that does what it is told."""
    with faults() as played:
        yield played


@dataclass(frozen=True)
class Visit:
    """Checks addresses; every call is a run of its own."""

    server: Faults

    def __call__(
        self, *wanted: str, manners: Manners = HURRY, dial: Dial | None = None, max_bytes: int = 100_000
    ) -> dict[str, Finding]:
        """The findings by address."""

        async def run() -> dict[str, Finding]:
            web = Web(AGENT, dial or self.server.dial, timeout=0.3, deadline=0.6, max_bytes=max_bytes)
            return await Checker(PoliteWeb(web, manners), {"login.bund.example"}).findings(wanted)

        return on_its_own(lambda: asyncio.run(run()))

    def one(self, address: str, dial: Dial | None = None) -> Finding:
        """The finding for one address."""
        return self(address, dial=dial)[address]


@pytest.fixture
def visit(server: Faults) -> Visit:
    """`visit.one(address)` checks an address against the fault server."""
    return Visit(server)
