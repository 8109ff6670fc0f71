"""Search files of the last builds, each under the digest of what they are made of: documents, code and stop words."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from search import browser_index
from search.documents import SearchDocument
from search.packing import deflated, inflated

KEPT = 8
"""How many builds stay: the towns of one content folder, and a few steps back."""

_CODE = Path(__file__).parent
_DIGEST_BYTES = 32


def files(documents: Sequence[SearchDocument], folder: Path) -> dict[str, bytes]:
    """The search files of these documents, from the folder when it has them whole, else built and kept there."""
    entry = folder / digest(documents)
    found = _read(entry)
    if found is None:
        found = browser_index.build(documents)
        _write(entry, found)
    return found


def digest(documents: Sequence[SearchDocument]) -> str:
    """The name of the search files of these documents, as long as the code is the same."""
    content = json.dumps([asdict(document) for document in documents], ensure_ascii=False).encode()
    sources = [path for path in _CODE.rglob("*") if path.suffix in {".py", ".txt"}]
    pieces = [content, *(path.read_bytes() for path in sorted(sources))]
    return hashlib.sha256(b"".join(hashlib.sha256(piece).digest() for piece in pieces)).hexdigest()[:32]


def _read(entry: Path) -> dict[str, bytes] | None:
    """What an entry holds; nothing when it is missing or not what was written."""
    try:
        stored = entry.read_bytes()
    except OSError:
        return None
    checked, content = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
    if hashlib.sha256(content).digest() != checked:
        return None
    parts = inflated(content)
    return {name.decode(): data for name, data in zip(parts[::2], parts[1::2], strict=True)}


def _write(entry: Path, found: Mapping[str, bytes]) -> None:
    """Written beside and moved into place, so that no build ever reads half an entry; the oldest ones go."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    content = deflated([part for name, data in found.items() for part in (name.encode(), data)])
    beside = entry.with_name(f"{entry.name}.{os.getpid()}")
    beside.write_bytes(hashlib.sha256(content).digest() + content)
    beside.replace(entry)
    for old in sorted(entry.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
