"""The bytes a portal publishes, kept from build to build under the digest of what they are made of."""

import hashlib
import os
from pathlib import Path

from plugins.catalog.records.medium import Format, Medium
from plugins.media import documents, pictures
from plugins.media.reading import digest

_DIGEST_BYTES = 32


class ChangedError(ValueError):
    """A file that is another one since it was checked; says so in German."""


def published(medium: Medium, content: Path, cache: Path) -> bytes:
    """A medium written anew. Raises `ChangedError`."""
    entry = cache / medium.digest
    kept = _read(entry)
    if kept is None:
        kept = _made(medium, (content / medium.place().path).read_bytes())
        _write(entry, kept)
    return kept


def _made(medium: Medium, data: bytes) -> bytes:
    if digest(data) != medium.digest:
        raise ChangedError(f"{medium.place().path} hat sich während des Bauens geändert. Bauen Sie noch einmal.")
    if medium.format is Format.PDF:
        return documents.rewritten(data)
    return pictures.encoded(pictures.picture(data, medium.format), medium.format)


def _read(entry: Path) -> bytes | None:
    """What an entry holds; nothing when it is missing or not what was written."""
    try:
        stored = entry.read_bytes()
    except OSError:
        return None
    checked, content = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
    return content if hashlib.sha256(content).digest() == checked else None


def _write(entry: Path, content: bytes) -> None:
    entry.parent.mkdir(parents=True, exist_ok=True)
    beside = entry.with_name(f"{entry.name}.{os.getpid()}")
    beside.write_bytes(hashlib.sha256(content).digest() + content)
    beside.replace(entry)
