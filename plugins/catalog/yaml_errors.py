"""libyaml's complaints as German sentences, at the line where the mistake was made.

libyaml often notices a mistake lines later, and says the same for different mistakes. So the written lines are looked
at before a message is chosen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

QUOTE = "Setzen Sie den ganzen Wert in Anführungszeichen"
_KEY_WITHOUT_SPACE = re.compile(r"(\s*(?:- +)?[a-z_]+):([^\s/].*)")
_DASH_WITHOUT_SPACE = re.compile(r"\s*-([^\s-].*)")
_OPENED_QUOTE = re.compile(r"\s*(?:- +)?(?:[\w-]+: +)?([\"'])")
_SEVERAL = re.compile(r"\s*(?:- +)?(?:[\w-]+: +)?[\[{]")
_TAB = re.compile(r" *\t")
_STARTS = (
    "while scanning a simple key",
    "while scanning a quoted scalar",
    "while scanning an a",
    "while parsing a flow",
)
_SIMPLE = {
    "found undefined tag handle": ("Ausrufezeichen am Anfang eines Werts", f"{QUOTE}."),
    "did not find expected '-'": ("Der Listeneintrag beginnt nicht mit „- “", "Schreiben Sie: - Eintrag"),
    "sequence entries are not allowed": (
        "Ein Wert darf nicht mit „- “ beginnen",
        "Setzen Sie „- “ in eine neue Zeile.",
    ),
    "found unknown escape character": (
        "Umgekehrter Schrägstrich \\ in Anführungszeichen",
        "Löschen Sie \\ oder schreiben Sie es doppelt: \\\\",
    ),
}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong and what to do; line and column count from 0 within the text.

    `mended` is the line without the mistake and its indentation, where there is only one way to mend it.
    """

    line: int
    column: int
    message: str
    hint: str
    mended: str = ""


def explain(error: yaml.YAMLError, lines: Sequence[str]) -> Complaint:
    """The mistake behind an error, for the text with these lines."""
    context, found = str(getattr(error, "context", "")), str(getattr(error, "problem", None) or error)
    noticed = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None) if context.startswith(_STARTS) else None
    line, column = _position(begun or noticed)
    written = lines[line] if line < len(lines) else ""
    if _TAB.match(written):
        message = "Die Zeile beginnt mit einem Tabulator"
        return Complaint(line, 0, message, "Rücken Sie mit Leerzeichen ein.", written.strip())
    if context.startswith("while scanning a simple key"):
        return _no_key(lines, line, column)
    if context.startswith("while scanning a quoted scalar"):
        return _open_quote(lines, line, column)
    if "while parsing a flow" in context:
        return _open_bracket(lines, *_position(noticed))
    if "mapping values are not allowed" in found:
        return _unexpected_colon(lines, line, column)
    if "did not find expected key" in found:
        return _unexpected_text(lines, line, column)
    return _by_words(f"{context} {found}", written, line, column)


def _position(mark: Any) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def quoted(written: str) -> str:
    """A line with its whole value in quotes: `title: *Hund*` → `title: "*Hund*"`."""
    start = re.match(r"\s*(?:- +)?(?:[\w-]+:\s+)?", written)
    lead = start[0] if start else ""
    value = written[len(lead) :].strip()
    mark, inner = ("'", value.replace("'", "''")) if set(value) & set('"\\') else ('"', value)
    return f"{lead.strip()} {mark}{inner}{mark}".strip()


def if_single(written: str, fixed: str) -> str:
    """The mended line, unless several values stand in it."""
    return "" if _SEVERAL.match(written) else fixed


def _no_key(lines: Sequence[str], line: int, column: int) -> Complaint:
    written = lines[line]
    above = next((text for text in reversed(lines[:line]) if text.strip()), "")
    if complaint := _missing_space(lines, line):
        return complaint
    if re.match(rf" {{{column}}}- ", above):
        return Complaint(
            line, column, "Der Listeneintrag beginnt nicht mit „- “", f"Schreiben Sie: - {written.strip()}"
        )
    return Complaint(line, column, "Nach dem Schlüssel fehlt der Doppelpunkt", "Schreiben Sie: schlüssel: Wert")


def _missing_space(lines: Sequence[str], line: int) -> Complaint | None:
    """`level:municipal` or `-eintrag` in this line."""
    if found := _KEY_WITHOUT_SPACE.fullmatch(lines[line]):
        fixed = f"{found[1].strip()}: {found[2]}"
        message = "Nach dem Doppelpunkt fehlt ein Leerzeichen"
        return Complaint(line, found.end(1), message, f"Schreiben Sie: {fixed}", fixed)
    if found := _DASH_WITHOUT_SPACE.fullmatch(lines[line]):
        fixed = f"- {found[1].strip()}"
        message = "Nach dem Strich fehlt ein Leerzeichen"
        return Complaint(line, found.start(1), message, f"Schreiben Sie: {fixed}", fixed)
    return None


def _open_quote(lines: Sequence[str], line: int, column: int) -> Complaint:
    mark = lines[line][column : column + 1] or '"'
    return Complaint(line, column, "Anführungszeichen nicht geschlossen", f"Setzen Sie das zweite {mark} ans Ende.")


def _open_bracket(lines: Sequence[str], line: int, column: int) -> Complaint:
    """The last bracket that nothing closes, at or above the line where libyaml gave up."""
    opened: list[tuple[int, int]] = []
    for number, written in enumerate(lines[: line + 1]):
        for index, letter in enumerate(written):
            if letter in "[{":
                opened.append((number, index))
            elif letter in "]}" and opened:
                opened.pop()
    if not opened:
        return Complaint(line, column, "Zwischen zwei Einträgen fehlt das Komma", "Schreiben Sie: [eins, zwei]")
    line, column = opened[-1]
    if lines[line][column] == "{":
        return Complaint(line, column, "Geschweifte Klammer nicht geschlossen", f"{QUOTE}: {quoted(lines[line])}")
    return Complaint(line, column, "Eckige Klammer nicht geschlossen", "Schreiben Sie: [eins, zwei]")


def _unexpected_colon(lines: Sequence[str], line: int, column: int) -> Complaint:
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    complaint = _missing_space(lines, above) if above is not None else None
    if complaint:
        return complaint
    if lines[line].find(":") == column and lines[line].startswith(" "):
        return Complaint(
            line, 0, "Die Zeile ist zu weit eingerückt", "Beginnen Sie sie so weit links wie den Schlüssel darüber."
        )
    fixed = quoted(lines[line])
    return Complaint(line, column, "Doppelpunkt mitten im Text", f"{QUOTE}: {fixed}", if_single(lines[line], fixed))


def _unexpected_text(lines: Sequence[str], line: int, column: int) -> Complaint:
    for number in range(line - 1, -1, -1):
        found = _OPENED_QUOTE.match(lines[number])
        if found and lines[number].count(found[1]) % 2:
            return _open_quote(lines, number, found.start(1))
    if lines[line][:column].rstrip().endswith(('"', "'")):
        fixed = quoted(lines[line])
        return Complaint(line, column, "Text hinter dem schließenden Anführungszeichen", f"{QUOTE}: {fixed}", fixed)
    return Complaint(
        line, column, "Die Einrückung passt nicht", "Beginnen Sie die Zeile so weit links wie die Zeilen darüber."
    )


def _by_words(found: str, written: str, line: int, column: int) -> Complaint:
    for start, (message, hint) in _SIMPLE.items():
        if start in found:
            return Complaint(line, column, message, hint)
    letter = written[column : column + 1]
    if re.search(r"cannot start any token|expected node content|scanning an a", found) and letter:
        fixed = quoted(written)
        message = f"Ein Wert darf nicht mit {letter} beginnen"
        return Complaint(line, column, message, f"{QUOTE}: {fixed}", if_single(written, fixed))
    return Complaint(
        line,
        column,
        "Die Angaben sind nicht lesbar",
        "Vergleichen Sie Einrückung, Doppelpunkte und Anführungszeichen mit einer anderen Datei.",
    )
