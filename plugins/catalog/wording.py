"""Every word of a record that readers may see, wherever it stands in it: in fields, in lists, in parts of parts."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from plugins.catalog.records import Ledger, Page, Register, WordList
from plugins.catalog.records.base import Record

Kept = TypeVar("Kept", bound=Record)

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


def reworded(record: Kept, change: Callable[[str], str]) -> Kept:
    """The record with every text changed; the very same one where nothing does."""
    update = {}
    for field in _fields(record):
        value = getattr(record, field)
        if (new := _changed(value, change)) != value:
            update[field] = new
    return record.model_copy(update=update) if update else record


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(part, change) for part in value)
    if isinstance(value, Record):
        return reworded(value, change)
    return change(value) if isinstance(value, str) else value


def _fields(record: Record) -> Iterator[str]:
    """Not what is no word of the record, and not who represents a municipality: its Impressum has to say so."""
    silent = {*type(record).computed, _BY_LAW, _ACCOUNTS}
    return (field for field in type(record).model_fields if field not in silent)
