"""`python -m plugins.authoring fix | new-service | rename-service | former`: mend, begin, rename, take old addresses.

`--dry-run` shows what would be written and writes nothing.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.authoring import former
from plugins.authoring.asking import RefusedError
from plugins.authoring.mending import repaired, secure_hosts
from plugins.authoring.renaming import renamed
from plugins.authoring.starting import begin
from plugins.catalog import printing
from plugins.catalog.catalog import load
from plugins.catalog.changes import Change, report
from plugins.catalog.files import content_files
from plugins.catalog.validation import has_errors, validated

_NOTHING = "Nichts zu reparieren. Was sonst noch falsch ist, sagt: make check"
_UNSURE = "In dieser Datei lässt sich nichts sicher reparieren. Was falsch ist, sagt: make check"


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 done but the content has errors, 2 refused."""
    options = _parser().parse_args(arguments)
    try:
        if not options.folder.is_dir():
            raise RefusedError(f"Den Ordner {options.folder} gibt es nicht. Geben Sie ihn an: CONTENT=…")
        code: int = options.answer(options)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.authoring", description="Handgriffe der Redaktion")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    fixing = commands.add_parser("fix", help="reparieren, was sich von selbst versteht")
    fixing.add_argument("--file", type=Path, help="nur diese Datei")
    fixing.set_defaults(answer=fix)
    starting = commands.add_parser("new-service", help="eine neue Dienstleistung beginnen")
    starting.add_argument("--name", required=True, help="Name in Alltagssprache: „Hund anmelden“")
    starting.add_argument("--leika", default="", help="Leistungsschlüssel, 14 Ziffern")
    starting.add_argument("--owner", default="", help="Fachamt, das den Text pflegt")
    starting.set_defaults(answer=new_service)
    renaming = commands.add_parser("rename-service", help="einer Dienstleistung einen anderen Namen geben")
    renaming.add_argument("--service", required=True, help="bisheriger Name: hund-anmelden")
    renaming.add_argument("--to", required=True, help="neuer Name: hund-melden")
    renaming.set_defaults(answer=rename_service)
    taking = commands.add_parser("former", help="eine Liste alter Adressen übernehmen")
    taking.add_argument("--file", type=Path, required=True, help="Tabelle (CSV): alte Adresse;Name der Leistung")
    taking.set_defaults(answer=former_addresses)
    for command in (fixing, starting, renaming, taking):
        command.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts schreiben")
        command.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


def fix(options: argparse.Namespace) -> int:
    """Mend the files of a folder, or one of them."""
    folder: Path = options.folder
    paths = [_within(folder, options.file)] if options.file else _paths(folder)
    changes = repaired(folder, paths, secure_hosts(load(folder)[0]))
    if not changes:
        return _say([_nothing(folder, paths) if options.file else _NOTHING])
    return _say(report(folder, changes, options.dry_run))


def _nothing(folder: Path, paths: list[str]) -> str:
    """What to say of files that stay as they are, although the check may find errors in them."""
    return _UNSURE if has_errors([found for found in validated(folder)[1] if found.place.path in paths]) else _NOTHING


def new_service(options: argparse.Namespace) -> int:
    """Write the file of a new service, or show it; say what is already there and what to do next."""
    folder: Path = options.folder
    found, _ = load(folder)
    beginning = begin(found, options.name, options.leika, options.owner, found.today)
    _say(report(folder, [Change(beginning.path, None, beginning.text.encode())], options.dry_run))
    _say(f"Hinweis: {remark}" for remark in beginning.remarks)
    return _say([f"So geht es weiter: 1. {folder}/{beginning.path} ausfüllen  2. make check  3. make serve"])


def rename_service(options: argparse.Namespace) -> int:
    """Move the files of a service and write what named it; then the check."""
    folder: Path = options.folder
    return _checked(options, renamed(load(folder)[0], folder, options.service, options.to))


def _checked(options: argparse.Namespace, changes: list[Change]) -> int:
    """Show the changes and write them; then the check, unless it is a dry run."""
    _say(report(options.folder, changes, options.dry_run))
    if options.dry_run:
        return 0
    problems = validated(options.folder)[1]
    _say([printing.as_text(problems, str(options.folder))])
    return 1 if has_errors(problems) else 0


def former_addresses(options: argparse.Namespace) -> int:
    """Take a list of old addresses over; then the check."""
    if not options.file.is_file():
        raise RefusedError(f"Die Datei {options.file} gibt es nicht. Beispiel: FILE=alt.csv")
    changes = former.taken(load(options.folder)[0], options.folder, options.file.read_bytes())
    if not changes:
        return _say(["Alle Adressen der Liste stehen schon bei ihren Leistungen."])
    return _checked(options, changes)


def _say(lines: Iterable[str]) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _paths(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in content_files(folder)]


def _within(folder: Path, file: Path) -> str:
    """The path of a file below the folder, as `content/services/x.md` or `services/x.md`."""
    for candidate in (file, folder / file):
        if candidate.is_file() and candidate.resolve().is_relative_to(folder.resolve()):
            return candidate.resolve().relative_to(folder.resolve()).as_posix()
    raise RefusedError(f"{file} ist keine Datei in {folder}. Beispiel: FILE={folder}/services/hund-anmelden.md")


if __name__ == "__main__":
    sys.exit(main())
