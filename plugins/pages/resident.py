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
from plugins.pages.incremental.past import Past
from plugins.pages.run import PortalRun

BUILT = "built"
"""What is said when there is something new to see, or a build has ended without."""


class Resident(PortalRun):
    """A run for one save after the other; calls `shown` when there is something new to see, or a build has ended."""

    def __init__(self, settings: dict[str, Any], shown: Callable[[], None]) -> None:
        self.shown, self._since = shown, time.monotonic()
        super().__init__(settings)

    def build(self) -> None:
        """Build what is new, whatever it is."""
        self.run()
        self.shown()
        self._look()

    def save(self, names: Collection[str]) -> None:
        """Build what these files of the content change, and what else has changed."""
        self._since, self.stages = time.monotonic(), Stages()
        self.ready = self._edited() if self.past.hear(names) else None
        if self.ready:
            self.run()
            if self._look():
                return
        self.build()

    def _placed(self, written: int) -> None:
        """The pages can be seen; nobody waits for the search."""
        passed = round(1000 * (time.monotonic() - self._since))
        print(f"{written} Dateien nach {passed} ms geschrieben; die Suche folgt", flush=True)
        self.shown()

    def _look(self) -> bool:
        """See what is there now; true when all of it is built."""
        gc.unfreeze()
        gc.collect()
        self.history = history(Path(self.settings["PATH"]))
        self.past = Past.of(self.settings, self.history)
        is_all = self.past.unchanged() is not None and bool(self.past.known and self.past.stored)
        gc.freeze()
        return is_all


def stay(project: Path, saves: Connection) -> None:
    """Build, and again after each message with names of saved files, until somebody ends it; answers `BUILT`."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    settings, shown = partial(read_settings, str(project / "pelicanconf.py")), partial(saves.send, BUILT)
    run: Resident | None = None
    names: frozenset[str] = frozenset()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            run = built(run, settings, names, shown)
            names = _told(saves)


def built(
    run: Resident | None, settings: Callable[[], dict[str, Any]], names: Collection[str], shown: Callable[[], None]
) -> Resident | None:
    """What goes on after a build; nothing after one that was refused, so that the next begins anew."""
    try:
        if run:
            run.save(names)
        else:
            run = Resident(settings(), shown)
            run.build()
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
        names |= saves.recv()
    return names
