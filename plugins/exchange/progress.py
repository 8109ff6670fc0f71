"""Progress of long work, for people who watch."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def watched(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items one by one, counted on stderr while a terminal shows it."""
    shows = sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        if shows:
            print(f"\r{what}: {number} von {len(items)}", end="", file=sys.stderr, flush=True)
        yield item
    if shows and items:
        print(file=sys.stderr)
