"""Das Formular der Redaktion liegt nicht im öffentlichen Portal."""

from collections.abc import Iterator

from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight
from plugins.publishing.tree import is_for_editors


def seen(sight: Sight) -> str:
    """How many files of the form there are."""
    count = sum(map(is_for_editors, sight.new.digests))
    return counted(count, "Datei", "Dateien") if count else "keine Datei unter /admin/"


def check(sight: Sight) -> Iterator[str]:
    """Other gates do not look into it: it is a program of others, which asks the server of the repository."""
    if any(map(is_for_editors, sight.new.digests)):
        yield "/admin/ braucht eine eigene Adresse, nur für die Redaktion. Bauen Sie das Portal ohne ADMIN=1."
