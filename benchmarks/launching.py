"""Runs a program and notes what it and everything it started have used: `python launching.py FILE PROGRAM …`.

A process of its own and a small one, because Linux counts the memory of whoever starts a program as that program's.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator

_UNIT = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and kibibytes elsewhere."""

PAUSE = 0.2
"""Seconds between two looks at the memory of all processes together; a look at a large one takes 10 ms."""


def launch(file: str, command: list[str]) -> int:
    """Run to the end; seconds and bytes go into the file, the exit code comes back."""
    start = time.perf_counter()
    program = os.posix_spawnp(command[0], command, os.environ)
    over, seen = threading.Event(), [0]
    watching = threading.Thread(target=_watch, args=(program, over, seen))
    watching.start()
    _, status, usage = os.wait4(program, 0)
    wall, cpu = time.perf_counter() - start, usage.ru_utime + usage.ru_stime
    over.set()
    watching.join()
    with open(file, "w", encoding="utf-8") as told:  # noqa: PTH123 - without any import that would make it larger
        json.dump({"wall": wall, "cpu": cpu, "memory": max(usage.ru_maxrss * _UNIT, *seen)}, told)
    return os.waitstatus_to_exitcode(status)


def _watch(program: int, over: threading.Event, seen: list[int]) -> None:
    """Look at the memory of all processes together until it is over; of a single one, Linux notes the highest."""
    while not over.wait(PAUSE):
        if len(family := list(_family(program))) > 1:
            seen.append(sum(map(_own, family)))


def _family(process: int) -> Iterator[int]:
    """A process and all it has started, as far as this system tells."""
    yield process
    for child in _told(f"/proc/{process}/task/{process}/children").split():
        yield from _family(int(child))


def _own(process: int) -> int:
    """Bytes of one process; what it shares with others, such as with its parent after a fork, is divided by them."""
    _, _, share = _told(f"/proc/{process}/smaps_rollup").partition(b"\nPss:")
    return int(share.split()[0]) * 1024 if share else 0


def _told(file: str) -> bytes:
    try:
        with open(file, "rb") as told:  # noqa: PTH123
            return told.read()
    except OSError:
        return b""


if __name__ == "__main__":
    sys.exit(launch(sys.argv[1], sys.argv[2:]))
