"""Which field a heading of a foreign page means: by the words of a table, and how surely."""

import csv
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from plugins.exchange.drafts import Confidence
from plugins.exchange.html import elements
from plugins.exchange.html.pieces import Piece

LONGEST = 80


class Mark(Enum):
    """What makes a line a heading: an element for it, or only its looks."""

    ELEMENT = "Überschrift"
    TERM = "Begriff"
    CELL = "Tabellenzelle"
    TOGGLE = "Aufklapptitel"
    BOLD = "fette Zeile"
    LABEL = "Zeile"


_SURE = frozenset({Mark.ELEMENT, Mark.TERM, Mark.TOGGLE})
_BOUND = frozenset({Mark.TERM, Mark.CELL, Mark.TOGGLE})
"""Sections under these end with their list, table or fold-out."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words and the field they mean; None where they mean none we know, empty where none of ours."""

    text: str
    field: str | None
    mark: Mark
    confidence: Confidence
    region: int = 0
    level: int = 0

    @property
    def why(self) -> str:
        """For editors: „Überschrift „Mitzubringen““."""
        return f"{self.mark.value} „{self.text}“"


def heading_of(piece: Piece) -> Heading | None:
    """The heading that a piece is; bold words at the beginning of a line count when the table knows them."""
    text = piece.text
    if piece.is_linked or len(text) > LONGEST:
        return _run_in(piece)
    mark = _mark(piece)
    field, is_exact = meaning(text)
    if mark in _SURE:
        sure = Confidence.HIGH if is_exact else Confidence.MEDIUM
        return _made(piece, text, field, mark, sure)
    if field is None or not is_exact:
        return _run_in(piece)
    if mark is Mark.LABEL and not (text.endswith(":") or piece.starts):
        return None
    return _made(piece, text, field, mark, Confidence.HIGH if mark is Mark.CELL else Confidence.MEDIUM)


def rest_of(piece: Piece, heading: Heading) -> str:
    """What the line of a heading says after it, as HTML: `<b>Gebühr:</b> 5 Euro` → `5 Euro`."""
    if piece.text.rstrip(" :") == heading.text:
        return ""
    return re.sub(r"^(?:<b>.*?</b>\s*)+:?\s*", "", piece.html, count=1)


def _run_in(piece: Piece) -> Heading | None:
    if not piece.bold or piece.bold == piece.text or len(piece.bold) > LONGEST:
        return None
    field, is_exact = meaning(piece.bold)
    return _made(piece, piece.bold, field, Mark.BOLD, Confidence.MEDIUM) if field is not None and is_exact else None


def _made(piece: Piece, text: str, field: str | None, mark: Mark, confidence: Confidence) -> Heading:
    region = piece.regions[-1] if mark in _BOUND and piece.regions else 0
    level = int(piece.place[1]) if piece.place in elements.HEADINGS else 0
    return Heading(text.rstrip(" :"), field, mark, confidence, region, level)


def _mark(piece: Piece) -> Mark:
    if piece.place in elements.HEADINGS:
        return Mark.ELEMENT
    if piece.place == "dt":
        return Mark.TERM
    if piece.place == "toggle":
        return Mark.TOGGLE
    if piece.place == "th" or (piece.cell and piece.cell[2] == 1):
        return Mark.CELL
    return Mark.BOLD if piece.bold == piece.text else Mark.LABEL


@cache
def meaning(text: str) -> tuple[str | None, bool]:
    """The field that words mean, and whether they are exactly those of the table; None for words that mean none."""
    words = " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
    exact, parts = _table()
    if words in exact:
        return exact[words], True
    return next((field for word, field in parts if word in words), None), False


@cache
def _table() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    with Path(__file__).with_name("headings.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["field"], row["words"].split("|"), row["match"]) for row in csv.DictReader(file, delimiter=";")]
    exact = {word: field for field, words, match in rows if match == "exact" for word in words}
    return exact, tuple((word, field) for field, words, match in rows if match == "part" for word in words)
