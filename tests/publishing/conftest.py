"""Portals put online: small sites made by hand, and the tiny world by the real command."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.catalog import manifest
from plugins.publishing.home import Home
from plugins.publishing.notes import Note
from tests.conftest import CONTENT
from tests.portals import PROJECT, TINY_DAY, TINY_URL, inherited


def site(folder: Path, **files: str) -> Path:
    """A whole site: `home="…"` is `home.html`, and its manifest."""
    return put(folder, {f"{name}.html": text.encode() for name, text in files.items()})


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files, and the manifest of all that are there."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / manifest.NAME).write_bytes(manifest.written(manifest.measured(folder)))
    return folder


def at_home(folder: Path, *texts: str) -> Home:
    """A home with releases `x-1`, `x-2`, … of one page each, the last one online."""
    home = Home(folder)
    home.prepare()
    for text in texts:
        follows = home.current.name if home.current else ""
        home.take_in(site(folder / "made", page=text), "x", Note(follows=follows))
    return home


def served(home: Home) -> dict[str, str]:
    """What the public sees: every file with its digest."""
    return manifest.measured(home.link.resolve())


def left_behind(home: Home) -> list[str]:
    """What no command may leave."""
    ours = {"releases", "current", "before", ".lock", "portals"}
    return [path.name for path in home.folder.iterdir() if path.name not in ours]


@dataclass(frozen=True)
class Desk:
    """Content, and a home to publish it to."""

    content: Path
    home: Home

    def command(self, *arguments: str) -> list[str]:
        """`publish`, `rollback` and so on, on this home."""
        return [sys.executable, "-m", "plugins.publishing", "--output", str(self.home.folder), *arguments]

    def publishing(self, *arguments: str) -> list[str]:
        """The portal of Großstadt, or what the arguments say."""
        portal = () if "--portals" in arguments else ("--url", TINY_URL, "--municipality", "grossstadt")
        return self.command("publish", *portal, *arguments, str(self.content))

    def run(self, command: list[str], **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run one to its end."""
        return subprocess.run(
            command, cwd=PROJECT, env=self.environment | environment, capture_output=True, encoding="utf-8"
        )

    @property
    def environment(self) -> dict[str, str]:
        """No setting of whoever runs the tests counts."""
        return inherited() | {"SOURCE_DATE_EPOCH": str(TINY_DAY)}

    def publish(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Publish it."""
        return self.run(self.publishing(*arguments), **environment)

    def say(self, deadline: str) -> None:
        """Change a sentence of the content."""
        file = self.content / "services" / "hund-anmelden.md"
        head, title, rest = file.read_text("utf-8").partition("## Fristen\n\n")
        file.write_text(f"{head}{title}{deadline}\n\n{rest.partition('## ')[2].join(['## ', ''])}", "utf-8")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The tiny world, published once; copy it before you change something."""
    folder = tmp_path_factory.mktemp("first")
    desk = Desk(shutil.copytree(CONTENT, folder / "content"), Home(folder / "home"))
    done = desk.publish()
    assert done.returncode == 0, done.stdout + done.stderr
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    """The same in folders of its own."""
    content = shutil.copytree(first.content, tmp_path / "content")
    return Desk(content, Home(shutil.copytree(first.home.folder, tmp_path / "home", symlinks=True)))
