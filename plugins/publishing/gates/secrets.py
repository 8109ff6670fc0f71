"""Nichts Geheimes wird veröffentlicht: keine Schlüssel, keine Passwörter, keine Spuren des Rechners."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog import secrets
from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight
from plugins.publishing.tree import is_for_editors

_NEVER = re.compile(
    r"(?:^|/)(?:\.(?:env|git|svn|hg|ssh|htpasswd|netrc|npmrc|pypirc|DS_Store)(?:[./]|$)|id_(?:rsa|dsa|ecdsa|ed25519)\b)"
    r"|(?:~|\.(?:bak|old|orig|rej|swp|tmp|map|log|sql|sqlite3?|db|pem|key|p12|pfx|kdbx|pyc|py))$"
)
_TRACES = ((b"\\Users\\", re.compile(rb"[A-Z]:\\+Users\\+\w")), (b"file:///", re.compile(rb"file:///[\w%]")))
_PROJECT = Path(__file__).resolve().parents[3]
_MAP = b"# sourceMappingURL="
_LINE = b"\n"


def seen(sight: Sight) -> str:
    """How many files were looked through."""
    return counted(len(sight.new.texts), "Datei", "Dateien")


def check(sight: Sight) -> Iterator[str]:
    """Named by file and line; the secret itself is never printed."""
    for name in sorted(sight.new.digests):
        if _NEVER.search(name):
            yield f"{name} gehört nicht in ein Portal."
    here = _paths(sight)
    for name in sight.new.texts:
        data = sight.new.read(name)
        for found in secrets.secrets(data):
            yield f"{name}:{found.line}: {found.name}. Löschen Sie ihn an der Quelle und sperren Sie ihn dort."
        if trace := _trace(data, here):
            yield f"{name}:{data.count(_LINE, 0, trace.start()) + 1}: ein Pfad des Rechners, auf dem gebaut wurde."
    for name in sight.new.texts:
        if name.endswith((".mjs", ".js", ".css")) and not is_for_editors(name) and _MAP in sight.new.read(name):
            yield f"{name}: nennt eine Karte des Quelltexts (sourceMappingURL)."


def _trace(data: bytes, here: list[bytes]) -> re.Match[bytes] | None:
    own = ((folder, re.compile(rb"(?<![\w.:/-])" + re.escape(folder) + rb"/\w")) for folder in here)
    found = (pattern.search(data) for start, pattern in (*_TRACES, *own) if start in data)
    return next((trace for trace in found if trace), None)


def _paths(sight: Sight) -> list[bytes]:
    """Where this machine has its own, the program and the portal; any other path is a citizen's example."""
    return sorted({str(folder).encode() for folder in (Path.home(), _PROJECT, sight.new.folder.resolve())} - {b"/"})
