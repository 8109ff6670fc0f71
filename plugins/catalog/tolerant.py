"""Dates and amounts as people, Word and Excel write them; None where one would have to guess."""

import datetime
import re
from decimal import Decimal
from functools import lru_cache

_GERMAN_DAY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AMOUNT = re.compile(r"([0-9]{1,7})(?:[.,](?:([0-9]{2})|[-–—]{1,2}))?")
_GROUPED = re.compile(r"((?:[0-9]{1,3}|[0-9]\.[0-9]{3})\.[0-9]{3}),(?:([0-9]{2})|[-–—]{1,2})")
_CURRENCY = re.compile(r" ?(?:€|Euro|EUR)", re.IGNORECASE)
_THOUSANDS = re.compile(rf"([1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{1,2}})(?:{_CURRENCY.pattern})?", re.IGNORECASE)
DAY = f"{_ISO_DAY.pattern}|{_GERMAN_DAY.pattern}"
AMOUNT = f"(?:{_AMOUNT.pattern}|{_GROUPED.pattern})(?:{_CURRENCY.pattern})?"
"""What forms accept while somebody types; the functions below also know what Word puts around it."""

_QUOTES = "\"'„“”»«‚‘’›‹"


def bare(written: str) -> str:
    """The words without what Word adds around and between them: quotation marks, wide and hard spaces."""
    return " ".join(written.split()).strip(_QUOTES).strip()


@lru_cache(2**12)
def day(written: str) -> datetime.date | None:
    """2027-01-31, 31.01.2027, 31. 1. 2027; None for what is no day of the calendar or has a year of two digits."""
    iso = written if _ISO_DAY.fullmatch(written) else _iso(bare(written))
    try:
        return datetime.date.fromisoformat(iso) if _ISO_DAY.fullmatch(iso) else None
    except ValueError:
        return None


def _iso(words: str) -> str:
    """A German day as 2027-01-31, anything else as it is."""
    german = _GERMAN_DAY.fullmatch(words)
    return f"{german[3]}-{german[2]:0>2}-{german[1]:0>2}" if german else words


def amount(written: str) -> Decimal | None:
    """26 · 26,50 · 26.50 · 26,50 € · 1.046,00 Euro · 26,-; None for „1.046“, which may be a thousand or one."""
    found = _AMOUNT.fullmatch(written) or _amount_in_words(bare(written))
    return Decimal(f"{found[1].replace('.', '')}.{found[2] or '00'}") if found else None


def _amount_in_words(words: str) -> re.Match[str] | None:
    currency = _CURRENCY.search(words)
    number = words[: currency.start()] if currency and currency.end() == len(words) else words
    return _AMOUNT.fullmatch(number) or _GROUPED.fullmatch(number)


def without_dots(written: str) -> str:
    """„1046“ for „1.046“ and „1.046 €“, of which `amount` makes nothing; empty for all else."""
    found = _THOUSANDS.fullmatch(bare(written))
    digits = found[1].replace(".", "") if found else ""
    return digits if amount(digits) is not None else ""


def as_written(value: Decimal | datetime.date) -> str:
    """The form of the house: 26,50 and 2027-01-31."""
    return value.isoformat() if isinstance(value, datetime.date) else f"{value:.2f}".replace(".", ",")
