"""A phone in Chromium: a slow line, and a processor that is slow for the page and for its workers.

The line is Chromium's own emulation. The processor is not: Chromium slows the thread of the page only, and a search
that works in a worker would run at the speed of the desk. Here the whole process of the page is stopped and continued.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks.search.records import BenchmarkError
from plugins.pages.assets import node
from tests.browser.chromium import ARGUMENTS, installed

ROUND_TRIP = 150
DOWN, UP = 1_600_000, 750_000
SLOWNESS = 4
"""Milliseconds, bits per second, and how much slower than this machine."""

_SLICE = 0.002


@contextmanager
def chromium() -> Iterator[Browser]:
    """An installed Chromium, else Playwright's own; raises `BenchmarkError` when there is none."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node())
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=installed(), args=list(ARGUMENTS))
        except Error as error:
            raise BenchmarkError(f"No Chromium to be started; `make setup-test` installs one.\n{error}") from error
        with browser:
            yield browser


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """A page of phone size in a profile of its own: nothing is cached."""
    with browser.new_context(viewport={"width": 360, "height": 800}, locale="de-DE") as context:
        yield context.new_page()


@contextmanager
def slow(page: Page) -> Iterator[None]:
    """Line and processor of a phone, from now on."""
    _slow_line(page)
    over = threading.Event()
    pausing = threading.Thread(target=pause, args=(_processes(page), over), daemon=True)
    pausing.start()
    try:
        yield
    finally:
        over.set()
        pausing.join()


def _slow_line(page: Page) -> None:
    line = {"latency": ROUND_TRIP, "downloadThroughput": DOWN / 8, "uploadThroughput": UP / 8}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})


def _processes(page: Page) -> list[int]:
    """The processes that show pages; there is one page, and perhaps an empty process in reserve."""
    browser = page.context.browser
    if browser is None:
        raise BenchmarkError("The page has no browser any more.")
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return [process["id"] for process in found if process["type"] == "renderer"]


def pause(processes: Sequence[int], over: threading.Event) -> None:
    """Let the processes run for a slice at a time, and rest until they have rested three times as long in all."""
    ran = rested = 0.0
    while not over.is_set():
        _signal(processes, signal.SIGSTOP)
        rested += _slept((SLOWNESS - 1) * (ran + _SLICE) - rested)
        _signal(processes, signal.SIGCONT)
        ran += _slept(_SLICE)


def _slept(seconds: float) -> float:
    """Sleep, and say how long it really was: a busy machine wakes late."""
    start = time.perf_counter()
    time.sleep(max(seconds, 0))
    return time.perf_counter() - start


def _signal(processes: Sequence[int], what: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)
