"""Search files of the last builds, each under the digest of what they are made of: documents, code and stop words.

Beside them stands what the last build found out about each document.
"""

from collections.abc import Sequence
from pathlib import Path

from plugins.catalog.kept import Kept
from search import browser_index
from search.documents import SearchDocument
from search.memory import Memory, digest
from search.packing import columns, framed

KEPT = 64
"""How many builds stay: the towns of one content folder, and a few steps back."""

_CODE = Path(__file__).parent
_FILES, _MEMORY = ".files", ".memory"


def files(documents: Sequence[SearchDocument], folder: Path) -> dict[str, bytes]:
    """The search files of these documents, from the folder when it has them whole, else built and kept there."""
    code, kept = _code(), Kept(folder)
    entry = f"{digest(code, *map(repr, documents))}{_FILES}"
    stored = kept.get(entry)
    if stored is not None:
        parts = list(columns(stored))
        return {name.decode(): data for name, data in zip(parts[::2], parts[1::2], strict=True)}
    memory = Memory(kept.get(f"{code}{_MEMORY}"))
    found = browser_index.build(documents, memory)
    kept.put(f"{code}{_MEMORY}", memory.stored())
    kept.forget(_MEMORY, most=1)
    kept.put(entry, framed([part for name, data in found.items() for part in (name.encode(), data)]))
    kept.forget(_FILES, most=KEPT)
    return found


def _code() -> str:
    """The digest of everything but the documents that decides what is built."""
    sources = sorted(path for path in _CODE.rglob("*") if path.suffix in {".py", ".txt"})
    return digest(*(path.read_text("utf-8") for path in sources))
