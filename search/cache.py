"""Search files of the last builds, each under the digest of what they are made of: documents, code and stop words.

Beside them stands what the last build found out about each document.
"""

from collections.abc import Sequence
from pathlib import Path

from plugins.catalog.kept import Kept
from search import blocks, browser_index, revising
from search.blocks import MissingError
from search.documents import SearchDocument
from search.layout import Layout
from search.lines import Lines
from search.memory import Memory, digest
from search.packing import columns, framed

KEPT = 64
"""How many builds stay: the towns of one content folder, and a few steps back."""

_CODE = Path(__file__).parent
_FILES, _MEMORY = ".files", ".memory"


def files(documents: Sequence[SearchDocument], folder: Path) -> dict[str, bytes]:
    """The search files of these documents, from the folder when it has them whole, else built and kept there."""
    return of_lines(Lines.of(documents), folder)


def of_lines(documents: Lines, folder: Path, before: Lines | None = None) -> dict[str, bytes]:
    """The same; where all `before` but a few was as it is now, only what the few change is built.

    Raises `MissingError` where documents that were kept are gone.
    """
    code, kept = _code(), Kept(folder)
    name = _name(code, documents)
    if (found := _stored(kept, name)) is not None:
        return found
    memory = Memory(kept.get(f"{code}{_MEMORY}"), kept)
    try:
        if before and memory.build == _name(code, before):
            found = _revised(_stored(kept, memory.build), memory, before, documents)
        found = found or browser_index.build(documents.documents, memory)
    except MissingError:
        found = browser_index.build(documents.documents, memory := Memory())
    memory.build = name
    kept.put(f"{code}{_MEMORY}", stored := memory.stored(kept))
    kept.forget(_MEMORY, most=1)
    blocks.forget(kept, [stored])
    kept.put(f"{name}{_FILES}", framed([part for file, data in found.items() for part in (file.encode(), data)]))
    kept.forget(_FILES, most=KEPT)
    return found


def _stored(kept: Kept, name: str) -> dict[str, bytes] | None:
    """The files of a build."""
    stored = kept.get(f"{name}{_FILES}")
    if stored is None:
        return None
    parts = list(columns(stored))
    return {name.decode(): data for name, data in zip(parts[::2], parts[1::2], strict=True)}


def _revised(files: dict[str, bytes] | None, memory: Memory, before: Lines, now: Lines) -> dict[str, bytes] | None:
    """The files of a very large directory after an edit that changed neither keys nor what a hit is worth."""
    edited = {place: (before.at(place), now.at(place)) for place in now.other(before)}
    stands = all(_standing(one) == _standing(other) for one, other in edited.values())
    if not files or not stands or not Layout.of(len(now.slugs)).sharded:
        return None
    new = {place: now for place, (_, now) in edited.items()}
    return revising.revised(files, memory, new, now.at)


def _standing(document: SearchDocument) -> tuple[object, ...]:
    """What of a document an edit must leave alone."""
    return document.slug, document.url, document.leika, document.weight, document.valid_until, document.is_by_rule


def _name(code: str, documents: Lines) -> str:
    """What the files of these documents are kept under."""
    return digest(code, *documents.blocks.names)


def _code() -> str:
    """The digest of everything but the documents that decides what is built."""
    sources = sorted(path for path in _CODE.rglob("*") if path.suffix in {".py", ".txt"})
    return digest(*(path.read_text("utf-8") for path in sources))
