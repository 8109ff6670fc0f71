"""What people read in a record, passage by passage, and where each letter of it stands in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeGuard

from markdown_it.token import Token

from plugins.catalog import markdown
from plugins.catalog.places import Place
from plugins.catalog.records import LegalBasis, TopicText
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Section

_LINES = ("title", "summary", "label", "note", "choose", "description", "opening_note", "accessibility")
"""Fields that hold a few words or a sentence without being a section of the body."""

_SHORT = ("Abs", "Art", "bzw", "ca", "Dr", "evtl", "ggf", "inkl", "Nr", "St", "Str", "Tel", "vgl")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|[\w-]{2,}(?:\.[\w-]{2,})+")
_NO_END = "".join(rf"(?<!\b{before}\.)" for before in (r"[^\W\d]", *_SHORT))
_SENTENCE_END = re.compile(_NO_END + r"(?<=[.!?:…])[“”\"')\]]*\s+(?=[^\W_a-zäöüß]|[„(\[])")

_ORDINAL = re.compile(
    r"\b(?:d(?:er|ie|as|e[mns])|[ai]m|vom|beim|zu[mr]|jede[mnrs]?|(?:ihr|unser|ein)\w*|\d\.\s+(?:und|oder|bis))\s+\d{1,2}\.$",
    re.IGNORECASE,
)
"""A number with a dot in the middle of a sentence: „ab dem 1. Tag“."""
_MONTH = re.compile(r"\d\.\s+(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")


class Form(StrEnum):
    """What a passage is: whole sentences, an entry of a list, a heading, a cell of a table, or a line of the facts."""

    PARAGRAPH = "paragraph"
    ENTRY = "entry"
    HEADING = "heading"
    CELL = "cell"
    NOTE = "note"

    @property
    def is_running_text(self) -> bool:
        """True for what stands in the body and has sentences."""
        return self in {Form.PARAGRAPH, Form.ENTRY}


class Span(NamedTuple):
    """A part of a passage: where it begins in the passage, and its letters."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words without marks; `lines` says where the pieces of it begin, each in one line of the file."""

    text: str
    form: Form
    lines: tuple[tuple[int, Place], ...]

    def place(self, offset: int) -> Place:
        """Where the letter at an offset stands in the file."""
        start, place = [line for line in self.lines if line[0] <= offset][-1]
        return Place(place.path, place.line, place.column + offset - start)

    def sentences(self) -> Iterator[Span]:
        """The sentences; what has no mark at its end, such as an entry of a list, is one too."""
        start = 0
        for end in _SENTENCE_END.finditer(self.text):
            if not (_ORDINAL.search(self.text, start, end.start()) or _MONTH.match(self.text, end.start() - 2)):
                yield Span(start, self.text[start : end.start()])
                start = end.end()
        if self.text[start:].strip():
            yield Span(start, self.text[start:].rstrip())


def passages(record: Record) -> Iterator[Passage]:
    """Everything that people read in a record and the records inside it, but for titles of laws and other languages."""
    sections = {field: mark for field, mark, _ in record.marked(Section)}
    for field in type(record).model_fields:
        value = getattr(record, field)
        if field in sections and not sections[field].plain:
            yield from _of_markdown(value, record.place(field))
        elif value and (field in sections or field in _LINES):
            form = Form.PARAGRAPH if field in sections else Form.NOTE
            yield Passage(_without_addresses(value), form, ((0, record.place(field)),))
        for part in value if isinstance(value, tuple) else ():
            yield from passages(part) if _reads_on(part) else ()


def _reads_on(part: object) -> TypeGuard[Record]:
    return isinstance(part, Record) and not isinstance(part, LegalBasis | TopicText)


def _of_markdown(text: str, place: Place) -> Iterator[Passage]:
    opened: list[str] = []
    source = text.split("\n")
    for token in markdown.tokens(text):
        if token.nesting > 0:
            opened.append(token.type)
        elif token.nesting < 0:
            opened.pop()
        elif token.type == "inline" and token.children:
            words, lines = _words(token, source, place)
            yield Passage(_without_addresses(words), _form(opened), lines)


def _form(opened: list[str]) -> Form:
    if opened[-1] == "heading_open":
        return Form.HEADING
    if opened[-1] in {"td_open", "th_open"}:
        return Form.CELL
    return Form.ENTRY if "list_item_open" in opened else Form.PARAGRAPH


def _words(block: Token, source: list[str], place: Place) -> tuple[str, tuple[tuple[int, Place], ...]]:
    """The words of a block and where its pieces begin. Each piece is looked up in its line, behind the one before.

    A piece that the file writes with escapes (`\\*`, `&amp;`) is not found; it keeps its line.
    """
    line, end = block.map or (0, len(source))
    column, words, lines = 0, "", [(0, Place(place.path, place.line + line))]
    for child in block.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            line, column, words = line + 1, 0, words + " "
        elif child.type == "code_inline":
            words += " "
        elif child.type == "text" and child.content:
            line, column = _found(child.content, source[:end], line, column)
            lines.append((len(words), Place(place.path, place.line + line, column + 1)))
            words, column = words + child.content, column + len(child.content)
    return words, tuple(lines)


def _found(piece: str, source: list[str], line: int, column: int) -> tuple[int, int]:
    """Where a piece stands from a position on: in this line, or behind marks that go over several."""
    if line < len(source) and (here := source[line].find(piece, column)) >= 0:
        return line, here
    below = ((number, source[number].find(piece)) for number in range(line + 1, len(source)))
    return next(((number, start) for number, start in below if start >= 0), (line, column))


def _without_addresses(words: str) -> str:
    """The same with blanks in place of web and mail addresses, so that every letter stays where it is."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), words)
