"""The title of a service: where the page's own heading and the window's title agree it is sure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.exchange.drafts import Confidence, Found
from plugins.exchange.html import elements
from plugins.exchange.html.headings import meaning
from plugins.exchange.html.pieces import Page, Piece
from plugins.exchange.plaintext import one_line, shortened

LONGEST = 80
_SEPARATOR = re.compile(r"\s+(?:[|–—·»«-]|::)\s+|:\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the piece of the page that says it, if one does."""

    found: Found
    piece: Piece | None


def segments(title: str) -> list[str]:
    """„Hund anmelden | Stadt Rurheim“ → both parts."""
    return [part.strip() for part in _SEPARATOR.split(title) if part.strip()]


def title_of(page: Page, shared: Iterable[str]) -> Title | None:
    """The title of a page; `shared` are the parts of window titles that all pages have."""
    known = set(shared)
    window = " – ".join(part for part in segments(page.title) if part not in known)
    heading = _heading(page.pieces)
    said = _said(page.pieces, window)
    if said:
        return _title(said.text, Confidence.HIGH, "steht so auf der Seite und im Fenstertitel", said)
    if heading and window and _agree(heading.text, window):
        return _title(heading.text, Confidence.MEDIUM, "Überschrift, im Fenstertitel ähnlich", heading)
    if heading:
        return _title(heading.text, Confidence.MEDIUM, "Überschrift der Seite", heading)
    return _title(window, Confidence.MEDIUM, "Fenstertitel", None) if window else None


def _heading(pieces: Iterable[Piece]) -> Piece | None:
    """The first heading of the highest level that means no section."""
    found = [piece for piece in pieces if piece.place in elements.HEADINGS and not meaning(piece.text)[1]]
    return min(found, key=lambda piece: piece.place, default=None)


def _said(pieces: Sequence[Piece], window: str) -> Piece | None:
    """The line that says the same as the window's title, a heading before a menu's entry."""
    found = [piece for piece in pieces if window and is_same(piece.text, window)]
    return min(found, key=lambda piece: piece.place not in elements.HEADINGS, default=None)


def _agree(one: str, other: str) -> bool:
    first, second = _bare(one), _bare(other)
    return bool(first and second) and (first in second or second in first)


def is_same(one: str, other: str) -> bool:
    """True when two lines have the same words, whatever stands between them."""
    return _bare(one) == _bare(other) != ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _title(text: str, confidence: Confidence, why: str, piece: Piece | None) -> Title:
    line = one_line(text)
    if len(line) <= LONGEST:
        return Title(Found(line, confidence, why), piece)
    return Title(Found(shortened(line, LONGEST), Confidence.LOW, f"{why}; gekürzt"), piece)
