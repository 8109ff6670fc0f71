"""`python -m plugins.exchange import --format dldb --into DIR [--dry-run] FILE`: foreign data into a content folder.

`export-csv --owner steueramt FILE` and `import-csv [--dry-run] FILE`: facts to a spreadsheet and back.
"""

import argparse
import sys
from pathlib import Path

from plugins.catalog import printing
from plugins.catalog.validation import has_errors, validated
from plugins.exchange import dldb, html, ledger, report, spreadsheet, wsp
from plugins.exchange.account import account
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.table import commands
from plugins.exchange.unopened import reason
from plugins.exchange.writing import write
from plugins.exchange.xzufi import importing

READERS = {"csv": spreadsheet.read, "dldb": dldb.read, "html": html.read, "wsp": wsp.read, "xzufi": importing.deliver}

ADDITIONS = frozenset({"csv", "html", "wsp", "xzufi"})
"""Formats that add to a content folder instead of filling one; each keeps a ledger of its own."""

_LISTED = 40
"""More problems than this are counted, not printed."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 with errors in content or table, 2 refused."""
    options = _options(arguments)
    try:
        code: int = options.answer(options)
    except ImportRefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(reason(Path(error.filename or options.file), error), file=sys.stderr)
        return 2
    return code


def take_over(options: argparse.Namespace) -> int:
    """Foreign data into a content folder, then the check; or a report of what would happen."""
    addition = options.format if options.format in ADDITIONS else ""
    before = ledger.load(options.into, addition)
    delivery = READERS[options.format](options.file, options.locations, before)
    decided = account(delivery, options.into, before)
    if options.dry_run:
        _print(report.as_markdown(delivery, decided) + "\nNur angesehen, nichts geschrieben.")
        return 0
    write(delivery, decided, options.into, before, addition)
    _print(report.head(delivery, decided))
    _print(f"Der ganze Bericht: {ledger.home(options.into, addition) / report.FILE}")
    return _check(options.into)


def export_csv(options: argparse.Namespace) -> int:
    """The table of a department."""
    print(commands.export(options.folder, options.file, options.owner))
    return 0


def import_csv(options: argparse.Namespace) -> int:
    """A table back into the content, or what it would change."""
    said, is_well = commands.take(options.folder, options.file, options.dry_run)
    print("\n".join(map(printing.visible, said)))
    return 0 if is_well else 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.exchange", description="Inhalte übernehmen")
    adding = parser.add_subparsers(dest="command", required=True)
    importing = adding.add_parser("import", help="Fremde Daten in einen Ordner mit Inhalten übernehmen")
    importing.add_argument("--format", required=True, choices=sorted(READERS), help="Format der Quelle")
    importing.add_argument("--into", required=True, type=Path, help="Ordner, in den geschrieben wird")
    importing.add_argument("--dry-run", action="store_true", help="nur den Bericht zeigen, nichts schreiben")
    importing.add_argument("--locations", type=Path, help="Datei mit den Standorten, wenn sie anders heißt")
    importing.add_argument("file", type=Path, help="Datei mit den Dienstleistungen oder ihr Ordner")
    importing.set_defaults(answer=take_over)
    exporting = adding.add_parser("export-csv", help="Angaben eines Fachamts als Tabelle")
    exporting.add_argument("--owner", default="", help="Fachamt; ohne: alle")
    exporting.set_defaults(answer=export_csv)
    reading = adding.add_parser("import-csv", help="Eine Tabelle zurück in die Inhalte")
    reading.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts schreiben")
    reading.set_defaults(answer=import_csv)
    for command in (exporting, reading):
        command.add_argument("--content", dest="folder", type=Path, default=Path("content"), help="Ordner der Inhalte")
        command.add_argument("file", type=Path, help="Datei der Tabelle")
    return parser.parse_args(arguments)


def _print(text: str) -> None:
    print("\n".join(map(printing.visible, text.split("\n"))))


def _check(folder: Path) -> int:
    """The problems of the folder, and only their number where drafts would fill the screen."""
    _, problems = validated(folder)
    if not has_errors(problems) or len(problems) > _LISTED:
        print(printing.summary(problems) + (f"; einzeln: make check CONTENT={folder}" if problems else ""))
    else:
        print(printing.as_text(problems, str(folder)))
    return 1 if has_errors(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
