"""Work spread over processes that are forked once everything was read: they share it, and none can spoil another."""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of work whose process was ended from outside; `code` is minus the signal, as in `Process`."""

    code: int | None

    def said(self, again: str) -> str:
        """What happened, and how to do it again: in most cases there was no memory left."""
        how = f"mit Signal {-self.code}" if self.code and self.code < 0 else f"mit {self.code}"
        return (
            f"Der Prozess wurde beendet ({how}), vielleicht weil der Speicher nicht reicht. "
            f"Bauen Sie mit weniger Prozessen: {again}"
        )


class LostError(RuntimeError):
    """Work that nobody else takes over was ended from outside; says so in German."""


def each(
    work: Callable[[str], Result], names: Sequence[str], jobs: int
) -> Generator[tuple[str, Result | Lost], None, None]:
    """What `work` gives for each name, as it is done: in so many processes, or in this one where none can be forked.

    When the caller leaves, by Ctrl+C too, all processes end at once.
    """
    if min(jobs, len(names)) < 2 or not _can_fork():
        yield from ((name, work(name)) for name in names)
        return
    waiting = deque(names)
    workers = [_Worker(work, waiting.popleft()) for _ in range(min(jobs, len(names)))]
    try:
        while workers:
            for connection in wait([worker.connection for worker in workers]):
                worker = next(one for one in workers if one.connection is connection)
                done = worker.name, worker.result()
                workers.remove(worker)
                if waiting:
                    workers.append(worker.next(work, waiting.popleft()))
                else:
                    worker.end()
                yield done
    finally:
        for worker in workers:
            worker.end()


def _can_fork() -> bool:
    """Not on every system, and not from a thread: what others of that program hold would be held for ever."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and "fork" in multiprocessing.get_all_start_methods()


class _Worker(Generic[Result]):
    """A process with one piece of work at a time."""

    def __init__(self, work: Callable[[str], Result], name: str) -> None:
        fork = multiprocessing.get_context("fork")
        self.connection, theirs = fork.Pipe()
        self.process = fork.Process(target=_serve, args=(work, theirs, self.connection), daemon=True)
        self.process.start()
        theirs.close()
        self.give(name)

    def give(self, name: str) -> None:
        """What to do now; a process that has just died says so when it is asked for the result."""
        self.name = name
        try:
            self.connection.send(name)
        except OSError:
            return

    def result(self) -> Result | Lost:
        """What came of it."""
        try:
            found: Result = self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            return Lost(self.process.exitcode)
        return found

    def next(self, work: Callable[[str], Result], name: str) -> "_Worker[Result]":
        """The one that does the next piece: this one, or a new one in its place."""
        if self.process.exitcode is not None:
            self.end()
            return _Worker(work, name)
        self.give(name)
        return self

    def end(self) -> None:
        """Be gone at once."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _serve(work: Callable[[str], Result], connection: "Connection[Result, str]", parents: Connection) -> None:
    """The life of a process: work until nobody asks any more. Ctrl+C ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parents.close()
    try:
        while True:
            connection.send(work(connection.recv()))
    except EOFError:
        return
