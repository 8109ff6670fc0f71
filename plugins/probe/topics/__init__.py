"""What is looked at, one topic per file; the first line of a file is its German name in the report.

A topic is a function `check(visit) -> Iterator[Finding]`; what its findings rest on is asked for when it is needed.
A topic that had nothing to look at says so: no fault is no praise then.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.probe.visit import Visit

ORDER = (
    *("reachable", "unknown", "moved", "sitemap", "robots", "indexing", "canonical", "languages", "structured"),
    *("media_types", "headers", "caching", "compression", "search", "resources", "links"),
)


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """What is wrong, at which address, and what to do about it, in German."""

    address: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Unprobed:
    """Why there was nothing to look at, in German."""

    why: str


Finding = Fault | Unprobed
NO_PAGE = Unprobed("keine Seite ließ sich lesen")


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that is looked at."""

    name: str
    title: str
    check: Callable[[Visit], Iterator[Finding]]


def topics() -> Iterator[Topic]:
    """All of them, what others rest on first."""
    for name in ORDER:
        module = importlib.import_module(f"{__name__}.{name}")
        yield Topic(name, (module.__doc__ or "").partition("\n")[0].rstrip("."), module.check)
