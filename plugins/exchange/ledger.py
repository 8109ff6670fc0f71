"""What earlier imports wrote: which record became which file, and with what content."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

FOLDER = ".import"
FILE = "import-report.json"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ImportRefusedError(Exception):
    """Why an import does not begin; the message is German and says what to do."""


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """A file as an import wrote it; `source_id` is empty when it was not made from one foreign record."""

    path: str
    digest: str
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries by path."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def names(self, pattern: str) -> dict[str, str]:
        """Source id → slug of the files whose path matches; so a record keeps its address when its title changes."""
        found = ((entry.source_id, re.fullmatch(pattern, entry.path)) for entry in self.entries.values())
        return {source_id: match["slug"] for source_id, match in found if source_id and match and _is_slug(match)}

    def as_json(self) -> str:
        """The ledger as a file, sorted by path."""
        files = [
            {"path": entry.path, "sha256": entry.digest, "source_id": entry.source_id}
            for entry in sorted(self.entries.values())
        ]
        return json.dumps({"files": files}, ensure_ascii=False, indent=1) + "\n"


def _is_slug(match: re.Match[str]) -> bool:
    return bool(_SLUG.fullmatch(match["slug"]))


def digest(text: bytes) -> str:
    """The fingerprint by which an editor's change is noticed."""
    return hashlib.sha256(text).hexdigest()


def home(folder: Path, addition: str = "") -> Path:
    """Where an import keeps ledger and report; one that adds to a folder instead of filling it has its own place."""
    return folder / FOLDER / addition


def load(folder: Path, addition: str = "") -> Ledger:
    """The ledger of a folder; empty for a new or empty folder, and for any that an `addition` comes to first.

    Raises `ImportRefusedError` for any other folder.
    """
    path = home(folder, addition) / FILE
    if path.is_file():
        return _read(path)
    if not addition and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ImportRefusedError(
            f"{folder} ist nicht leer und stammt nicht aus einem Import. Geben Sie einen neuen Ordner an: INTO=…"
        )
    return Ledger()


def _read(path: Path) -> Ledger:
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
        entries = [Entry(str(one["path"]), str(one["sha256"]), str(one["source_id"])) for one in files]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise ImportRefusedError(
            f"{path} ist nicht lesbar. Ohne dieses Verzeichnis ist nicht zu erkennen, was die Redaktion geändert hat; "
            "stellen Sie es aus der Sicherung wieder her oder importieren Sie in einen neuen Ordner."
        ) from None
    return Ledger({entry.path: entry for entry in entries})
