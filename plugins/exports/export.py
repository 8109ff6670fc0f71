"""What an export makes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.catalog.published import Published


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export: its path in the portal (`daten/115.csv`), and its bytes piece by piece.

    What grows with the number of services comes in many pieces, so that it is never held as a whole.
    """

    path: str
    pieces: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file that people may want; `title` is German, empty where only its form differs from the first."""

    path: str
    media_type: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """One data set: its German title and description, its media type, the standard it follows, how it is made.

    `path` is the file people are led to, `others` those they may want beside it; `files` may yield more.
    """

    path: str
    title: str
    description: str
    media_type: str
    files: Callable[[Published], Iterator[File]]
    conforms_to: str | None = None
    others: tuple[Distribution, ...] = ()

    @property
    def distributions(self) -> tuple[Distribution, ...]:
        """Every file that people may want, first the one they are led to."""
        return (Distribution(self.path, self.media_type), *self.others)
