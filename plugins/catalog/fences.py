"""Code blocks between ``` or ~~~ lines, where nothing is a heading. A fence that nothing closes fences nothing."""

import re
from collections.abc import Sequence

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def fenced(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines in closed code blocks, from 0."""
    return _read(lines)[0] if any(map(_FENCE.match, lines)) else frozenset()


def unclosed(text: str) -> int | None:
    """The line, from 0, of a fence that nothing closes."""
    return _read(text.split("\n"))[1] if "```" in text or "~~~" in text else None


def without_code(text: str) -> str:
    """The text with empty lines in place of its code blocks."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    code = fenced(lines)
    return "\n".join("" if number in code else line for number, line in enumerate(lines))


def _read(lines: Sequence[str]) -> tuple[frozenset[int], int | None]:
    inside: set[int] = set()
    fence, start = "", 0
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if found and not fence:
            fence, start = found[1], number
        elif found and found[1].startswith(fence) and not line.strip().strip(found[1][0]):
            inside.update(range(start, number + 1))
            fence = ""
    return frozenset(inside), start if fence else None
