"""Hints on how a text reads, one per file; a file's name is the hint's code.

A rule is a function `find(text) -> Iterator[Problem]`. It sees all passages of one text and says with each finding
what to write instead. Hints never block.
"""

from plugins.catalog.places import Problem, Severity
from plugins.language.prose import Passage

_EXTRACT = 60


def hint(passage: Passage, offset: int, message: str, remedy: str) -> Problem:
    """A finding at a letter of a passage."""
    return Problem(passage.place(offset), message, remedy, Severity.HINT)


def extract(words: str) -> str:
    """The beginning of a sentence, at most sixty letters, in quotes."""
    shown = words if len(words) <= _EXTRACT else f"{words[:_EXTRACT].rsplit(' ', 1)[0]} …"
    return f"„{shown}“"
