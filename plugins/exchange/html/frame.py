"""What stands on nearly every page of a crawl belongs to the system and not to a service."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.exchange.html.headings import meaning
from plugins.exchange.html.pieces import Page, Piece

SHARE = 0.7
"""A line on so many of the pages is frame."""

FEWEST = 4
"""With fewer pages there is nothing to compare."""


def common(texts: Iterable[set[str]]) -> frozenset[str]:
    """The texts that most of these sets share."""
    counts: Counter[str] = Counter()
    number = 0
    for found in texts:
        counts.update(found)
        number += 1
    return frozenset(text for text, times in counts.items() if number >= FEWEST and times >= SHARE * number)


def without_frame(pages: Sequence[Page]) -> tuple[list[Page], frozenset[str]]:
    """The pages without the lines that most of them share, and these lines; headings we know stay."""
    shared = common({piece.text for piece in page.pieces} for page in pages)
    kept = [
        replace(page, pieces=tuple(piece for piece in page.pieces if not _is_frame(piece, shared))) for page in pages
    ]
    return kept, shared


def _is_frame(piece: Piece, shared: frozenset[str]) -> bool:
    if piece.text not in shared:
        return False
    said = piece.bold if piece.bold != piece.text and meaning(piece.bold)[1] else piece.text
    return piece.is_linked or meaning(said)[0] is None
