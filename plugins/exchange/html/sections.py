"""The pieces of a page cut at its headings, and each section as HTML of its own again."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest
from urllib.parse import urljoin

from plugins.exchange.html import elements
from plugins.exchange.html.headings import Heading, Mark, heading_of, rest_of
from plugins.exchange.html.pieces import Piece

_ENTRY = re.compile(r"(?:[-–•·*]|\d{1,2}[.)])\s+(?=[^\W\d])")
_LINK = re.compile(r'<a href="([^"]*)">')


@dataclass(slots=True)
class Section:
    """What stands under a heading; without one: what stands before the first, or after a section has ended."""

    heading: Heading | None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def field(self) -> str | None:
        """The field that its heading means."""
        return self.heading.field if self.heading else None

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)


def sections(pieces: Sequence[Piece]) -> list[Section]:
    """The sections of a page in their order, the text before the first heading as the first of them."""
    found = [Section(None)]
    pieces = [_as_entry(number, piece) for number, piece in enumerate(pieces)]
    for piece, following in zip_longest(pieces, pieces[1:]):
        if _is_entry_of_contents(piece, following):
            continue
        heading = heading_of(piece)
        if heading and not _is_inner(heading, piece, found[-1]):
            found.append(Section(heading, _rest(piece, heading)))
            continue
        if _has_ended(found[-1], piece):
            found.append(Section(None))
        found[-1].pieces.append(piece)
    return [section for number, section in enumerate(found) if section.pieces or not number]


def _rest(piece: Piece, heading: Heading) -> list[Piece]:
    said = rest_of(piece, heading)
    text = html.unescape(re.sub(r"<[^>]*>", "", said)).strip()
    return [Piece(text, said, regions=piece.regions)] if text else []


def _is_entry_of_contents(piece: Piece, following: Piece | None) -> bool:
    """True for an entry of a list that only leads down the page, where nothing is folded out."""
    return piece.place == "toggle" and piece.item is not None and (following is None or following.item != piece.item)


def _as_entry(number: int, piece: Piece) -> Piece:
    """A line that begins with a dash or a number is an entry of a list."""
    mark = _ENTRY.match(piece.html)
    if not mark or piece.item or not piece.text.startswith(mark[0]):
        return piece
    kind = "ol" if mark[0][0].isdigit() else "ul"
    return replace(piece, text=piece.text[mark.end() :], html=piece.html[mark.end() :], item=(-number - 1, kind, 1))


def _is_inner(heading: Heading, piece: Piece, section: Section) -> bool:
    """True for an unknown heading below that of the section, or inside its fold-out or cell."""
    outer = section.heading
    if heading.field is not None or outer is None or outer.field is None:
        return False
    is_within = outer.region in piece.regions and heading.mark is Mark.ELEMENT
    return is_within or 0 < outer.level < heading.level


def _has_ended(section: Section, piece: Piece) -> bool:
    heading = section.heading
    if heading is None or not heading.region:
        return False
    if heading.region not in piece.regions:
        return True
    is_label = piece.cell is not None and piece.cell[0] == heading.region and piece.cell[2] == 1
    return heading.mark is Mark.CELL and is_label and (piece.place == "th" or piece.bold == piece.text)


def as_html(section: Section, base: str) -> str:
    """Paragraphs, lists and tables of a section; links lead where they led from `base`, without one they go."""
    region = section.heading.region if section.heading else 0
    runs = groupby(section.pieces, lambda piece: _run(piece, region))
    made = "".join(_run_as_html(kind, list(run)) for (kind, _), run in runs)
    return _LINK.sub(lambda found: f'<a href="{_resolved(found[1], base)}">', made)


def _run(piece: Piece, region: int) -> tuple[str, int]:
    """What belongs together: the entries of lists of a kind, the cells of a table, headings, lines."""
    if piece.item:
        return "list", 0
    if piece.cell and piece.cell[0] != region:
        return "table", piece.cell[0]
    return ("h4" if piece.place in elements.HEADINGS else "p"), 0


def _run_as_html(kind: str, pieces: list[Piece]) -> str:
    if kind == "list":
        return _list(pieces)
    if kind == "table" and _is_table(pieces):
        return _table(pieces)
    if kind == "h4":
        return "".join(f"<h4>{piece.html}</h4>" for piece in pieces)
    return "".join(f"<p>{_broken(paragraph)}</p>" for paragraph in _paragraphs(pieces))


def _list(pieces: list[Piece]) -> str:
    """Entries in lists as deep as they were, the outermost of them at the first level."""
    made: list[str] = []
    kinds: list[str] = []
    top = min(piece.item[2] for piece in pieces if piece.item)
    for item, lines in groupby(pieces, lambda piece: piece.item):
        _, kind, depth = item or (0, "ul", top)
        level = min(depth - top + 1, len(kinds) + 1)
        while len(kinds) > level or (len(kinds) == level and kinds[-1] != kind):
            made.append(f"</li></{kinds.pop()}>")
        made.append("</li>" if len(kinds) == level else f"<{kind}>")
        kinds += [kind] * (level - len(kinds))
        made.append(f"<li>{_broken(list(lines))}")
    return "".join(made) + "".join(f"</li></{kind}>" for kind in reversed(kinds))


def _is_table(pieces: list[Piece]) -> bool:
    cells = [piece.cell for piece in pieces if piece.cell]
    return len({cell[1] for cell in cells}) > 1 and len({cell[2] for cell in cells}) > 1


def _table(pieces: list[Piece]) -> str:
    rows = groupby(pieces, lambda piece: piece.cell and piece.cell[1])
    return f"<table>{''.join(f'<tr>{_row(list(row))}</tr>' for _, row in rows)}</table>"


def _row(pieces: list[Piece]) -> str:
    return "".join(f"<td>{_broken(list(cell))}</td>" for _, cell in groupby(pieces, lambda piece: piece.cell))


def _paragraphs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    paragraph: list[Piece] = []
    for piece in pieces:
        if piece.starts and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(piece)
    yield paragraph


def _broken(pieces: list[Piece]) -> str:
    return "<br>".join(piece.html for piece in pieces)


def _resolved(address: str, base: str) -> str:
    target = html.unescape(address)
    try:
        full = urljoin(base, target)
    except ValueError:
        return ""
    return html.escape(full) if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", full) else ""
