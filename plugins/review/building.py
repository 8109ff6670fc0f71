"""All portals of both states, built at the same time by the code that is here, each as a preview."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog.printing import visible

PROJECT = Path(__file__).resolve().parents[2]

_LAST = 3
"""Lines of an error that are told: a reason, its remedy, and which portals were not built."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build that was started; its output is kept from the terminal, where a forge would read commands in it."""

    process: subprocess.Popen[str]
    folder: Path

    @classmethod
    def start(cls, content: Path, folder: Path) -> "Build":
        """Begin to build the portals of a content folder; they will lie below `folder`."""
        wanted = {"CONTENT": str(content.resolve()), "OUTPUT": str(folder.resolve()), "PORTALS": "1", "PREVIEW": "1"}
        process = subprocess.Popen(
            [sys.executable, "-m", "pelican"],
            cwd=PROJECT,
            env={**os.environ, "MUNICIPALITY": "", **wanted},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        return cls(process, folder / "portals")

    def failure(self) -> str:
        """Wait for the end; the last words of a build that failed, or nothing."""
        _, said = self.process.communicate()
        last = said.strip().splitlines()[-_LAST:] or ["ohne Meldung"]
        return visible(" ".join(last)) if self.process.returncode else ""
