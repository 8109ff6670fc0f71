"""The last build into an output folder, as the next one sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.catalog import digests
from plugins.catalog.history import History
from plugins.catalog.kept import Kept
from plugins.catalog.places import Problem
from plugins.pages.incremental import left
from plugins.pages.incremental.ingredients import Ingredients, ingredients, stamps
from plugins.pages.incremental.left import Left


@dataclass
class Past:
    """What this build is made of, and what the last one left; with nothing known everything is done anew.

    `problems` are those that this build has found.
    """

    made: Ingredients | None = None
    content: Path = Path()
    output: Path = Path()
    kept: Kept = field(default_factory=lambda: Kept(Path()))
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, settings: Mapping[str, Any], past: History) -> "Past":
        """For one portal; of many, each is built as often as somebody asks."""
        if settings["PORTALS"]:
            return cls()
        output, kept = Path(settings["OUTPUT_PATH"]), Kept(Path(settings["CACHE_PATH"]) / "builds")
        return cls(ingredients(settings, digests.of_history(past)), Path(settings["PATH"]), output, kept)

    @cached_property
    def left(self) -> Left | None:
        """What the last build left, where every file of it is still there."""
        found = left.remembered(self.kept, self.output) if self.made else None
        return found if found and found.is_there(self.output) else None

    def unchanged(self) -> Left | None:
        """What the last build left, where this one would write and say the same."""
        return self.left if self.left and self.left.ingredients == self.made else None

    def keep(self, shown: str) -> None:
        """Remember this build, unless its content moved while it ran."""
        if self.made and stamps(self.content) == self.made.stamps:
            left.keep(left.left(self.made, self.problems, shown, self.output), self.kept, self.output)
