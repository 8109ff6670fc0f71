"""Where something stands in the content, and what is wrong with it there."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is; errors stop the build, hints never do."""

    ERROR = "Fehler"
    HINT = "Hinweis"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a content file; `path` is relative to the content folder, lines and columns count from 1."""

    path: str = ""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Origin(ABC):
    """Where a record is written: which files at once, which lines when somebody asks."""

    __slots__ = ()

    @property
    @abstractmethod
    def path(self) -> str:
        """The file in which it begins."""

    @property
    def files(self) -> frozenset[str]:
        """All files in which its values stand."""
        return frozenset({self.path})

    def file(self, field: str) -> str:
        """The file that has the say about a field."""
        return self.path

    @abstractmethod
    def places(self) -> Mapping[str, Place]:
        """Where each written field stands; the empty name is the start of the record."""


@dataclass(frozen=True, slots=True)
class Known(Origin):
    """The origin of a record in one file whose places are known from the start."""

    fields: Mapping[str, Place]

    @property
    def path(self) -> str:
        """The file in which it begins."""
        return self.fields[""].path if self.fields else ""

    def places(self) -> Mapping[str, Place]:
        """Where each written field stands."""
        return self.fields


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding, in German, with its remedy; `rule` is the name of the check that found it."""

    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""
