"""A page as a line of pieces: paragraphs, entries, cells and what may be their headings, in the order of reading.

A stream and no tree: nothing grows with depth, and pages whose tags are never closed are read like any other.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from plugins.exchange.html import elements
from plugins.exchange.html.defusing import defused
from plugins.exchange.plaintext import without_invisible

MOST_PIECES = 5_000
_DEEPEST = 200
_LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a page.

    `place` is the element that says what it is: `h2`, `dt`, `li`, `td` … or `toggle` for what folds something out;
    `bold` the bold words it begins with; `starts` is false after a mere line break; `regions` are the open lists of
    terms, tables and fold-outs, `cell` table, row and column, `item` an entry, its kind of list and how deep that is.
    """

    text: str
    html: str
    place: str = ""
    starts: bool = True
    bold: str = ""
    is_linked: bool = False
    regions: tuple[int, ...] = ()
    cell: tuple[int, int, int] | None = None
    item: tuple[int, str, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its title, what it says about itself, its pieces."""

    title: str
    meta: Mapping[str, str]
    pieces: tuple[Piece, ...]


def page_of(source: str) -> Page:
    """Read a page; without its frame, unless the frame never ends."""
    clean = defused(without_invisible(source)[0])
    reader = _read(clean, frames=True)
    if reader.hidden:
        reader = _read(clean, frames=False)
    return Page(_line("".join(reader.title)), reader.meta, tuple(reader.pieces))


def _read(clean: str, *, frames: bool) -> "_Reader":
    reader = _Reader(frames)
    reader.feed(clean)
    reader.close()
    reader.flush()
    return reader


def _line(text: str) -> str:
    return " ".join(text.split())


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


@dataclass(slots=True)
class _Line:
    """The line being read: its parts as text and as HTML, the bold words at its beginning, whether all leads away."""

    text: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    is_plain: bool = False
    is_linked: bool = True


class _Reader(HTMLParser):
    """Collects pieces; every start and end of a block ends the line."""

    def __init__(self, frames: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.frames = frames
        self.title: list[str] = []
        self.meta: dict[str, str] = {}
        self.pieces: list[Piece] = []
        self.hidden: tuple[str, int] | None = None
        self.in_title = False
        self.places: list[tuple[str, int]] = []
        self.tables: list[_Table] = []
        self.number = 0
        self.is_bold = False
        self.link = ""
        self.starts = True
        self.line = _Line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a link, bold words, or something that is not to be read."""
        given = {name: value or "" for name, value in attrs}
        if self.hidden:
            self._deeper(tag, 1)
        elif self.frames and elements.is_frame(tag, given):
            self.flush()
            self.hidden = (tag, 1)
        elif tag in elements.BREAKS:
            self._block(tag)
        else:
            self._inline(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """End the same."""
        if self.hidden:
            self._deeper(tag, -1)
        elif tag == "title":
            self.in_title = False
        elif tag in elements.BREAKS:
            self._end(tag)
        elif tag in elements.BOLD:
            self.is_bold = False
        elif tag == "a":
            self.link = ""

    def handle_data(self, data: str) -> None:
        """Words of the page or of its title; what nobody sees may have been written as `&#x202d;`."""
        data = without_invisible(data)[0]
        if self.in_title:
            self.title.append(data)
        elif not self.hidden:
            self._add(re.sub(r"\s+", " ", data))

    def _deeper(self, tag: str, step: int) -> None:
        if self.hidden and self.hidden[0] == tag:
            depth = self.hidden[1] + step
            self.hidden = (tag, depth) if depth else None

    def _block(self, tag: str) -> None:
        self.flush(starts=tag != "br")
        if tag == "br":
            return
        self.is_bold = False
        if tag == "table":
            self.tables.append(_Table(self.number + 1))
        if self.tables and tag == "tr":
            self.tables[-1].row, self.tables[-1].column = self.tables[-1].row + 1, 0
        if self.tables and tag in ("td", "th"):
            self.tables[-1].column += 1
        if tag in elements.PLACES | elements.BARRIERS:
            self._enter("toggle" if tag in ("summary", "button") else tag)

    def _enter(self, place: str) -> None:
        """Open an element; one that had to end before is closed with all it holds. A heading outweighs a button."""
        if place == "toggle" and self.places and self.places[-1][0] in elements.HEADINGS:
            return
        self.number += 1
        within = self._since(elements.BARRIERS) + 1
        if place not in elements.BARRIERS:
            ended = elements.closed_by(place)
            first = next((at for at in range(within, len(self.places)) if self.places[at][0] in ended), None)
            del self.places[len(self.places) if first is None else first :]
        if len(self.places) < _DEEPEST:
            self.places.append((place, self.number))

    def _since(self, names: frozenset[str]) -> int:
        """Where the innermost of these elements was opened; -1 for nowhere."""
        return next((at for at in reversed(range(len(self.places))) if self.places[at][0] in names), -1)

    def _end(self, tag: str) -> None:
        self.flush(starts=tag != "br")
        if tag == "br":
            return
        self.is_bold = False
        if tag in ("td", "th", "li"):
            self.link = ""
        self._leave("toggle" if tag in ("summary", "button") else tag)

    def _leave(self, place: str) -> None:
        opened = self._since(frozenset({place}))
        is_outside = place not in elements.BARRIERS and opened < self._since(elements.BARRIERS)
        if opened < 0 or is_outside:
            return
        del self.places[opened:]
        del self.tables[sum(name == "table" for name, _ in self.places) :]

    def _inline(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in elements.BOLD:
            self.is_bold = True
        elif tag == "a":
            self._anchor(given)
        elif tag == "title":
            self.in_title = not self.title
        elif tag == "meta":
            name = given.get("name") or given.get("property") or ""
            self.meta.setdefault(
                name.lower()[:40], _line(without_invisible(given.get("content", ""))[0])[:_LONGEST_ADDRESS]
            )
        elif tag == "link" and "canonical" in given.get("rel", "").lower():
            self.meta.setdefault("canonical", given.get("href", "").strip()[:_LONGEST_ADDRESS])

    def _anchor(self, given: Mapping[str, str]) -> None:
        target = given.get("href", "").strip()
        is_toggle = target.startswith("#") or given.get("role") == "button" or "aria-expanded" in given
        if is_toggle and not self.line.text:
            self._enter("toggle")
        self.link = "" if is_toggle else target[:_LONGEST_ADDRESS]

    def _add(self, text: str) -> None:
        line, shown = self.line, html.escape(text)
        if self.link and text.strip():
            shown = f'<a href="{html.escape(self.link)}">{shown}</a>'
        line.text.append(text)
        line.html.append(f"<b>{shown}</b>" if self.is_bold and text.strip() else shown)
        if text.strip():
            line.is_linked &= bool(self.link)
            line.is_plain |= not self.is_bold
        if self.is_bold and not line.is_plain:
            line.bold.append(text)

    def flush(self, *, starts: bool = True) -> None:
        """End the line; one without words begins a paragraph."""
        line, text = self.line, _line("".join(self.line.text))
        self.line = _Line()
        if not text:
            self.starts = True
        elif len(self.pieces) < MOST_PIECES:
            self.pieces.append(self._piece(line, text))
            self.starts = starts
        if self.places and self.places[-1][0] == "toggle":
            self.places.pop()

    def _piece(self, line: _Line, text: str) -> Piece:
        table = self.tables[-1] if self.tables else None
        return Piece(
            text=text,
            html="".join(line.html).strip(),
            place=self.places[-1][0] if self.places else "",
            starts=self.starts,
            bold=_line("".join(line.bold)),
            is_linked=line.is_linked,
            regions=tuple(number for name, number in self.places if name in elements.REGIONS),
            cell=(table.number, table.row, table.column) if table and table.column else None,
            item=self._item(),
        )

    def _item(self) -> tuple[int, str, int] | None:
        entry, around = self._since(frozenset({"li"})), self._since(elements.LISTS)
        depth = sum(name in elements.LISTS for name, _ in self.places)
        return (self.places[entry][1], self.places[around][0], depth) if entry > around >= 0 else None
