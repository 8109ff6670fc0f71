"""What stands on nearly every page of a server belongs to the system and not to a service."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plugins.exchange.html.headings import meaning
from plugins.exchange.html.pieces import Page, Piece
from plugins.exchange.html.titles import is_same, segments

SHARE = 0.7
"""A line on so many of the pages is frame."""

FEWEST = 4
"""With fewer pages there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What most pages of a server share: lines, and parts of the window's title."""

    lines: frozenset[str]
    names: frozenset[str]

    def without(self, page: Page) -> Page:
        """The page without the lines of the frame; headings we know stay, and the one that the window's title names."""
        own = [part for part in segments(page.title) if part not in self.names]
        kept = (piece for piece in page.pieces if _is_title(piece, own) or not _is_frame(piece, self.lines))
        return replace(page, pieces=tuple(kept))


def frame_of(pages: Sequence[Page]) -> Frame:
    """The frame of different pages of one server."""
    lines = _common({piece.text for piece in page.pieces} for page in pages)
    return Frame(lines, _common(set(segments(page.title)) for page in pages))


def joined(frames: Iterable[Frame]) -> Frame:
    """The frame of a page that stood on several servers."""
    first, *others = dict.fromkeys(frames)
    return Frame(first.lines.union(*(one.lines for one in others)), first.names.union(*(one.names for one in others)))


def _common(texts: Iterable[set[str]]) -> frozenset[str]:
    """The texts that most of these sets share."""
    counts: Counter[str] = Counter()
    number = 0
    for found in texts:
        counts.update(found)
        number += 1
    return frozenset(text for text, times in counts.items() if number >= FEWEST and times >= SHARE * number)


def _is_title(piece: Piece, names: Iterable[str]) -> bool:
    return piece.place == "h1" and any(is_same(piece.text, name) for name in names)


def _is_frame(piece: Piece, shared: frozenset[str]) -> bool:
    if piece.text not in shared:
        return False
    said = piece.bold if piece.bold != piece.text and meaning(piece.bold)[1] else piece.text
    return piece.is_linked or meaning(said)[0] is None
