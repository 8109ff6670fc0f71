"""Eine Zeile, die mit „1. “ oder „* “ beginnt, wird eine Liste; ein Datum oder eine Fußnote soll keine sein."""

import re
from collections.abc import Iterator

from plugins.catalog import markdown
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity
from plugins.catalog.scanning import scanner

_STEPS = "steps"
"""The field of a procedure, which may well have one step."""

_MARK = re.compile(r"(?:(\d+)([.)])|(\*))[ \t]+(\S+)")
_may_be_a_list = scanner(rf"\n[\s\x1c-\x1f]*{_MARK.pattern}")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Hints on lists of one entry in the place of a paragraph: „1. Januar“ would lose its words for a number."""
    for record, field, text in catalog.texts:
        for line, written, remedy in _alone(text) if _STEPS not in field else ():
            message = f"„{written}“ wird hier eine Liste mit einem einzigen Eintrag"
            hint = f"Soll es ein Satz sein, schreiben Sie: {remedy}"
            yield problem(record, message, hint=hint, field=field, line=line, severity=Severity.HINT)


def _alone(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, beginning and remedy of each such list."""
    if not _may_be_a_list(f"\n{text}"):
        return
    lines = text.split("\n")
    for line in _lists_of_one(text):
        found = _MARK.match(lines[line].lstrip())
        if found and not _is_meant(found, lines[:line]):
            number, dot, _, word = found.groups()
            yield line, found[0], rf"{number}\{dot} {word}" if number else rf"\* {word}"


def _is_meant(found: re.Match[str], before: list[str]) -> bool:
    """True after a colon, and for a star that begins the text: a list may well have one entry."""
    said = "\n".join(before).rstrip()
    return said.endswith(":") or (bool(found[3]) and not said)


def _lists_of_one(text: str) -> Iterator[int]:
    """The lines of lists with one entry that stand in no other list and no quotation."""
    start, entries = 0, 0
    for token in markdown.tokens(text):
        if token.type in {"ordered_list_open", "bullet_list_open"} and token.level == 0 and token.map:
            start, entries = token.map[0], 0
        elif token.type == "list_item_open" and token.level == 1:
            entries += 1
        elif token.type in {"ordered_list_close", "bullet_list_close"} and token.level == 0 and entries == 1:
            yield start
