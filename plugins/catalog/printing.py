"""Problems as text for people, sorted by place, with a count at the end."""

import re
from collections.abc import Sequence

from plugins.catalog.places import Problem, Severity

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def as_text(problems: Sequence[Problem], folder: str = "content") -> str:
    """One block per problem: `path:line:column: message  [rule]`, the remedy below; errors before hints; a count."""
    ordered = sorted(problems, key=lambda found: (found.severity is Severity.HINT, found.place, found.message))
    return "\n".join([block(found, folder) for found in ordered] + [summary(problems)])


def block(found: Problem, folder: str) -> str:
    """One problem in two lines, the second with its remedy."""
    label = "Hinweis: " if found.severity is Severity.HINT else ""
    place = f"{folder}/{found.place}" if found.place.path else folder
    lines = [f"{place}: {label}{found.message}  [{found.rule}]"]
    if found.hint:
        lines.append(f"    → {found.hint}")
    return "\n".join(map(visible, lines))


def visible(line: str) -> str:
    """What would break a line or a terminal, written as an escape: a file may be named with a line break."""
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


def summary(problems: Sequence[Problem]) -> str:
    """`3 Fehler, 1 Hinweis in 2 Dateien`, or that all is well."""
    errors = sum(found.severity is Severity.ERROR for found in problems)
    hints = len(problems) - errors
    if not problems:
        return "Keine Fehler."
    files = len({found.place.path for found in problems})
    hint_word = "Hinweis" if hints == 1 else "Hinweise"
    return f"{errors} Fehler, {hints} {hint_word} in {files} {'Datei' if files == 1 else 'Dateien'}"
