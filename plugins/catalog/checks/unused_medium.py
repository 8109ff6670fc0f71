"""Was im Ordner media liegt, kommt in einem Text vor."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity


def check(catalog: Catalog) -> Iterator[Problem]:
    """Pictures and PDFs that nobody names: no portal publishes them. Texts that could not be read may name some."""
    unread = " ".join(file.text for file in catalog.broken)
    for medium in catalog.media.values():
        if medium.written not in catalog.named_media and medium.written not in unread:
            yield problem(
                medium,
                "Kein Text nennt diese Datei; sie wird nicht veröffentlicht",
                hint=f"Nennen Sie {medium.written} in einem Text, oder löschen Sie die Datei.",
                severity=Severity.HINT,
            )
