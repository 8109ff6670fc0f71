"""The fate of every field: what each key of the export became, by a table that covers all of them."""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plugins.exchange.delivery import FieldUse
from plugins.exchange.dldb.reading import Export
from plugins.exchange.plaintext import one_line, shortened, without_invisible

_UNKNOWN = "nicht übernommen: Das Feld ist dem Importer unbekannt"
_EMPTY: tuple[object, ...] = (None, "", False, [], {})


def fields_of(export: Export, kind: str) -> tuple[FieldUse, ...]:
    """Every key of an export file with its counts, sorted; `kind` is `services` or `locations`."""
    fates = {path: fate for file, path, fate in _table() if file == kind}
    seen: Counter[str] = Counter()
    filled: Counter[str] = Counter()
    for path, value in _keys(export.tree, "", frozenset(fates)):
        seen[path] += 1
        filled[path] += value not in _EMPTY
    return tuple(
        FieldUse(export.file, path, seen[path], filled[path], fates.get(path, _UNKNOWN)) for path in sorted(seen)
    )


def _keys(value: object, path: str, known: frozenset[str]) -> Iterator[tuple[str, object]]:
    """Every key below a value; below a key that no table knows nothing is looked at, so depth is bounded."""
    if isinstance(value, dict):
        for key, child in value.items():
            inner = f"{path}.{_word(key)}" if path else _word(key)
            yield inner, child
            if inner in known:
                yield from _keys(child, inner, known)
    elif isinstance(value, list):
        for child in value:
            if isinstance(child, dict):
                yield from _keys(child, path, known)


def _word(key: str) -> str:
    return shortened(one_line(without_invisible(key)[0]).replace("|", "/").replace(".", "·"), 60) or "(leer)"


@cache
def _table() -> tuple[tuple[str, str, str], ...]:
    path = Path(__file__).with_name("fields.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple((row["file"], row["field"], row["fate"]) for row in csv.DictReader(file, delimiter=";"))
