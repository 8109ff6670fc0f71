"""What processes that write one output tell each other: where things go, and what waits to be brought there."""

import os
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """Where a folder or a file goes; nothing is there when it is `new`, or inside of what is."""

    path: str
    is_new: bool = False


class Written(NamedTuple):
    """What one part of a build has done: digests by name, how many files are new, its folders, what waits where."""

    digests: dict[str, str]
    changed: int
    entered: dict[str, Place]
    waiting: list[tuple[str, str]]

    @property
    def waits(self) -> bool:
        """False when somebody has begun to bring it into its place."""
        return all(os.path.lexists(new) for new, _ in self.waiting)


class Shared(NamedTuple):
    """What somebody has to know who writes a part of the files: the folders, the hidden one, those that are new."""

    folder: Path
    new: str
    entered: dict[str, Place]
    fresh: list[Path]
