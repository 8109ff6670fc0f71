"""Where something stands in the content, and what is wrong with it there."""

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


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding, in German, with its remedy; `rule` is the name of the check that found it."""

    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""
