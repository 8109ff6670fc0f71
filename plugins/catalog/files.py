"""The files of a content folder: which are read, which are notes, which are litter."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.catalog.places import Place, Problem, Severity

MAX_FILES = 200_000
MAX_BYTES = 64 * 1024
"""Of one text, unless its kind says otherwise."""

MAX_TOTAL = 256 * 1024 * 1024
"""Bytes of all texts together, which stay in memory with what is made of them; pictures and PDFs do not."""

_LITTER = frozenset(("thumbs.db", "desktop.ini"))
_LITTER_ENDS = ("~", ".swp")
_NOTES = ("readme.md", "license", "licence", "source.txt")


def content_files(folder: Path) -> Iterator[Path]:
    """All files below a folder in a fixed order; what is hidden or left behind by a program is no content."""
    return (folder / name for name in content_names(folder))


def content_names(folder: Path) -> Iterator[str]:
    """Their paths from there on, of which there are thousands."""
    start = len(f"{folder}/")
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        closed = [name for name in folders if _is_closed(Path(parent) / name)]
        inside = f"{parent}/"[start:]
        yield from (inside + name for name in sorted([*files, *closed]) if not _is_litter(name.lower()))


def _is_closed(folder: Path) -> bool:
    """True for a folder that is not walked through: a link, or one we may not look into."""
    return folder.is_symlink() or not os.access(folder, os.R_OK | os.X_OK)


def excess(sizes: Sequence[tuple[str, int]]) -> Problem | None:
    """What is said of more files (path, bytes), or of more text in them, than the memory of a build is meant for."""
    files, size = len(sizes), sum(size for path, size in sizes if path.endswith((".md", ".yaml")))
    if files <= MAX_FILES and size <= MAX_TOTAL:
        return None
    much = f"{files} Dateien" if files > MAX_FILES else f"{size // 1024**2} MiB Text"
    most = f"{MAX_FILES} Dateien mit zusammen {MAX_TOTAL // 1024**2} MiB Text"
    return Problem(Place(), f"Die Inhalte sind zu groß: {much}", f"Höchstens {most}; teilen Sie sie auf.", rule="file")


def _is_litter(name: str) -> bool:
    return name.startswith(".") or name.endswith(_LITTER_ENDS) or name in _LITTER


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
