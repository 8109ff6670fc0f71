"""Loaded by the workers of the tests, for which a tiny portal is large: whoever first does `HALTED` halts.

That is a folder of moments, where the id of the process will stand: `finish-kleinstadt` in front of the last step of
that portal, `piece-kreis-muster` behind a piece of that one. A moment counts from when somebody makes its folder.
"""

import os
import time
from pathlib import Path

from plugins.pages import elsewhere, sheets
from plugins.pages.output import Output
from plugins.pages.sheets import Made, Work

finish, result = Output.finish, sheets.result


def _halted_once(moment: str, folder: Path) -> None:
    note = Path(os.environ["HALTED"]) / f"{moment}-{folder.name}" / "pid"
    if note.parent.exists() and not note.exists():
        note.write_text(str(os.getpid()))
        time.sleep(600)


def _finish(self: Output) -> int:
    _halted_once("finish", self.folder)
    return finish(self)


def _result(work: Work, part: Output) -> Made | Exception:
    made = result(work, part)
    _halted_once("piece", part.folder)
    return made


sheets.MOST = 7
elsewhere.LARGE = int(os.environ["LARGE"])
Output.finish = _finish  # type: ignore[method-assign]
sheets.result = _result
