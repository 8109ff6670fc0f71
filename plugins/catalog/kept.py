"""What a build has worked out and the next one can use: bytes under a name, never anything else than what was kept."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

_DIGEST_BYTES = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of entries. A name says all that an entry is made of; an entry that is damaged is none."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        """What was kept under a name; None when there is nothing, or not what was written."""
        try:
            stored = (self.folder / name).read_bytes()
        except OSError:
            return None
        digest, data = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        return data if hashlib.sha256(data).digest() == digest else None

    def put(self, name: str, data: bytes) -> None:
        """Written beside and moved into place, so that no other build ever reads half an entry."""
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = self.folder / f"{name}.{os.getpid()}"
        beside.write_bytes(hashlib.sha256(data).digest() + data)
        beside.replace(self.folder / name)

    def forget(self, suffix: str, most: int) -> None:
        """Keep so many of the entries whose name ends so, the latest ones."""
        alike = [path for path in self.folder.glob(f"*{suffix}") if path.is_file()]
        for old in sorted(alike, key=_moment, reverse=True)[most:]:
            old.unlink(missing_ok=True)


def _moment(path: Path) -> int:
    """When an entry was written; the oldest of all is one that another build has taken away meanwhile."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
