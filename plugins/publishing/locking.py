"""One publisher at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.publishing.errors import BusyError


@contextmanager
def locked(file: Path, *, waits: bool) -> Iterator[int]:
    """Hold the lock; yields its handle, for children that may outlive us. Raises `BusyError` where it may not wait.

    The system lets go of it however a process ends.
    """
    with file.open("a") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _wait(opened.fileno(), file, waits=waits)
        yield opened.fileno()


def _wait(handle: int, file: Path, *, waits: bool) -> None:
    if not waits:
        raise BusyError(f"In {file.parent} wird gerade veröffentlicht. Versuchen Sie es später noch einmal.")
    print(f"In {file.parent} wird gerade veröffentlicht; gewartet wird, bis es fertig ist (sonst: WAIT=0).", flush=True)
    fcntl.flock(handle, fcntl.LOCK_EX)
