"""Nichts Geheimes wird veröffentlicht: keine Schlüssel, keine Passwörter, keine Spuren des Rechners."""

import re
from collections.abc import Iterator

from plugins.catalog import secrets
from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight

_NEVER = re.compile(
    r"(?:^|/)(?:\.(?:env|git|svn|hg|ssh|htpasswd|netrc|npmrc|pypirc|DS_Store)(?:[./]|$)|id_(?:rsa|dsa|ecdsa|ed25519)\b)"
    r"|(?:~|\.(?:bak|old|orig|rej|swp|tmp|map|log|sql|sqlite3?|db|pem|key|p12|pfx|kdbx|pyc|py))$"
)
_TRACES = (
    (b"/home/", re.compile(rb"(?<![\w.:/-])/home/[\w.-]+/[\w.-]")),
    (b"/Users/", re.compile(rb"(?<![\w.:/-])/Users/[\w.-]+/[\w.-]")),
    (b"\\Users\\", re.compile(rb"[A-Z]:\\+Users\\+\w")),
    (b"file:///", re.compile(rb"file:///[\w%]")),
)
_MAP = (b"sourceMappingURL=", re.compile(rb"[#@] sourceMappingURL="))


def seen(sight: Sight) -> str:
    """How many files were looked through."""
    return counted(len(sight.new.texts), "Datei", "Dateien")


def check(sight: Sight) -> Iterator[str]:
    """Named by file and line; the secret itself is never printed."""
    for name in sorted(sight.new.digests):
        if _NEVER.search(name):
            yield f"{name} gehört nicht in ein Portal."
    for name in sight.new.texts:
        data = sight.new.read(name)
        for found in secrets.secrets(data):
            yield f"{name}:{found.line}: {found.name}. Löschen Sie ihn an der Quelle und sperren Sie ihn dort."
        yield from _traces(name, data)


def _traces(name: str, data: bytes) -> Iterator[str]:
    for start, pattern in _TRACES:
        if start in data and (found := pattern.search(data)):
            line = data.count(b"\n", 0, found.start()) + 1
            yield f"{name}:{line}: ein Pfad des Rechners, auf dem gebaut wurde."
    if name.endswith((".mjs", ".js", ".css")) and _MAP[0] in data and _MAP[1].search(data):
        yield f"{name}: nennt eine Karte des Quelltexts (sourceMappingURL)."
