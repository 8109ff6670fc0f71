"""A build: the short way where the last one left little to do, else Pelican's. All options are Pelican's."""

import argparse
import os
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.catalog.kept import Kept
from plugins.pages.incremental import left
from plugins.pages.incremental.past import BUILDS
from plugins.pages.short import ShortRun

_PATHS = ("PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME")


def main(arguments: Sequence[str]) -> None:
    """Build the portal of a settings file."""
    asked = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    asked.add_argument("-s", "--settings", default="pelicanconf.py")
    known, more = asked.parse_known_args(arguments)
    settings = None if more else settings_of(Path(known.settings))
    short = ShortRun(settings) if settings else None
    if short and short.is_done():
        return

    from pelican import main as pelican

    from plugins.pages.run import PortalRun

    PortalRun.before = short
    pelican([*arguments])


def settings_of(file: Path) -> dict[str, Any] | None:
    """Those of a settings file, beside what else the last build by this code was set to; None where none is known."""
    own = {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}
    relative = (name for name in _PATHS if not Path(own[name]).is_absolute())
    own |= {name: os.path.abspath(file.parent / own[name]) for name in relative}  # noqa: PTH100 - as Pelican does
    before = left.remembered(Kept(Path(own["CACHE_PATH"]) / BUILDS), Path(own["OUTPUT_PATH"]))
    return {**before.ingredients.settings, **own} if before else None


if __name__ == "__main__":
    main(sys.argv[1:])
