"""Loaded by the workers of the tests: the first one that has written `kleinstadt` halts before it says so."""

import os
import time
from pathlib import Path

from plugins.pages.output import Output

finish = Output.finish


def _halt_once(self: Output) -> int:
    note = Path(os.environ["HALTED"])
    if self.folder.name == "kleinstadt" and note.parent.exists() and not note.exists():
        note.write_text(str(os.getpid()))
        time.sleep(600)
    return finish(self)


Output.finish = _halt_once  # type: ignore[method-assign]
