"""`python -m plugins.status [--municipality NAME] [--csv FILE] [--out DIR] [FOLDER]`: how a portal's services stand.

Prints the figures; writes them as CSV, and as a folder with pages and lists of reviews. Exit code 1 when the content
has errors, 2 for a folder or a municipality that does not exist.
"""

import argparse
import sys
from pathlib import Path

from plugins.catalog.choosing import NotChosenError, chosen
from plugins.status import site
from plugins.status.dashboard import as_csv, as_text, dashboard

CACHE = Path(__file__).parents[2] / ".cache" / "status"


def main(arguments: list[str] | None = None) -> int:
    """Print the status and write what is asked for."""
    options = _parser().parse_args(arguments)
    if options.out and not site.is_free(options.out):
        print(f"Im Ordner {options.out} liegt anderes. Nehmen Sie einen leeren: make status OUT=…", file=sys.stderr)
        return 2
    try:
        catalog, wanted = chosen(options.folder, options.municipality, "make status")
    except NotChosenError as error:
        print(error, file=sys.stderr)
        return error.code
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
