"""`python -m plugins.exchange import --format dldb --into DIR FILE`: foreign data into a content folder."""

import argparse
import sys
from pathlib import Path

from plugins.catalog import printing
from plugins.catalog.validation import has_errors, validated
from plugins.exchange import dldb, ledger, report, wsp
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.writing import Written, write

READERS = {"dldb": dldb.read, "wsp": wsp.read}

ADDITIONS = frozenset({"wsp"})
"""Formats that add to a content folder instead of filling one; each keeps a ledger of its own."""


def main(arguments: list[str] | None = None) -> int:
    """Run one import and return its exit code: 0 done, 1 done but the content has errors, 2 refused."""
    options = _options(arguments)
    addition = options.format if options.format in ADDITIONS else ""
    try:
        before = ledger.load(options.into, addition)
        delivery = READERS[options.format](options.file, options.locations, before)
        written = write(delivery, options.into, before, addition)
    except ImportRefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or options.into} lässt sich nicht schreiben: {error.strerror}.", file=sys.stderr)
        return 2
    for name, number in delivery.numbers:
        print(f"{name}: {number}")
    print(_outcome(written, ledger.home(options.into, addition)))
    return _check(options.into)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.exchange", description="Inhalte übernehmen")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import", help="Fremde Daten in einen Ordner mit Inhalten übernehmen")
    importing.add_argument("--format", required=True, choices=sorted(READERS), help="Format der Quelle")
    importing.add_argument("--into", required=True, type=Path, help="Ordner, in den geschrieben wird")
    importing.add_argument("--locations", type=Path, help="Datei mit den Standorten, wenn sie anders heißt")
    importing.add_argument("file", type=Path, help="Datei mit den Dienstleistungen oder ihr Ordner")
    return parser.parse_args(arguments)


def _outcome(written: Written, home: Path) -> str:
    kept = written.kept
    return (
        f"{written.changed} Dateien geschrieben, {written.unchanged} unverändert; nicht angetastet: "
        f"{len(kept.edited) + len(kept.foreign)} geänderte, {len(kept.deleted)} gelöschte. "
        f"Bericht: {home / report.FILE}"
    )


def _check(folder: Path) -> int:
    _, problems = validated(folder)
    print(printing.as_text(problems, str(folder)) if has_errors(problems) else printing.summary(problems))
    return 1 if has_errors(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
