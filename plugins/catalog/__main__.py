"""`python -m plugins.catalog check [FOLDER]`: all problems of a content folder, exit 1 when there are errors.

`python -m plugins.catalog explain SERVICE MUNICIPALITY [FOLDER]` says who is competent, which file each field comes
from, which ways lead on and whether search engines may list the page; exit 2 for names that nobody knows.
`python -m plugins.catalog fields` prints the field reference for editors.
`python -m plugins.catalog addresses [--municipality NAME] [FOLDER]` notes what is published.
"""

import argparse
import sys
from pathlib import Path

from plugins.authoring.mending import repaired
from plugins.catalog import catalog, explaining, printing, reference, registering
from plugins.catalog.changes import report
from plugins.catalog.validation import has_errors, validated


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    code: int = options.answer(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.catalog", description="Inhalte prüfen und erklären")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    checking = commands.add_parser("check", help="alle Fehler der Inhalte")
    checking.set_defaults(answer=check)
    explained = commands.add_parser("explain", help="eine Leistung in einem Ort: wer, woher, welche Wege")
    explained.add_argument("service", help="Name der Leistung, zum Beispiel hund-anmelden")
    explained.add_argument("municipality", help="Ordner des Ortes")
    explained.set_defaults(answer=explain)
    commands.add_parser("fields", help="alle Felder").set_defaults(answer=fields)
    noting = commands.add_parser("addresses", help="die veröffentlichten Adressen aufschreiben")
    noting.add_argument("--municipality", default="", help="Ordner des Ortes; ohne Angabe alle")
    noting.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts schreiben")
    noting.set_defaults(answer=addresses)
    for command in (checking, explained, noting):
        command.add_argument("folder", nargs="?", default="content", help="Ordner der Inhalte")
    return parser


def fields(_options: argparse.Namespace) -> int:
    """Print the field reference."""
    print(reference.fields_page(), end="")
    return 0


def check(options: argparse.Namespace) -> int:
    """Print all problems of a content folder; 1 when there are errors, 2 when there is no such folder."""
    if not _is_folder(options.folder):
        return 2
    folder = Path(options.folder)
    found, problems = validated(folder)
    print(printing.as_text(problems, str(folder)))
    if mendable := repaired(folder, sorted({problem.place.path for problem in problems})):
        print(f"make fix repariert etwas in: {', '.join(printing.visible(change.path) for change in mendable)}")
    if problems:
        print("Was die Meldungen bedeuten: docs/redaktion/meldungen.md")
    else:
        print(f"{len(found.services)} Dienstleistungen, {len(found.records)} Dateien geprüft.")
    return 1 if has_errors(problems) else 0


def explain(options: argparse.Namespace) -> int:
    """Print why a service looks as it does in one municipality; 2 for names that do not exist."""
    if not _is_folder(options.folder):
        return 2
    found, _ = catalog.load(Path(options.folder))
    try:
        lines = explaining.explained(found, options.service, options.municipality, str(Path(options.folder)))
    except explaining.UnknownNameError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(lines))
    return 0


def addresses(options: argparse.Namespace) -> int:
    """Note the addresses of all portals, or of one; 2 for a municipality that does not exist."""
    if not _is_folder(options.folder):
        return 2
    folder = Path(options.folder)
    found, _ = catalog.load(folder)
    only = [options.municipality] if options.municipality else list(found.current)
    if unknown := set(only) - found.current.keys():
        print(f"Ort „{unknown.pop()}“ gibt es nicht. Möglich sind: {', '.join(found.current)}", file=sys.stderr)
        return 2
    changes = list(registering.changes(found, folder, only))
    if not changes:
        print(f"Alle Adressen stehen schon in {folder / registering.FOLDER}.")
        return 0
    print("\n".join(report(folder, changes, options.dry_run)))
    if not options.dry_run:
        print(f"Checken Sie {folder / registering.FOLDER} ein, damit keine Adresse verloren geht.")
    return 0


def _is_folder(name: str) -> bool:
    """True when there is such a folder; else say why not."""
    if name and Path(name).is_dir():
        return True
    print(f"{_why_not(name)} Geben Sie ihn an: make check CONTENT=…", file=sys.stderr)
    return False


def _why_not(name: str) -> str:
    if not name:
        return "Es ist kein Ordner genannt."
    return f"{name} ist eine Datei, kein Ordner." if Path(name).exists() else f"Den Ordner {name} gibt es nicht."


if __name__ == "__main__":
    sys.exit(main())
