"""`python -m plugins.catalog check [FOLDER]`: all problems of a content folder, exit 1 when there are errors.

`python -m plugins.catalog fields` prints the field reference for editors.
"""

import argparse
import sys
from pathlib import Path

from plugins.catalog import printing, reference
from plugins.catalog.validation import has_errors, validated


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.catalog", description="Inhalte prüfen")
    parser.add_argument("command", choices=["check", "fields"])
    parser.add_argument("folder", nargs="?", default="content")
    options = parser.parse_args(arguments)
    if options.command == "fields":
        print(reference.fields_page(), end="")
        return 0
    return check(options.folder)


def check(name: str) -> int:
    """Print all problems of a content folder; 1 when there are errors, 2 when there is no such folder."""
    folder = Path(name)
    if not name or not folder.is_dir():
        print(f"{_why_not(name)} Geben Sie ihn an: make check CONTENT=…", file=sys.stderr)
        return 2
    catalog, problems = validated(folder)
    print(printing.as_text(problems, str(folder)))
    if not problems:
        print(f"{len(catalog.services)} Dienstleistungen, {len(catalog.records)} Dateien geprüft.")
    return 1 if has_errors(problems) else 0


def _why_not(name: str) -> str:
    if not name:
        return "Es ist kein Ordner genannt."
    return f"{name} ist eine Datei, kein Ordner." if Path(name).exists() else f"Den Ordner {name} gibt es nicht."


if __name__ == "__main__":
    sys.exit(main())
