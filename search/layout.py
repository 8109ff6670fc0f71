"""Which part of an index stands in which file, by the size of the directory."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.postings import Postings
from search.pruning import WHOLE_UP_TO

SHARDED_FROM = 2_000
"""From so many documents on, a query is faster with a second request than with all postings in the first."""

SHARD = 4_000
"""How many numbers a file of postings has, about: three kilobytes."""

CHUNK = 16
"""How many documents share a file of rows where only the shown ones are fetched."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of the rows that stand apart, how many documents a file of them has, and whether postings do too.

    What is counted over all hits never stands apart.
    """

    apart: tuple[str, ...] = ()
    chunk: int = 0
    sharded: bool = False

    @classmethod
    def of(cls, documents: int) -> "Layout":
        """The layout for so many documents."""
        if documents <= WHOLE_UP_TO:
            return cls()
        if documents < SHARDED_FROM:
            return cls(("summary",), documents)
        return cls(("url", "title", "summary"), CHUNK, sharded=True)

    def shards(self, terms: Sequence[Postings]) -> list[int]:
        """The numbers of the first term of each file of postings; empty when they stand in the index itself."""
        if not self.sharded:
            return []
        starts, filled = [0], 0
        for number, places in enumerate(terms):
            if filled >= SHARD:
                starts.append(number)
                filled = 0
            filled += places.numbers
        return starts
