"""A request: two states of the content, what differs between them, and who asks."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.catalog.catalog import Catalog
from plugins.catalog.places import Problem, Severity
from plugins.catalog.validation import validated

GENERATED = frozenset({".github/CODEOWNERS"})
"""What `make owners` writes from the content belongs to a change of the content."""


@dataclass(frozen=True)
class State:
    """The content at one time, with its problems."""

    folder: Path

    @cached_property
    def _read(self) -> tuple[Catalog, list[Problem]]:
        return validated(self.folder)

    @property
    def catalog(self) -> Catalog:
        """What is written there, also in files with mistakes as far as they could be read."""
        return self._read[0].with_partial()

    @property
    def problems(self) -> list[Problem]:
        """Everything the check says."""
        return self._read[1]


@dataclass(frozen=True)
class Request:
    """`changed` are paths of the repository; `name` is the path of the content inside it.

    `author` is None where nobody asks yet, at the desk, and empty where the forge does not say.
    """

    before: State
    after: State
    changed: tuple[str, ...]
    name: str = "content"
    author: str | None = None
    approved_by: tuple[str, ...] = ()
    strange: tuple[Problem, ...] = ()

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The changed files of the content, as paths inside it."""
        start = "" if self.name == "." else f"{self.name}/"
        return tuple(path.removeprefix(start) for path in self.changed if path.startswith(start))

    @cached_property
    def code(self) -> tuple[str, ...]:
        """The changed files of everything else."""
        start = "" if self.name == "." else f"{self.name}/"
        return tuple(path for path in self.changed if not path.startswith(start) and path not in GENERATED)

    @property
    def agreed(self) -> tuple[str, ...]:
        """The accounts that made or approved it."""
        return tuple(account for account in (self.author, *self.approved_by) if account)

    @cached_property
    def problems(self) -> list[Problem]:
        """All errors, and the hints in files that the request touches; what is `strange`, git alone knew."""
        touched = set(self.content)
        return [*self.strange] + [
            one for one in self.after.problems if one.severity is Severity.ERROR or one.place.path in touched
        ]
