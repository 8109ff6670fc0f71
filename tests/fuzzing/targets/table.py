"""A table that comes back is refused, or every file that it changes says what it said but for single values."""

from collections.abc import Iterator
from functools import cache

from plugins.catalog.printing import visible
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.table import sheet
from plugins.exchange.table.changing import outcome
from plugins.exchange.table.rows import rows
from tests.fuzzing.placed import WORLD, world
from tests.fuzzing.targets import words

TOKENS = words(
    '; , \t " "" \r\n \n \r \ufeff \' = + - @ 26,5 31.01.27 \x00 ÿ \u202e Datei Teil Prüfwert '
    "services/hund-anmelden.md Gebühr␣1 &a *a !! # ␣# :␣ -␣ { | \x85"
)


def check(data: bytes) -> None:
    try:
        head, lines = sheet.lines(data)
    except ImportRefusedError:
        return
    again = sheet.written([head, *([line.cells.get(heading, "") for heading in head] for line in lines)])
    assert sheet.lines(again)[0] == head
    found = outcome(world(), WORLD, head, lines)
    for change in found.changed(WORLD):
        assert change.after != change.before
        found.files[change.path].tree()
    assert all(len(visible(sentence).splitlines()) == 1 for sentence in found.mistakes), found.mistakes


def seeds() -> Iterator[bytes]:
    yield from (_table(2), _table(6).replace(b"26,00", b"30"), _table(4).replace(b";", b","))


@cache
def _table(number: int) -> bytes:
    return sheet.as_csv(list(rows(world(), WORLD))[:number])
