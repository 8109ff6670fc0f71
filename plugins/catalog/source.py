"""A content file as text with positions: strict UTF-8, front matter apart from the sections of its body."""

import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog import nodes
from plugins.catalog.nodes import Node, NodeError
from plugins.catalog.places import Place, Problem

MAX_BYTES = 64 * 1024
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"##[ \t]+(.*?)[ \t#]*$")


@dataclass(frozen=True, slots=True)
class SourceSection:
    """Text under one `##` heading; the text before the first heading has an empty heading."""

    heading: str
    text: str
    place: Place
    text_line: int


@dataclass(frozen=True, slots=True)
class Source:
    """One readable content file, not yet understood."""

    path: str
    front: Node
    sections: tuple[SourceSection, ...] = ()
    body_line: int = 1
    body: str = ""


def read(path: Path, root: Path) -> Source | Problem:
    """The file at `path`, or the problem that makes it unreadable; nothing is guessed."""
    name = path.relative_to(root).as_posix()
    text = _text(path, name)
    if isinstance(text, Problem):
        return text
    try:
        return _split(text, name) if path.suffix == ".md" else Source(name, nodes.parse(text, name))
    except NodeError as error:
        return error.problem


def _text(path: Path, name: str) -> str | Problem:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(name, "ist keine gewöhnliche Datei", "Verknüpfungen sind in den Inhalten nicht erlaubt.")
    if status.st_size > MAX_BYTES:
        return _unreadable(
            name, f"ist größer als {MAX_BYTES // 1024} KiB", "Teilen Sie den Text auf mehrere Dateien auf."
        )
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return Problem(
            Place(name, line, column),
            "Die Datei ist nicht in UTF-8 gespeichert, vermutlich in Windows-1252",
            "Speichern Sie sie im Editor mit der Kodierung UTF-8.",
            rule="encoding",
        )
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _invisible(text, name) or text


def _invisible(text: str, name: str) -> Problem | None:
    found = nodes.INVISIBLE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    return Problem(
        Place(name, line, column),
        f"Unsichtbares Zeichen U+{ord(found[0]):04X}",
        "Löschen Sie die Stelle und tippen Sie sie neu; es kam wohl beim Kopieren mit.",
        rule="encoding",
    )


def _unreadable(name: str, message: str, hint: str) -> Problem:
    return Problem(Place(name), f"Die Datei {message}", hint, rule="file")


def _split(text: str, name: str) -> Source | Problem:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Problem(
            Place(name),
            "Die Angaben am Anfang fehlen",
            "Die erste Zeile muss aus drei Strichen bestehen: ---",
            rule="yaml",
        )
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return Problem(
            Place(name), "Die Angaben haben kein Ende", "Setzen Sie nach den Angaben eine Zeile mit ---", rule="yaml"
        )
    front = nodes.parse("\n".join(lines[1:end]), name, first_line=2)
    body = lines[end + 1 :]
    return Source(name, front, tuple(_sections(body, name, end + 2)), end + 2, "\n".join(body))


def _sections(lines: list[str], name: str, first_line: int) -> Iterator[SourceSection]:
    heading, place, start = "", Place(name, first_line), 0
    fence = ""
    for number, line in enumerate(lines):
        fence = _fence_after(line, fence)
        found = None if fence else _HEADING.match(line)
        if found:
            yield _section(heading, lines[start:number], place, first_line + start)
            heading, place, start = found[1], Place(name, first_line + number), number + 1
    yield _section(heading, lines[start:], place, first_line + start)


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after this line, if any."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    closes = found[1].startswith(fence) and not line.strip().strip(found[1][0])
    return "" if closes else fence


def _section(heading: str, lines: list[str], place: Place, text_line: int) -> SourceSection:
    blank = next((number for number, line in enumerate(lines) if line.strip()), 0)
    return SourceSection(heading, "\n".join(lines).strip(), place, text_line + blank)
