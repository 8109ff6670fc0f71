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
    if common := [columns.pop(name) for name in COMMON if name in columns]:
        of_each = list(zip(*common, strict=True))
        kinds = {kind: number for number, kind in enumerate(dict.fromkeys(of_each))}
        columns |= {"kinds": list(kinds), "kind": [kinds[kind] for kind in of_each]}
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(packed: bytes) -> list[dict[str, Any]]:
    """A record per document of these columns."""
    columns = json.loads(packed)
    kinds = columns.pop("kinds", [])
    records = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    if not kinds:
        return records
    return [{**record, **dict(zip(COMMON, kinds[record.pop("kind")], strict=True))} for record in records]


def with_address(row: Mapping[str, Any]) -> dict[str, Any]:
    """The record with the address that follows from its title, unless it has another."""
    return {**row, "url": row["url"] or _usual_address(row["title"])}


def _usual_address(title: str) -> str:
    """„Hund anmelden“ → `/leistungen/hund-anmelden/`, by a rule that JavaScript follows letter by letter."""
    spelled = title.lower().translate(_SPELLED_OUT)
    return f"/leistungen/{re.sub('[^a-z0-9]+', '-', unicodedata.normalize('NFKD', spelled)).strip('-')}/"
