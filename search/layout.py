"""Which part of an index stands in which file, by the size of the directory."""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE_UP_TO = 150
"""So many documents need no file of names before the index: it is hardly larger."""

SHARDED_FROM = 2_000
"""From so many documents on, a query is faster with a second request than with all postings in the first."""

SHARD = 4_000
"""How many numbers a file of postings has, about: three kilobytes."""

CHUNK = 16
"""How many documents share a file of rows where only the shown ones are fetched."""

WORDS = 10
"""How many words of its text a document of a very large directory keeps."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Whether the names come before the index, and how the index of a very large directory is cut.

    `apart` are the columns of the rows in files of their own, `chunk` is how many documents such a file has, `words`
    how many of its text a document keeps (None: all). What is counted over all hits never stands apart.
    """

    names_first: bool = False
    apart: tuple[str, ...] = ()
    chunk: int = 0
    sharded: bool = False
    words: int | None = None

    @classmethod
    def of(cls, documents: int) -> "Layout":
        """The layout for so many documents."""
        if documents < SHARDED_FROM:
            return cls(names_first=documents > WHOLE_UP_TO)
        return cls(apart=("url", "title", "summary"), chunk=CHUNK, sharded=True, words=WORDS)

    def shards(self, numbers: Iterable[int]) -> list[int]:
        """The first term of each file of postings, given how many numbers each has; none when all are in the index."""
        if not self.sharded:
            return []
        starts, filled = [0], 0
        for place, of_term in enumerate(numbers):
            if filled >= SHARD:
                starts.append(place)
                filled = 0
            filled += of_term
        return starts
