"""A process that stays and builds after every save: the pages of an edited text are in their place at once.

For that it believes what it is told of saved files. Then it looks at everything, as a new process would, and builds
again where more has changed. It runs the code that it has read: for other code another process takes over.
"""

import gc
import signal
import sys
import time
import traceback
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pelican.settings import read_settings

from plugins.catalog.history import history
from plugins.catalog.stages import Stages
from plugins.pages.incremental.pages import Edited
from plugins.pages.incremental.past import Past
from plugins.pages.run import PortalRun
from search.blocks import MissingError

BUILT = "built"
"""What is said when there is something new to see, or a build has ended without."""


SAVED = signal.SIGURG
"""What a process gets beside the message about a save. One that is not listening is not disturbed by it."""


class SavedAgainError(Exception):
    """More was saved; what is not done yet is done with that."""


class Resident(PortalRun):
    """A run for one save after the other.

    Calls `shown` when there is something new to see, or a build has ended; asks by `is_waiting` for the next save.
    """

    def __init__(self, settings: dict[str, Any], shown: Callable[[], None], is_waiting: Callable[[], bool]) -> None:
        self.shown, self.is_waiting = shown, is_waiting
        super().__init__(settings)

    def build(self, names: Collection[str] = ()) -> None:
        """Build what these files of the content change, and what else has changed."""
        self._since = time.monotonic()
        if not self.ready:
            self.stages = Stages()
            self.ready = self._edited() if self.past.hear(names) else None
        try:
            self._to_the_end()
        except SavedAgainError:
            return
        finally:
            signal.signal(SAVED, signal.SIG_IGN)

    def _to_the_end(self) -> None:
        if isinstance(self.ready, Edited):
            self.run()
            if self._look():
                return
        self.run()
        self.shown()
        if self._look():
            self._rehearse()

    def _written(self, edited: Edited) -> tuple[int, int]:
        """Nobody waits for the search: the pages are shown, and the next save ends what comes after them."""
        output = edited.place(self.past)
        passed = round(1000 * (time.monotonic() - self._since))
        print(f"{output.changed} Dateien nach {passed} ms geschrieben; die Suche folgt", flush=True)
        self.shown()
        signal.signal(SAVED, _begin_again)
        if self.is_waiting():
            raise SavedAgainError
        return edited.follow(self.past, output)

    def _rehearse(self) -> None:
        """Go the way of an edit once, for nothing, so that all it needs is at hand when somebody saves."""
        self._edited_since(self.past.as_if_edited())

    def _look(self) -> bool:
        """See what is there now, and have at hand what the next edit asks for; true when all of it is built."""
        gc.unfreeze()
        gc.collect()
        self.history = history(Path(self.settings["PATH"]))
        self.past = Past.of(self.settings, self.history)
        is_all = self.past.unchanged() is not None and bool(self.past.known and self.past.stored)
        with suppress(MissingError):
            self.past.fitting()
        gc.freeze()
        return is_all


def _begin_again(*_: object) -> None:
    signal.signal(SAVED, signal.SIG_IGN)
    raise SavedAgainError


def stay(project: Path, saves: Connection) -> None:
    """Build, and again after each message with names of saved files, until somebody ends it; answers `BUILT`."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    shown, run = partial(saves.send, BUILT), None
    names: frozenset[str] = frozenset()

    def begun() -> Resident:
        return Resident(read_settings(str(project / "pelicanconf.py")), shown, saves.poll)

    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            run = built(run, begun, names, shown)
            names = _told(saves)


def built(
    run: Resident | None, begun: Callable[[], Resident], names: Collection[str], shown: Callable[[], None]
) -> Resident | None:
    """What goes on after a build; nothing after one that was refused, so that the next begins anew."""
    try:
        run = run or begun()
        run.build(names)
    except SystemExit as refused:
        if isinstance(refused.code, str):
            print(refused.code, file=sys.stderr, flush=True)
    except Exception:
        traceback.print_exc()
    else:
        return run
    shown()
    return None


def _told(saves: Connection) -> frozenset[str]:
    """The names of all files that were saved since somebody asked; waits for the first."""
    names = frozenset(saves.recv())
    while saves.poll():
        names = names.union(saves.recv())
    return names
