"""Every word of a record that readers may see, wherever it stands in it: in fields, in lists, in parts of parts."""

from collections.abc import Iterator

from plugins.catalog.records import Ledger, Page, Register, WordList
from plugins.catalog.records.base import Record

IMPRESSUM = "impressum"
_BY_LAW = "represented_by"
_ACCOUNTS = "editors"


def is_worded(record: Record) -> bool:
    """False for lists that machines keep, and for the Impressum, which has to name persons (§ 5 DDG, § 18 MStV)."""
    is_impressum = isinstance(record, Page) and record.slug == IMPRESSUM
    return not (is_impressum or isinstance(record, Ledger | Register | WordList))


def words_of(record: Record) -> Iterator[tuple[Record, str, str]]:
    """(record or part, field, text) of all words, in the order of the declaration."""
    for field in _fields(record):
        value = getattr(record, field)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield record, field, part
            elif isinstance(part, Record):
                yield from words_of(part)


def _fields(record: Record) -> Iterator[str]:
    """Not what is no word of the record, and not who represents a municipality: its Impressum has to say so."""
    silent = {*type(record).computed, _BY_LAW, _ACCOUNTS}
    return (field for field in type(record).model_fields if field not in silent)
