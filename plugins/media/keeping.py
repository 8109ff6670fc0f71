"""The bytes a portal publishes, kept from build to build under the digest of what they are made of."""

from pathlib import Path

from plugins.catalog.kept import Kept
from plugins.catalog.records.medium import Format, Medium
from plugins.media.reading import digest


class ChangedError(ValueError):
    """A file that is another one since it was checked; says so in German."""


def published(medium: Medium, content: Path, cache: Path) -> bytes:
    """A medium written anew. Raises `ChangedError`."""
    kept = Kept(cache)
    found = kept.get(medium.digest)
    if found is None:
        found = _made(medium, (content / medium.origin.path).read_bytes())
        kept.put(medium.digest, found)
    return found


def _made(medium: Medium, data: bytes) -> bytes:
    if digest(data) != medium.digest:
        raise ChangedError(f"{medium.origin.path} hat sich während des Bauens geändert. Bauen Sie noch einmal.")
    from plugins.media import documents, pictures

    if medium.format is Format.PDF:
        return documents.rewritten(data)
    return pictures.encoded(pictures.picture(data, medium.format), medium.format)
