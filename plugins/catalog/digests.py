"""What a portal is made of, as digests that two builds can compare, or two machines."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from plugins.catalog import manifest
from plugins.catalog.files import content_names
from plugins.catalog.history import History, history

PROJECT = Path(__file__).resolve().parents[2]
_CODE = ("plugins", "search", "theme")
_FILES = ("pelicanconf.py", "package-lock.json", "requirements/build.txt")


def of_content(content: Path) -> str:
    """Every file of a content folder, and what git says of when they changed. Raises `OSError`."""
    return _digest(manifest.written(of_files(content)), of_history(history(content)).encode())


def of_files(content: Path) -> Mapping[str, str]:
    """The digest of every file of a content folder by its path. Raises `OSError`."""
    return digested(content, (name for name in content_names(content) if (content / name).is_file()))


def digested(content: Path, paths: Iterable[str]) -> Mapping[str, str]:
    """The digest of each of these files by its path. Raises `OSError`."""
    return {path: manifest.file_digest(f"{content}/{path}") for path in paths}


def of_history(past: History) -> str:
    """When every file changed, and why, or why nobody knows."""
    return _digest(repr(sorted(past.commits.items())).encode(), past.gap.encode())


@cache
def of_code(project: Path = PROJECT) -> str:
    """Everything of ours that decides about a byte of a portal, and which packages it asks for, when a process began.

    A process runs the code it has read, whatever is put in its place meanwhile.
    """
    below = (f"{above}/{name}" for folder in _CODE for above, _, names in os.walk(project / folder) for name in names)
    files = (path for path in (*below, *(f"{project}/{file}" for file in _FILES)) if not path.endswith(".pyc"))
    there = filter(os.path.isfile, files)
    return _digest(manifest.written({path.removeprefix(f"{project}/"): manifest.file_digest(path) for path in there}))


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
