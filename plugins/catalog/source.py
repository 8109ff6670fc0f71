"""A content file as text with positions: strict UTF-8, front matter apart from the sections of its body."""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plugins.catalog import persons, secrets
from plugins.catalog.encodings import MAY_HIDE, invisible, text_of
from plugins.catalog.facts import Facts
from plugins.catalog.files import MAX_BYTES
from plugins.catalog.german import MAY_BE_SPELLED_OTHERWISE
from plugins.catalog.nodes import Node, NodeError
from plugins.catalog.opening import RefusedError, opened
from plugins.catalog.places import Place, Problem
from plugins.catalog.records.fields import Section
from plugins.catalog.scanning import scanner
from plugins.catalog.sections import Heading, SourceSection, doubtful, sections

_SAVE = "make fix wandelt sie um; oder speichern Sie sie im Editor mit der Kodierung UTF-8."
_UNTANGLE = (
    "Die Datei mischt zwei Kodierungen. Öffnen Sie sie im Editor, berichtigen Sie die falschen Zeichen"
    " und speichern Sie sie als UTF-8."
)
_RETYPE = "Löschen Sie die Stelle und tippen Sie sie neu; es kam wohl beim Kopieren mit."
_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_LFS = "version https://git-lfs.github.com/spec/"
_DASHES = re.compile(r"---[^\S\n]*(?:\n|\Z)")
_MORE_DASHES = re.compile(rf"\n{_DASHES.pattern}")
_KEY = re.compile(r"[a-z][a-z_]*:(?: |$)")
_may_hold_more = scanner(f"{MAY_HIDE}|{secrets.MAY_HOLD}|{persons.MAY_HINT}|{MAY_BE_SPELLED_OTHERWISE}")
"""One pass for what few texts have: what nobody sees, what nobody may read, a person, another spelling."""


@dataclass(frozen=True, slots=True)
class Source:
    """One readable content file, not yet understood."""

    path: str
    facts: Facts
    values: Mapping[str, Any]
    is_plain: bool
    sections: tuple[SourceSection, ...] = ()
    headings: tuple[Heading, ...] = ()
    body_line: int = 1
    body: str = ""

    @property
    def front(self) -> Node:
        """The facts with their places."""
        return self.facts.tree()

    @property
    def outline(self) -> "Outline":
        """What stays known of it."""
        return Outline(self.path, self.headings, self.facts.text, self.is_plain)


@dataclass(frozen=True, slots=True)
class Outline:
    """What stays known of a source: its path, its facts as they are written, its headings if any is `doubtful`.

    The texts themselves are in the record. When it `is_plain`, no value points to a person or has a letter of its own.
    """

    path: str
    headings: tuple[Heading, ...] = ()
    front: str = ""
    is_plain: bool = False


def read(
    name: str, folder: Path, headings: Mapping[str, Section] = MappingProxyType({}), max_bytes: int = MAX_BYTES
) -> Source | Problem:
    """A file of a folder, or the problem that makes it unreadable; `headings` are those of its kind of content."""
    raw = _bytes(f"{folder}/{name}", name, max_bytes)
    text = raw if isinstance(raw, Problem) else _decoded(raw, name)
    return text if isinstance(text, Problem) else _understood(_lines(text), name, headings)


def _understood(text: str, name: str, headings: Mapping[str, Section]) -> Source | Problem:
    is_plain = not _may_hold_more(text)
    if not is_plain and (refused := _invisible(text, name) or _secret(text, name)):
        return refused
    if text.startswith(_LFS):
        hint = "Nehmen Sie die Datei aus Git LFS heraus: git lfs untrack, dann git add"
        return _unreadable(name, "liegt nicht hier, sondern in Git LFS", hint)
    try:
        if name.endswith(".md"):
            return _split(text, name, headings, is_plain)
        return _source(Facts(text, name), is_plain)
    except NodeError as error:
        return error.problem


def _bytes(path: str, name: str, max_bytes: int) -> bytes | Problem:
    large = RefusedError(f"ist größer als {max_bytes // 1024} KiB", "Teilen Sie den Text auf mehrere Dateien auf.")
    try:
        return opened(path, max_bytes, large)
    except RefusedError as refused:
        return _unreadable(name, refused.message, refused.hint)


def _decoded(raw: bytes, name: str) -> str | Problem:
    data = raw.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(
            Place(name), "Die Datei ist in UTF-16 gespeichert, nicht in UTF-8", _remedy(raw), rule="encoding"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _lines(data[: error.start].decode()).split("\n")
        place = Place(name, len(before), len(before[-1]) + 1)
        if half := _HALF.match(data, error.start):
            return _not_seen(place, half[0].decode("utf-8", "surrogatepass"))
        return Problem(
            place,
            "Die Datei ist nicht in UTF-8 gespeichert, vermutlich in Windows-1252",
            _remedy(raw),
            rule="encoding",
        )


def _lines(text: str) -> str:
    """With \\n as line ends and composed letters (NFC)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return unicodedata.normalize("NFC", lines)


def _remedy(data: bytes) -> str:
    """`make fix`, unless it would have to guess and leaves the file alone."""
    return _UNTANGLE if text_of(data) is None else _SAVE


def _invisible(text: str, name: str) -> Problem | None:
    found = invisible(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    return _not_seen(Place(name, line, column), found[0])


def _not_seen(place: Place, character: str) -> Problem:
    return Problem(place, f"Unsichtbares Zeichen U+{ord(character):04X}", _RETYPE, rule="encoding")


def _secret(text: str, name: str) -> Problem | None:
    """The first; whoever can read the repository can use it, so nothing else in the file is said before it is gone."""
    found = next(secrets.secrets(text.encode()), None)
    if found is None:
        return None
    remedy = "Löschen Sie die Stelle, und sperren Sie den Zugang beim Anbieter: Im Verlauf von git bleibt er lesbar."
    return Problem(Place(name, found.line), f"Das darf niemand lesen: {found.name}", remedy, rule="secret")


def _unreadable(name: str, message: str, hint: str) -> Problem:
    return Problem(Place(name), f"Die Datei {message}", hint, rule="file")


def _split(text: str, name: str, headings: Mapping[str, Section], is_plain: bool) -> Source | Problem:
    start = _DASHES.match(text)
    if not start:
        return Problem(
            Place(name),
            "Die Angaben am Anfang fehlen",
            "Die erste Zeile muss aus drei Strichen bestehen: ---",
            rule="yaml",
        )
    end = _MORE_DASHES.search(text, start.end() - 1)
    if not end:
        return Problem(
            Place(name), "Die Angaben haben kein Ende", "Setzen Sie nach den Angaben eine Zeile mit ---", rule="yaml"
        )
    front, body = text[start.end() : end.start()], text[end.end() :]
    line = text.count("\n", 0, end.start() + 1) + 2
    if _goes_on(body):
        return Problem(
            Place(name, line - 1),
            "Hier enden die Angaben, aber darunter stehen noch welche",
            "Löschen Sie diese Zeile; --- steht nur über der ersten und unter der letzten Angabe.",
            rule="yaml",
        )
    cut = tuple(sections(body, line, headings))
    return _source(Facts(front, name, first_line=2), is_plain, cut, doubtful(cut, name, headings), line, body)


def _source(facts: Facts, is_plain: bool, *body: Any) -> Source:
    return Source(facts.path, facts, facts.values(), is_plain, *body)


def _goes_on(body: str) -> bool:
    """True when keys follow, at once or before another line of dashes: the line above them was one too many."""
    if body.lstrip("\n").startswith("#"):
        return False
    start = f"\n{body}".partition("\n#")[0].split("\n")[1:]
    first = next((line for line in start if line.strip()), "")
    marks = [number for number, line in enumerate(start) if line.rstrip() == "---"]
    return bool(_KEY.match(first)) or bool(marks and any(_KEY.match(line) for line in start[: marks[0]]))
