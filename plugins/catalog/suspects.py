"""Files in which something stands that should not: what most files have in common is looked at once."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Found = TypeVar("Found")


def suspects(
    names: Iterable[str], read: Callable[[str], bytes], find: Callable[[bytes], Found | None]
) -> Iterator[tuple[str, Found]]:
    """Every file with what `find` sees in its lines; a line in which it saw nothing is not shown to it again."""
    clean: set[bytes] = set()
    for name in names:
        news = [line for line in read(name).split(b"\n") if line not in clean]
        if found := find(b"\n".join(news)):
            yield name, found
        else:
            clean.update(news)
