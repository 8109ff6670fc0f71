"""Is there room for one more release? Asked before anything is built."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from plugins.publishing.counting import size_in_words
from plugins.publishing.errors import PublishError
from plugins.publishing.tree import Tree

TIMES = 3
"""The new release, as much again for what grew, and room to breathe."""

FIRST = 50 * 1024 * 1024
"""What is asked for when nothing is known about the size of the portals."""

_BLOCK = 4096


def check(folder: Path, last: Iterable[Tree]) -> None:
    """Raises `PublishError` when the disk has less room than the last releases, three times over, would take."""
    known = sum(_on_disk(tree) for tree in last)
    needed, free = known * TIMES or FIRST, shutil.disk_usage(folder).free
    if free < needed:
        why = "dreimal die letzte Veröffentlichung" if known else "für die erste Veröffentlichung"
        raise PublishError(
            f"Der Platz reicht nicht: In {folder} sind {size_in_words(free)} frei, "
            f"gebraucht werden {size_in_words(needed)} ({why}). "
            "Schaffen Sie Platz und veröffentlichen Sie dann noch einmal."
        )


def _on_disk(tree: Tree) -> int:
    """Files take whole blocks."""
    sizes = (path.stat().st_size for path in map(tree.folder.joinpath, tree.digests) if path.is_file())
    return sum(-(-size // _BLOCK) * _BLOCK for size in sizes)
