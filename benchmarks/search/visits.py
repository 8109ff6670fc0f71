"""What a citizen on a phone waits for, engine by engine in turns."""

import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice

from playwright.sync_api import Browser, Page

from benchmarks.search.commands import SCRIPTS
from benchmarks.search.phone import fresh_page, slow
from benchmarks.search.records import Answer, Engine, Visit
from benchmarks.search.server import Served

QUESTIONS = (
    ("personalausweis verloren", "wohngeld"),
    ("hund anmelden", "geburtsurkunde"),
    ("auto abmelden", "reisepass beantragen"),
    ("gewerbe anmelden", "heiraten"),
    ("wohnsitz anmelden", "elterngeld"),
)
"""What citizens ask most, in pairs; all sizes hold the services of the demo, and every engine finds some of them."""

PATIENCE = 180
"""Seconds until a search counts as one that does not answer; it is not visited again."""

TOO_SLOW = 30_000
"""Milliseconds; a search that takes longer cold is visited once."""


_LOOK, _QUIET = 50, 600
_SETTLED = 1.5


class _NoAnswerError(Exception):
    """No hit was shown for a text within `PATIENCE`."""


def visits(browser: Browser, served: Served, engines: Sequence[Engine], number: int) -> dict[str, list[Visit]]:
    """So many visits of each engine, all with the same questions; whose turn is first changes."""
    found: dict[str, list[Visit]] = {engine.name: [] for engine in engines}
    for turn, pair in enumerate(islice(cycle(QUESTIONS), number)):
        for engine in (*engines[turn % len(engines) :], *engines[: turn % len(engines)]):
            if _goes_on(found[engine.name], turn):
                print(f"  {engine.name}, visit {turn + 1} of {number}: {', '.join(pair)}", file=sys.stderr)
                found[engine.name] += _visit(browser, served, engine, pair)
    return found


def _goes_on(done: Sequence[Visit], turn: int) -> bool:
    """Whether an engine is worth another visit: it answered every time, and never too slowly."""
    return len(done) == turn and all(visit.cold.milliseconds <= TOO_SLOW for visit in done)


def _visit(browser: Browser, served: Served, engine: Engine, pair: tuple[str, str]) -> list[Visit]:
    """One visit; none when the engine does not answer."""
    try:
        return [_answered(browser, served, engine, pair)]
    except _NoAnswerError as error:
        print(f"  {engine.name} shows no hit for „{error}“", file=sys.stderr)
        return []


def _answered(browser: Browser, served: Served, engine: Engine, pair: tuple[str, str]) -> Visit:
    address = served.address + engine.address
    first, second = pair
    with fresh_page(browser) as page:
        _open(page, address, served)
        with slow(page):
            cold = _typed(page, served, first)
    with fresh_page(browser) as page:
        _open(page, address, served)
        with slow(page):
            page.evaluate("watch.focus()")
            page.wait_for_timeout(max(1000.0, _SETTLED * cold.milliseconds))
            served.forget()
            focused = _typed(page, served, first)
            served.forget()
            again = _typed(page, served, second)
    return Visit(cold, focused, again)


def _open(page: Page, address: str, served: Served) -> None:
    """The page as it stands before anybody searches, loaded at full speed; its scripts count."""
    served.forget()
    page.add_init_script(path=SCRIPTS / "watch.js")
    page.goto(address, wait_until="networkidle")


def _typed(page: Page, served: Served, text: str) -> Answer:
    """Type a text at once and wait for its first hit, and for what follows it."""
    typed = time.monotonic()
    page.evaluate("text => watch.type(text)", text)
    end = time.monotonic() + PATIENCE
    while not (milliseconds := page.evaluate("watch.shown && watch.shown - watch.typed")):
        if time.monotonic() > end:
            raise _NoAnswerError(text)
        page.wait_for_timeout(_LOOK)
    page.wait_for_timeout(_QUIET)
    whole, _ = served.counted()
    sent, requests = served.counted(until=typed + milliseconds / 1000)
    return Answer(milliseconds, sent, requests, whole)
