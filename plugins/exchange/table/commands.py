"""`make export-csv` and `make import-csv`: a department's facts to Excel and back, all or nothing."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog import printing
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.changes import Change, named, unsaved, write
from plugins.catalog.german import did_you_mean
from plugins.catalog.places import Problem, Severity
from plugins.catalog.validation import validated
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.table.changing import Outcome, outcome
from plugins.exchange.table.rows import rows
from plugins.exchange.table.sheet import as_csv, lines


def export(folder: Path, file: Path, owner: str) -> str:
    """Write the table of a department, or of all; say what to do next. Raises `ImportRefusedError`."""
    catalog, _ = load(folder)
    _known_owner(catalog, owner)
    if file.exists():
        raise ImportRefusedError(f"{file} gibt es schon. Wählen Sie einen anderen Namen, damit nichts verloren geht.")
    found = list(rows(catalog, folder, owner))
    file.write_bytes(as_csv(found))
    return f"{len(found)} Zeilen in {file}. Danach: make import-csv FILE={file} DRY_RUN=1"


def _known_owner(catalog: Catalog, owner: str) -> None:
    owners = {service.owner for service in catalog.services}
    if owner and owner not in owners:
        hint = did_you_mean(owner, owners) or f"Bekannt sind: {', '.join(sorted(owners))}."
        raise ImportRefusedError(f"Das Fachamt „{owner}“ pflegt keine Dienstleistung. {hint}")


def take(folder: Path, file: Path, dry_run: bool) -> tuple[list[str], bool]:
    """What to say of a table and whether all is well; its changes are written when all of them can be."""
    catalog, problems = validated(folder)
    found = outcome(catalog, folder, *lines(file.read_bytes()))
    changes = found.changed(folder)
    new = list(_new_errors(folder, changes, problems)) if changes and not found.mistakes else []
    is_well = not found.mistakes and not new
    said = [*found.changes, *found.mistakes, *_about(found, new, folder)]
    if is_well and not dry_run and changes:
        lost = unsaved(folder, changes)
        write(folder, changes)
        said += [f"Hinweis: noch nicht in git gesichert: {named(lost)}"] if lost else []
    return [*said, _sum(found, len(changes), len(new), dry_run)], is_well


def _about(found: Outcome, new: list[Problem], folder: Path) -> Iterator[str]:
    """The lines of each error of the content, the first with the lines of the table that it comes from."""
    for one in sorted(new):
        yield from f"{found.label(one)}{printing.block(one, str(folder))}".splitlines()


def _new_errors(folder: Path, changes: list[Change], before: list[Problem]) -> Iterator[Problem]:
    """The errors that the content would have with the changes and does not have now; tried on a copy."""
    with tempfile.TemporaryDirectory() as beside:
        copy = Path(shutil.copytree(folder, Path(beside) / "content", symlinks=True))
        write(copy, changes)
        known = {(found.place.path, found.message) for found in before}
        for found in validated(copy)[1]:
            if found.severity is Severity.ERROR and (found.place.path, found.message) not in known:
                yield found


def _sum(found: Outcome, files: int, errors: int, dry_run: bool) -> str:
    changes = f"{len(found.changes)} {'Änderung' if len(found.changes) == 1 else 'Änderungen'}"
    where = f"{changes} in {files} {'Datei' if files == 1 else 'Dateien'}"
    if errors:
        these = "dieser Änderung" if len(found.changes) == 1 else "diesen Änderungen"
        return f"{where}; mit {these} hätten die Inhalte {errors} Fehler. Geschrieben ist nichts."
    if found.mistakes:
        return f"{where}, {len(found.mistakes)} Fehler in der Tabelle. Geschrieben ist nichts."
    if not found.changes:
        return "Die Tabelle ändert nichts."
    return f"{where}. Geschrieben ist nichts (DRY_RUN=1)." if dry_run else f"{where} geschrieben. Ansehen: git diff"
