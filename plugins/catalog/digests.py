"""What a portal is made of, as digests that two builds can compare, or two machines."""

import hashlib
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
    below = (path for folder in _CODE for path in (project / folder).rglob("*") if path.suffix != ".pyc")
    files = (path for path in (*below, *(project / file for file in _FILES)) if path.is_file())
    found = {path.relative_to(project).as_posix(): manifest.file_digest(path) for path in files}
    return _digest(manifest.written(found))


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
