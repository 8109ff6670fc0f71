"""`python -m plugins.status [--municipality NAME] [--csv FILE] [--out DIR] [FOLDER]`: how a portal's services stand.

Prints the figures; writes them as CSV, and as a folder with pages and lists of reviews. Exit code 1 when the content
has errors, 2 for a folder or a municipality that does not exist.
"""

import argparse
import sys
from pathlib import Path

from plugins.catalog import printing
from plugins.catalog.validation import has_errors, validated
from plugins.status import site
from plugins.status.dashboard import as_csv, as_text, dashboard

CACHE = Path(__file__).parents[2] / ".cache" / "status"


def main(arguments: list[str] | None = None) -> int:
    """Print the status and write what is asked for."""
    options = _parser().parse_args(arguments)
    if not options.folder.is_dir():
        print(f"Den Ordner {options.folder} gibt es nicht. Geben Sie ihn an: make status CONTENT=…", file=sys.stderr)
        return 2
    if options.out and not site.is_free(options.out):
        print(f"Im Ordner {options.out} liegt anderes. Nehmen Sie einen leeren: make status OUT=…", file=sys.stderr)
        return 2
    catalog, problems = validated(options.folder)
    if has_errors(problems):
        print(printing.as_text(problems, str(options.folder)), file=sys.stderr)
        return 1
    wanted = catalog.current.get(options.municipality) if options.municipality else catalog.first_municipality
    if wanted is None:
        known = ", ".join(sorted(catalog.current))
        print(f"Den Ort „{options.municipality}“ gibt es nicht. Möglich sind: {known}.", file=sys.stderr)
        return 2
    board = dashboard(catalog, wanted, options.folder, CACHE)
    print(as_text(board))
    if options.csv:
        options.csv.write_bytes(as_csv(board))
    if options.out:
        site.write(board, options.out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.status", description="Stand der Dienstleistungen")
    parser.add_argument("--municipality", default="", help="Ordner des Ortes; sonst der erste")
    parser.add_argument("--csv", type=Path, help="Tabelle für den Rat in diese Datei")
    parser.add_argument("--out", type=Path, help="Seiten und Wiedervorlagen in diesen Ordner")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


if __name__ == "__main__":
    sys.exit(main())
