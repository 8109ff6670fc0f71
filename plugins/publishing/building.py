"""The build, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.publishing.identity import PROJECT


@dataclass(frozen=True)
class Wanted:
    """What is to be published: one portal at `url`, or `portals`, each at its own address.

    `allowed` is how much which gates may find, `before` is a portal to compare with where none is online here, `more`
    goes to Pelican as it is.
    """

    content: Path
    municipality: str = ""
    url: str = ""
    portals: bool = False
    allowed: Sequence[str] = ()
    before: Path | None = None
    more: Sequence[str] = ()


def build(wanted: Wanted, folder: Path, lock: int) -> bool:
    """Build into a folder; what is wrong has been said when it fails. The lock is held as long as the build lives."""
    own = {
        "GATED": "1",
        "CONTENT": str(wanted.content.resolve()),
        "MUNICIPALITY": wanted.municipality,
        "OUTPUT": str(folder.resolve()),
        "PORTALS": "1" if wanted.portals else "0",
        "SITEURL": wanted.url,
    }
    command = [sys.executable, "-m", "pelican", "--settings", "publishconf.py", *wanted.more]
    done = subprocess.run(command, cwd=PROJECT, env={**os.environ, **own}, pass_fds=[lock], check=False)  # noqa: S603
    return done.returncode == 0
