"""`python -m tests.publishing.endurance --kills 50 --swaps 2000`: publishing under fire, with readers all the time.

Prints what was read and what was wrong; exit code 1 when anything was. The tests run the same with smaller numbers.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from plugins.publishing import mirror
from plugins.publishing.home import Home
from plugins.publishing.tree import Tree
from tests.conftest import CONTENT
from tests.portals import PROJECT
from tests.publishing.conftest import Desk, at_home, left_behind

SENTENCES = ("Melden Sie den Hund sofort an.", "Melden Sie den Hund in Ruhe an.")
LAST_STEPS = 0.6
"""So much of the time of a publication follows after the build, at most."""


@dataclass
class Tally:
    """What readers saw."""

    pages: int = 0
    trees: int = 0
    faults: list[str] = field(default_factory=list)


class Reader(Thread):
    """Reads until it is stopped: pages through the link, and the whole tree the link leads to; then a pause (seconds).

    `known` are the digests of every release that may be online.
    """

    def __init__(self, home: Home, known: list[Mapping[str, str]], pause: float = 0) -> None:
        super().__init__(daemon=True)
        self.home, self.known, self.pause = home, known, pause
        self.tally, self.stopped = Tally(), Event()
        self.names = sorted(set.intersection(*(set(one) for one in known)))

    def run(self) -> None:
        while not self.stopped.is_set():
            for name in self.names:
                self._page(name)
            self.tree()
            self.stopped.wait(self.pause)

    def _page(self, name: str) -> None:
        self.tally.pages += 1
        try:
            (self.home.link / name).read_bytes()
        except OSError as error:
            self.tally.faults.append(f"{name}: {error}")

    def tree(self) -> None:
        """Every byte of what is online, as a process reads it that looked at the link once."""
        self.tally.trees += 1
        try:
            tree = Tree.of(self.home.link.resolve(strict=True))
            self.tally.faults += tree.faults()
            self.tally.faults += [] if pages(tree) in self.known else ["neither the old nor the new portal"]
        except OSError as error:
            self.tally.faults.append(str(error))

    def stop(self) -> Tally:
        """What was seen."""
        self.stopped.set()
        self.join()
        return self.tally


def swaps(count: int, folder: Path) -> Tally:
    """So many times another release goes online, in a process of its own."""
    home = at_home(folder / "home", "one", "two")
    reader = Reader(home, [release.tree.digests for release in home.releases()])
    reader.start()
    publisher = multiprocessing.get_context("spawn").Process(target=_swap, args=(home, count))
    publisher.start()
    publisher.join()
    tally = reader.stop()
    return tally if publisher.exitcode == 0 else Tally(faults=["the publisher failed"])


def _swap(home: Home, count: int) -> None:
    pair = [home.named("x-1"), home.named("x-2")]
    for number in range(count):
        home.switch(pair[number % 2])


def kills(count: int, seed: int, folder: Path) -> tuple[Tally, int]:
    """So many publishers die at a random moment; also how many of the releases were online when theirs did.

    Half of the moments lie anywhere, half in the last steps; half of the publishers die with their build, half alone.
    """
    dice = random.Random(seed)  # noqa: S311
    desk = Desk(shutil.copytree(CONTENT, folder / "content"), Home(folder / "home"))
    known, seconds = [], 0.0
    for sentence in SENTENCES:
        started = time.monotonic()
        desk.say(sentence)
        assert desk.publish().returncode == 0
        seconds = time.monotonic() - started
        known.append(_online(desk.home))
    reader = Reader(desk.home, known, pause=0.05)
    reader.start()
    swapped = 0
    for number in range(count):
        before = _online(desk.home)
        desk.say(SENTENCES[1 - known.index(before)])
        _kill(desk, dice, number, seconds)
        reader.tree()
        swapped += _online(desk.home) != before
    reader.tally.faults += _afterwards(desk, known)
    return reader.stop(), swapped


def _online(home: Home) -> Mapping[str, str]:
    current = home.current
    assert current
    return pages(current.tree)


def pages(tree: Tree) -> Mapping[str, str]:
    """A portal without its mirror, which knows the state of the repository it was built in."""
    return {name: digest for name, digest in tree.digests.items() if name != mirror.FILE}


def _kill(desk: Desk, dice: random.Random, number: int, seconds: float) -> None:
    process = subprocess.Popen(
        desk.publishing(), cwd=PROJECT, env=desk.environment, stdout=-3, stderr=-3, start_new_session=True
    )
    if number % 2:
        while process.poll() is None and not list(desk.home.folder.glob(".passing-*/.manifest")):
            time.sleep(0.001)
    time.sleep(dice.uniform(0, seconds * LAST_STEPS if number % 2 else seconds))
    if number % 4 < 2 and process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _afterwards(desk: Desk, known: list[Mapping[str, str]]) -> list[str]:
    """The next publisher finds its way and leaves nothing of the dead behind."""
    done = desk.publish()
    faults = [] if done.returncode == 0 else [done.stderr]
    faults += [f"left behind: {name}" for name in left_behind(desk.home)]
    faults += [] if _online(desk.home) in known else ["neither the old nor the new portal"]
    return faults + [fault for release in desk.home.releases() for fault in release.tree.faults()]


def main() -> int:
    """Run both and print what was seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.publishing.endurance")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--swaps", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        swapping = swaps(options.swaps, Path(folder) / "swaps")
        killing, online = kills(options.kills, options.seed, Path(folder) / "kills")
    print(f"swaps={options.swaps} pages_read={swapping.pages} faults={len(swapping.faults)}")
    print(f"kills={options.kills} after_the_swap={online} trees_read={killing.trees} faults={len(killing.faults)}")
    print(*(swapping.faults + killing.faults)[:20], sep="\n", end="")
    return 1 if swapping.faults or killing.faults else 0


if __name__ == "__main__":
    sys.exit(main())
