"""All portals of both states, built at the same time by the code that is here, each as a preview."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog.printing import visible

PROJECT = Path(__file__).resolve().parents[2]


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
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        return cls(process, folder / "portals")

    def failure(self) -> str:
        """Wait for the end; the last words of a build that failed, or nothing."""
        said, _ = self.process.communicate()
        return visible((said.strip().splitlines() or ["ohne Meldung"])[-1]) if self.process.returncode else ""
