"""Search files of the last builds, each under the digest of what they are made of: documents, code and stop words.

Beside them stands what the last build found out about each document.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from search import browser_index
from search.documents import SearchDocument
from search.memory import Memory, digest
from search.packing import columns, framed

KEPT = 64
"""How many builds stay: the towns of one content folder, and a few steps back."""

_CODE = Path(__file__).parent
_DIGEST_BYTES = 32
_FILES, _MEMORY = ".files", ".memory"


def files(documents: Sequence[SearchDocument], folder: Path) -> dict[str, bytes]:
    """The search files of these documents, from the folder when it has them whole, else built and kept there."""
    code = _code()
    entry = folder / f"{digest(code, *map(repr, documents))}{_FILES}"
    stored = _read(entry)
    if stored is not None:
        parts = list(columns(stored))
        return {name.decode(): data for name, data in zip(parts[::2], parts[1::2], strict=True)}
    remembered = folder / f"{code}{_MEMORY}"
    memory = Memory(json.loads(_read(remembered) or b"{}"))
    found = browser_index.build(documents, memory)
    _write(remembered, json.dumps(memory.current, ensure_ascii=False).encode(), keep=1)
    _write(entry, framed([part for name, data in found.items() for part in (name.encode(), data)]), keep=KEPT)
    return found


def _code() -> str:
    """The digest of everything but the documents that decides what is built."""
    sources = sorted(path for path in _CODE.rglob("*") if path.suffix in {".py", ".txt"})
    return digest(*(path.read_text("utf-8") for path in sources))


def _read(entry: Path) -> bytes | None:
    """What an entry holds; nothing when it is missing or not what was written."""
    try:
        stored = entry.read_bytes()
    except OSError:
        return None
    checked, content = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
    return content if hashlib.sha256(content).digest() == checked else None


def _write(entry: Path, content: bytes, keep: int) -> None:
    """Written beside and moved into place, so that no build ever reads half an entry; the oldest of its kind go."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    beside = entry.with_name(f"{entry.name}.{os.getpid()}")
    beside.write_bytes(hashlib.sha256(content).digest() + content)
    beside.replace(entry)
    alike = entry.parent.glob(f"*{entry.suffix}")
    for old in sorted(alike, key=lambda path: path.stat().st_mtime_ns, reverse=True)[keep:]:
        old.unlink(missing_ok=True)
