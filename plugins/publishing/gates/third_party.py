"""Nichts wird von anderen Servern geladen, und kein Formular schickt etwas dorthin."""

import re
from collections.abc import Iterator
from itertools import filterfalse

from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.pointing import targets
from plugins.publishing.tree import is_for_editors

_LOADING = {
    ".css": re.compile(rb"(?:url\(\s*|@import\s*)[\"']?\s*((?:[a-z]+:)?//[^\"')\s;]+)", re.IGNORECASE),
    ".svg": re.compile(rb"(?:href\s*=\s*|url\(\s*)[\"']?\s*((?:[a-z]+:)?//[^\"')\s>]+)", re.IGNORECASE),
    ".webmanifest": re.compile(rb"\"src\"\s*:\s*\"((?:[a-z]+:)?//[^\"]+)", re.IGNORECASE),
}
_CODE = re.compile(
    rb"(?:\bfrom\s*|\bimport\s*\(?\s*|\b(?:fetch|Worker|EventSource|WebSocket|importScripts|sendBeacon|open)\s*\(\s*"
    rb"(?:[\"'][A-Z]+[\"']\s*,\s*)?|\.(?:src|href|action)\s*=\s*)[\"'`]((?:https?:|wss?:)?//[^\"'`\s]+)"
)
_FILES = {**_LOADING, ".mjs": _CODE, ".js": _CODE}


def seen(sight: Sight) -> str:
    """How many pages, styles, scripts and drawings were looked through."""
    files = sum(name.endswith(tuple(_FILES)) for name in sight.new.digests)
    pages = counted(len(sight.new.pages), "Seite", "Seiten")
    return f"{pages}, {counted(files, 'Datei', 'Dateien')} mit Gestaltung und Programmen"


def check(sight: Sight) -> Iterator[str]:
    """No visitor is known to anybody else because of us."""
    loaded = ((page, reference) for page, reference in sight.new.references if reference.is_loaded)
    for target in targets(sight.url, loaded):
        if target.elsewhere and not target.elsewhere.startswith("data:image/"):
            yield f"„{target.elsewhere}“ würde beim Öffnen gefragt; so steht es auf {first(target.pages)}."
    for suffix, loading in _FILES.items():
        for name in filterfalse(is_for_editors, sight.new.named(suffix)):
            for address in dict.fromkeys(loading.findall(sight.new.read(name))):
                yield f"{name} lädt „{address.decode('utf-8', 'replace')}“."
