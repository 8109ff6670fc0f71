"""What is shown of a document, as few bytes. Twin of the way back: `theme/scripts/search/rows.mjs`."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from search.documents import SearchDocument

COLUMNS = ("url", "title", "summary", "provider", "ways", "audience", "topics")

BESIDE = tuple(name for name in COLUMNS if name not in {"url", "title"})
"""Columns that a hit can do without for a moment."""

COMMON = ("provider", "ways", "audience", "topics")
"""Columns in which many services agree; they stand together."""

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def pack(documents: Sequence[SearchDocument], names: Sequence[str]) -> bytes:
    """These columns of the documents as JSON, a list per name; an address that follows from the title is empty.

    What many services have in common stands there once: `kinds` are the different ones, `kind` which one each has.
    """
    columns: dict[str, list[Any]] = {name: [getattr(one, name) for one in documents] for name in names}
    if "url" in columns:
        columns["url"] = ["" if one.url == _usual_address(one.title) else one.url for one in documents]
    return _packed(columns)


def common(packed: bytes, edited: Mapping[int, SearchDocument]) -> bytes:
    """The columns in which many services agree, with those of these documents in their places."""
    found = [{name: _frozen(value) for name, value in record.items()} for record in unpack(packed)]
    for place, one in edited.items():
        found[place] = {name: getattr(one, name) for name in found[place]}
    return _packed({name: [record[name] for record in found] for name in found[0]})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _packed(columns: dict[str, list[Any]]) -> bytes:
    if common := [columns.pop(name) for name in COMMON if name in columns]:
        of_each = list(zip(*common, strict=True))
        kinds = {kind: number for number, kind in enumerate(dict.fromkeys(of_each))}
        columns |= {"kinds": list(kinds), "kind": [kinds[kind] for kind in of_each]}
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(packed: bytes) -> list[dict[str, Any]]:
    """A record per document of these columns."""
    columns = json.loads(packed)
    kinds, of_each = columns.pop("kinds", []), columns.pop("kind", [])
    if kinds:
        columns |= zip(COMMON, zip(*map(kinds.__getitem__, of_each), strict=True), strict=True)
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def with_address(row: Mapping[str, Any]) -> dict[str, Any]:
    """The record with the address that follows from its title, unless it has another."""
    return {**row, "url": row["url"] or _usual_address(row["title"])}


def _usual_address(title: str) -> str:
    """„Hund anmelden“ → `/leistungen/hund-anmelden/`, by a rule that JavaScript follows letter by letter."""
    spelled = title.lower().translate(_SPELLED_OUT)
    return f"/leistungen/{re.sub('[^a-z0-9]+', '-', unicodedata.normalize('NFKD', spelled)).strip('-')}/"
