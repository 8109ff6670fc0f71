"""What stands in a cell: never a formula on the way out, what Excel makes of it on the way in."""

import datetime
import re
from decimal import Decimal

from pydantic.fields import FieldInfo

from plugins.catalog import tolerant
from plugins.catalog.shapes import holds

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_SHORT_YEAR = re.compile(r"([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})")
_SHORT_CENTS = re.compile(r"[0-9.]+,[0-9]")


def defused(text: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula, and before such an apostrophe."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """A cell as it was before `defused`, without what a spreadsheet adds around it."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return (text[1:] if text.startswith("'") and _FORMULA.match(text) else text).strip(" \n")


def in_form(text: str, field: FieldInfo) -> str:
    """A date or an amount as content files have it: 31.01.27 → 2027-01-31, 26,5 → 26,50; anything else as it is."""
    if holds(field.annotation, datetime.date):
        long = _SHORT_YEAR.fullmatch(text)
        day = tolerant.day(f"{long[1]}20{long[2]}" if long else text)
        return tolerant.as_written(day) if day else text
    if holds(field.annotation, Decimal):
        amount = tolerant.amount(f"{text}0" if _SHORT_CENTS.fullmatch(text) else text)
        return tolerant.as_written(amount) if amount is not None else text
    return text
