"""The files of a content folder: which are read, which are notes, which are litter."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from plugins.catalog.places import Place, Problem, Severity
from plugins.catalog.source import MAX_BYTES

_LITTER = (".*", "*~", "*.swp", "thumbs.db", "desktop.ini")
_NOTES = ("readme.md", "license", "licence", "source.txt")


def content_files(folder: Path) -> Iterator[Path]:
    """All files below a folder in a fixed order; what is hidden or left behind by a program is no content."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        yield from (Path(parent) / name for name in sorted([*files, *links]) if not _is_litter(name))


def _is_litter(name: str) -> bool:
    return any(fnmatch(name.lower(), pattern) for pattern in _LITTER)


def is_note(path: str) -> bool:
    """True for a file that explains a folder to people."""
    return path.rsplit("/", 1)[-1].lower() in _NOTES


def stray(path: str) -> Problem:
    """A file that is not read: a hint for a note, an error for any other."""
    if is_note(path):
        return Problem(Place(path), "Diese Datei wird nicht veröffentlicht", severity=Severity.HINT, rule="file")
    return Problem(
        Place(path),
        "Diese Datei gehört zu keinem Ordner der Inhalte",
        "Dienstleistungen liegen als services/<name>.md, andere Angaben als <ordner>/<name>.yaml.",
        rule="file",
    )


def text_of(path: Path) -> str:
    """What is written in a file that could not be read, as far as that can be told."""
    if not path.is_file() or path.is_symlink():
        return ""
    with path.open("rb") as file:
        return file.read(MAX_BYTES).replace(b"\0", b"").decode("utf-8", "replace")
