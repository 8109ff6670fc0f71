"""What git knows of the files of a request and a folder does not show: rights, and foreign repositories."""

import posixpath
from collections.abc import Iterator, Sequence

from plugins.catalog.git import Entry
from plugins.catalog.places import Place, Problem

_READ = {"100644", "120000"}
"""Ordinary files, and links to files: what becomes of both, the check of the written files says."""

_STRANGE = {
    "100755": (
        "Die Datei ist als Programm markiert (ausführbar)",
        "Nehmen Sie ihr das Recht, zu laufen; am Rechner mit git: git update-index --chmod=-x",
    ),
    "160000": (
        "Hier hängt ein fremdes Repository (Untermodul)",
        "Nehmen Sie es aus dem Antrag heraus; am Rechner mit git: git rm --cached",
    ),
}
_OTHER = ("Die Datei hat ungewöhnliche Rechte", "Löschen Sie sie und legen Sie sie neu an, zuletzt: git add")


def findings(entries: Sequence[Entry], folder: str) -> Iterator[Problem]:
    """Everything that is neither an ordinary file nor a link; `folder` holds the content, for paths in remedies."""
    for entry in entries:
        if entry.mode not in _READ:
            message, hint = _STRANGE.get(entry.mode, _OTHER)
            yield Problem(
                Place(entry.path), message, f"{hint} {posixpath.normpath(f'{folder}/{entry.path}')}", rule="file"
            )
