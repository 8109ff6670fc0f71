"""A day or an amount that is read is written in one form, and reads so again; a cell of a spreadsheet alike."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from plugins.catalog import tolerant
from plugins.catalog.records import Fee, Service
from plugins.catalog.records.fields import euro
from plugins.exchange.table.cells import defused, in_form, plain
from tests.fuzzing.targets import words

TOKENS = words(
    "31.01.2027 2027-01-31 31.␣1.␣2027 29.02. 0000 9999 1.046,50 26,- 26.– € Euro EUR ␣ \xa0 \u202f „ “ ' \" , . "
    "- + = @ \t \r\n ٣ １ ² 0 00 1e9 ∞ NaN ＝"
)


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for read in (tolerant.day, tolerant.amount):
        _one_form(read(text), text)
    if bare := tolerant.without_dots(text):
        assert bare.isdigit()
        assert tolerant.amount(bare) is not None
    for field in (Service.model_fields["review_by"], Fee.model_fields["amount"], Fee.model_fields["note"]):
        assert in_form(in_form(text, field), field) == in_form(text, field)
    cell = defused(text)
    assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert plain(cell) == text.replace("\r\n", "\n").replace("\r", "\n").strip(" \n")


def _one_form(found: datetime.date | Decimal | None, text: str) -> None:
    if found is None:
        return
    written = tolerant.as_written(found)
    assert written.isascii()
    again = tolerant.day(written) if isinstance(found, datetime.date) else tolerant.amount(written)
    assert again == found, text
    if isinstance(found, Decimal):
        assert re.fullmatch(r"\d{1,3}(?:\.\d{3})*(?:,\d\d)? Euro", euro(found)), found


def seeds() -> Iterator[bytes]:
    yield from (
        b"2027-01-31",
        b"31.01.2027",
        b"31. 1. 2027",
        b"26",
        b"26,50",
        b"1.046,00 Euro",
        "26,50 €".encode(),
        b"26,-",
    )
