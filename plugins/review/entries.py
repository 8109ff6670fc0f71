"""What git knows of the files of a request and a folder does not show: rights, and foreign repositories."""

from collections.abc import Iterator, Sequence

from plugins.catalog.git import Entry
from plugins.catalog.places import Place, Problem

_READ = {"100644", "120000"}
"""Ordinary files, and links to files: what becomes of both, the check of the written files says."""

_STRANGE = {
    "100755": (
        "Die Datei ist als Programm markiert (ausführbar)",
        "So wird sie wieder Text: git update-index --chmod=-x",
    ),
    "160000": ("Hier hängt ein fremdes Repository (Untermodul)", "Entfernen Sie es: git rm --cached"),
}
_OTHER = ("Die Datei hat ungewöhnliche Rechte", "Löschen Sie sie und legen Sie sie neu an, zuletzt: git add")


def findings(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Everything that is neither an ordinary file nor a link."""
    for entry in entries:
        if entry.mode not in _READ:
            message, hint = _STRANGE.get(entry.mode, _OTHER)
            yield Problem(Place(entry.path), message, f"{hint} {entry.path}", rule="file")
