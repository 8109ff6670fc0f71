"""Files in which something stands that should not: what most files have in common is looked at once."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

Found = TypeVar("Found")

GAP = b"\0"
"""Stands for lines that were looked at before."""


def suspects(
    names: Iterable[str], read: Callable[[str], bytes], find: Callable[[bytes], Found | None]
) -> Iterator[tuple[str, Found]]:
    """Every file with what `find` sees in it; a line between two neighbours in which it saw nothing is not shown again.

    The neighbours count, because a name may go on in the next line.
    """
    clean: set[tuple[bytes, bytes]] = set()
    for name in names:
        lines = [*filter(None, map(bytes.strip, read(name).split(b"\n"))), b""]
        pairs = list(pairwise(lines))
        if found := find(b"\n".join(_news(pairs, clean))):
            yield name, found
        else:
            clean.update(pairs)


def _news(pairs: Iterable[tuple[bytes, bytes]], clean: set[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """The lines of all pairs that are new, each once where they follow each other."""
    last: bytes | None = None
    for first, second in (pair for pair in pairs if pair not in clean):
        if last is not first:
            yield from (first,) if last is None else (GAP, first)
        yield second
        last = second
