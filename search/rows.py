"""What is shown of a document, as few bytes. Twin of the way back: `theme/scripts/search/rows.mjs`."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from search.documents import SearchDocument

COLUMNS = ("url", "title", "summary", "provider", "ways", "audience", "topics")

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def pack(documents: Sequence[SearchDocument], names: Sequence[str]) -> bytes:
    """These columns of the documents as JSON, a list per name; an address that follows from the title is empty."""
    columns = {name: [getattr(one, name) for one in documents] for name in names}
    if "url" in columns:
        columns["url"] = ["" if one.url == _usual_address(one.title) else one.url for one in documents]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(packed: bytes) -> list[dict[str, Any]]:
    """A record per document of these columns."""
    columns = json.loads(packed)
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def with_address(row: Mapping[str, Any]) -> dict[str, Any]:
    """The record with the address that follows from its title, unless it has another."""
    return {**row, "url": row["url"] or _usual_address(row["title"])}


def _usual_address(title: str) -> str:
    """„Hund anmelden“ → `/leistungen/hund-anmelden/`, by a rule that JavaScript follows letter by letter."""
    spelled = title.lower().translate(_SPELLED_OUT)
    return f"/leistungen/{re.sub('[^a-z0-9]+', '-', unicodedata.normalize('NFKD', spelled)).strip('-')}/"
