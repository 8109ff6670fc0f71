"""Content files before and after a change: the difference on the screen, then all of it on disk or none."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from plugins.catalog.encodings import text_of
from plugins.catalog.git import GitError, git
from plugins.catalog.printing import visible

_NAMED = 5
"""So many files are named one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """The bytes of a file before (None: there was none) and after, and its path before when it moves."""

    path: str
    before: bytes | None
    after: bytes
    moved_from: str = ""

    @property
    def path_before(self) -> str:
        """Where the old bytes stand."""
        return self.moved_from or self.path


def differences(changes: list[Change], folder: str) -> Iterator[str]:
    """The lines of a unified diff; what changes without a visible difference is said in a line."""
    for change in changes:
        old, new = (_lines(data) for data in (change.before, change.after))
        now = f"{folder}/{change.path}"
        was = f"{folder}/{change.path_before}" if change.before is not None else "/dev/null"
        lines = [line.rstrip("\n") for line in unified_diff(old, new, was, now)]
        only = f"aus {was}" if change.moved_from else "Kodierung, Zeilenenden oder unsichtbare Zeichen"
        yield from map(visible, lines or [f"{now}: {only}"])


def report(folder: Path, changes: list[Change], dry_run: bool) -> Iterator[str]:
    """The differences, then what became of them; writes unless it is a dry run."""
    yield from differences(changes, str(folder))
    lost = unsaved(folder, changes)
    if not dry_run:
        write(folder, changes)
    files = f"{len(changes)} {'Datei' if len(changes) == 1 else 'Dateien'}"
    yield f"{files} zu schreiben. Geschrieben ist nichts (DRY_RUN=1)." if dry_run else f"{files} geschrieben."
    if lost and not dry_run:
        yield f"Hinweis: noch nicht in git gesichert, alter Stand nur noch oben: {named(lost)}"


def named(paths: list[str]) -> str:
    """The first of these files, and how many more there are."""
    more = f" und {len(paths) - _NAMED} weitere" if len(paths) > _NAMED else ""
    return ", ".join(map(visible, paths[:_NAMED])) + more


def _lines(data: bytes | None) -> list[str]:
    return (text_of(data or b"") or "").splitlines(keepends=True)


def write(folder: Path, changes: list[Change]) -> None:
    """Each file beside its place first, then all of them in their places."""
    beside: Mapping[Path, Path] = {folder / one.path: _beside(folder / one.path) for one in changes}
    try:
        for change in changes:
            target = folder / change.path
            target.parent.mkdir(parents=True, exist_ok=True)
            beside[target].write_bytes(change.after)
        for target, written in beside.items():
            written.replace(target)
    finally:
        for written in beside.values():
            written.unlink(missing_ok=True)
    for change in changes:
        if change.moved_from:
            (folder / change.moved_from).unlink()


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}")


def unsaved(folder: Path, changes: list[Change]) -> list[str]:
    """The files whose old bytes git does not have; all of them where there is no git."""
    paths = [one.path_before for one in changes if one.before is not None]
    return [path for path in paths if not _is_saved(folder, path)]


def _is_saved(folder: Path, path: str) -> bool:
    try:
        return not git(folder, "status", "--porcelain", "--ignored", "--", path)
    except GitError:
        return False
