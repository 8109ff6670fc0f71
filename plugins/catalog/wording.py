"""Every word of a record that readers may see, wherever it stands in it: in fields, in lists, in parts of parts."""

from functools import cache

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
    for field in _fields(type(record)):
        value = getattr(record, field)
        if isinstance(value, str):
            found.append((record, field, value))
        elif value:
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, str):
                    found.append((record, field, part))
                elif isinstance(part, Record):
                    _collect(part, found)


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    """Not what is no word of the record, and not who represents a municipality: its Impressum has to say so."""
    silent = {*kind.computed, _BY_LAW, _ACCOUNTS}
    return tuple(field for field in kind.model_fields if field not in silent)
