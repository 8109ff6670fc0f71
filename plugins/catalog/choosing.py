"""The portal that a command is about: a folder of content without errors, and a place in it."""

from pathlib import Path

from plugins.catalog import printing
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality
from plugins.catalog.validation import has_errors, validated


class NotChosenError(Exception):
    """What to say in German, and the exit code: 1 when the content has errors, 2 for a name that does not exist."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def chosen(folder: Path, municipality: str, command: str) -> tuple[Catalog, Municipality]:
    """The catalog and the place, without a name the first; `command` is the one to repeat. Raises `NotChosenError`."""
    if not folder.is_dir():
        raise NotChosenError(f"Den Ordner {folder} gibt es nicht. Geben Sie ihn an: {command} CONTENT=…", 2)
    catalog, problems = validated(folder)
    if has_errors(problems):
        raise NotChosenError(printing.as_text(problems, str(folder)), 1)
    wanted = catalog.current.get(municipality) if municipality else catalog.first_municipality
    if wanted is None:
        known = ", ".join(sorted(catalog.current))
        raise NotChosenError(f"Den Ort „{municipality}“ gibt es nicht. Möglich sind: {known}.", 2)
    return catalog, wanted
