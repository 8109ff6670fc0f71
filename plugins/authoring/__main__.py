"""`python -m plugins.authoring fix [--file FILE] [--dry-run] FOLDER`: repair what is mechanical, show every change."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.authoring.mending import repaired, secure_hosts
from plugins.catalog.catalog import load
from plugins.catalog.changes import report
from plugins.catalog.files import content_files


class RefusedError(Exception):
    """What was asked for cannot be done; says so in German, with the remedy."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 refused."""
    options = _parser().parse_args(arguments)
    try:
        if not options.folder.is_dir():
            raise RefusedError(f"Den Ordner {options.folder} gibt es nicht. Geben Sie ihn an: CONTENT=…")
        sys.stdout.writelines(f"{line}\n" for line in options.answer(options))
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.authoring", description="Handgriffe der Redaktion")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    fixing = commands.add_parser("fix", help="reparieren, was sich von selbst versteht")
    fixing.add_argument("--file", type=Path, help="nur diese Datei")
    fixing.set_defaults(answer=fix)
    for command in (fixing,):
        command.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts schreiben")
        command.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


def fix(options: argparse.Namespace) -> Iterator[str]:
    """Mend the files of a folder, or one of them."""
    folder: Path = options.folder
    paths = [_within(folder, options.file)] if options.file else _paths(folder)
    changes = repaired(folder, paths, secure_hosts(load(folder)[0]))
    if not changes:
        yield "Nichts zu reparieren. Was sonst noch falsch ist, sagt: make check"
        return
    yield from report(folder, changes, options.dry_run)


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
