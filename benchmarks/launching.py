"""Runs a program and notes what it and everything it started have used: `python launching.py FILE PROGRAM …`.

A process of its own and a small one, because Linux counts the memory of whoever starts a program as that program's.
"""

import json
import os
import sys
import threading
import time

_UNIT = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and kibibytes elsewhere."""

PAUSE = 0.05
"""Seconds between two looks at the memory of all processes together."""


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
    """Look at the memory of all processes together until it is over."""
    while not over.wait(PAUSE):
        seen.append(_together(program))


def _together(process: int) -> int:
    """Bytes of a process and all it has started, as far as this system tells."""
    try:
        with open(f"/proc/{process}/statm", "rb") as pages:  # noqa: PTH123
            own = int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        with open(f"/proc/{process}/task/{process}/children", "rb") as children:  # noqa: PTH123
            return own + sum(_together(int(child)) for child in children.read().split())
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    sys.exit(launch(sys.argv[1], sys.argv[2:]))
