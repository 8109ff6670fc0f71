"""Every word of a record that readers may see, wherever it stands in it: in fields, in lists, in parts of parts."""

import typing
from enum import Enum
from functools import cache
from typing import Any

from plugins.catalog.records import Ledger, Page, Register, WordList
from plugins.catalog.records.base import Record

IMPRESSUM = "impressum"
_BY_LAW = "represented_by"
_ACCOUNTS = "editors"


def is_worded(record: Record) -> bool:
    """False for lists that machines keep, and for the Impressum, which has to name persons (§ 5 DDG, § 18 MStV)."""
    is_impressum = isinstance(record, Page) and record.slug == IMPRESSUM
    return not (is_impressum or isinstance(record, Ledger | Register | WordList))


def words_of(record: Record) -> list[tuple[Record, str, str]]:
    """(record or part, field, text) of all words, in the order of the declaration."""
    found: list[tuple[Record, str, str]] = []
    _collect(record, found)
    return found


def _collect(record: Record, found: list[tuple[Record, str, str]]) -> None:
    values = vars(record)
    for field in _fields(type(record)):
        value = values[field]
        if isinstance(value, str):
            found += [(record, field, value)] if value else []
            continue
        for part in () if not value else value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                found.append((record, field, part))
            elif isinstance(part, Record):
                _collect(part, found)


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    """Not what is no word of the record, and not who represents a municipality: its Impressum has to say so."""
    silent = {*kind.computed, _BY_LAW, _ACCOUNTS}
    return tuple(
        name for name, field in kind.model_fields.items() if name not in silent and _is_worded(field.annotation)
    )


def _is_worded(annotation: Any) -> bool:
    """False for days, amounts, and what is one of a few given words."""
    is_text = isinstance(annotation, type) and issubclass(annotation, str | Record) and not issubclass(annotation, Enum)
    return is_text or any(map(_is_worded, typing.get_args(annotation)))
