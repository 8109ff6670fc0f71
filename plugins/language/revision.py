"""The content as it was at a revision of git."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from plugins.catalog.catalog import Catalog, load


class UnknownRevisionError(Exception):
    """Git has no content at this revision; says so in German."""


def catalog_at(revision: str, folder: Path) -> Catalog:
    """The catalog of a content folder at a revision. Git writes it into a temporary folder, nothing else changes."""
    wanted = f"{revision}^{{commit}}"
    commit = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).decode().strip()
    packed = git(folder, "archive", "--format=tar", commit) if commit else b""
    if not packed:
        raise UnknownRevisionError(f"Den Stand „{revision}“ kennt git nicht, oder {folder} gab es dort noch nicht.")
    with tempfile.TemporaryDirectory() as unpacked, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(unpacked, filter="data")
        return load(Path(unpacked))[0]


def git(folder: Path, *arguments: str) -> bytes:
    """What git answers about a folder; nothing when it refuses, or is not there."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False).stdout  # noqa: S603
    except OSError:
        return b""
