"""Numbers, sizes and lists as operators read them."""

from collections.abc import Sequence

_FIRST = 3


def number(count: int) -> str:
    """„12.345“."""
    return f"{count:,}".replace(",", ".")


def counted(count: int, one: str, several: str) -> str:
    """„1 Seite“, „12.345 Seiten“."""
    return f"{number(count)} {one if count == 1 else several}"


def first(names: Sequence[str]) -> str:
    """The first names of a long list, and how many more there are: „/a/, /b/, /c/ und 12 weitere“."""
    more = f" und {number(len(names) - _FIRST)} weitere" if len(names) > _FIRST else ""
    return ", ".join(names[:_FIRST]) + more


def size_in_words(size: int) -> str:
    """`612 kB`, `4,5 MB`, `120 MB`."""
    if size < 1_000_000:
        return f"{size // 1000} kB"
    megabytes = size / 1_000_000
    return f"{megabytes:.1f} MB".replace(".", ",") if megabytes < 100 else f"{number(round(megabytes))} MB"
