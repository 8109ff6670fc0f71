"""Text as HTML and what is HTML already: as MarkupSafe has it, for a million values of one build."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Markup of a text, without the question what else it could be of."""


def escaped(value: Any) -> str:
    """HTML of a value as `markupsafe.escape` gives it, without an object around what is only to be written."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def joined(pieces: Iterable[Any]) -> str:
    """What `~` puts together: markup as soon as one piece is."""
    if Markup in map(type, pieces):
        return markup("".join(map(escaped, pieces)))
    return "".join(map(str, pieces))
