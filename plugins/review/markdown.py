"""Text of unknown origin in a comment: as code, where no forge reads links, names or commands."""

import re
from collections.abc import Iterable, Sequence

from plugins.catalog.printing import visible

_WIDTH = 300


def code(text: str) -> str:
    """Some words within a line."""
    shown = cut(visible(text)) or " "
    fence = "`" * (_longest_run(shown) + 1)
    gap = " " if "`" in shown else ""
    return f"{fence}{gap}{shown}{gap}{fence}"


def block(lines: Iterable[str], language: str = "text") -> str:
    """Lines of their own, each cut where nobody reads on."""
    shown = [cut(visible(line)) for line in lines]
    fence = "`" * max(3, _longest_run("\n".join(shown)) + 1)
    return "\n".join([f"{fence}{language}", *shown, fence])


def first(lines: Sequence[str], most: int, what: str) -> list[str]:
    """The first lines, and how many more there are: „… und 12 weitere Zeilen“."""
    more = len(lines) - most
    return [*lines[:most], f"… und {more} weitere {what}"] if more > 0 else list(lines)


def cut(text: str) -> str:
    """A long line without its end."""
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]} …"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
