"""`python -m plugins.language [--service NAME] [--base REVISION] [FOLDER]`: how the texts read. Never fails on a hint.

With a service, only its files; with a revision of git, only files that differ from it, and what became harder to read.
Exit code 2 for a folder, a service or a revision that does not exist.
"""

import argparse
import sys
from pathlib import Path

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.german import did_you_mean
from plugins.language import report
from plugins.language.hinting import hints_on
from plugins.language.ratchet import compare, readabilities
from plugins.language.revision import UnknownRevisionError, catalog_at
from plugins.language.spelling import DICTIONARY, Speller
from plugins.language.texts import changed_texts, texts_of


def main(arguments: list[str] | None = None) -> int:
    """Print the hints, department by department, and how hard the texts are to read."""
    options = _parser().parse_args(arguments)
    if not options.folder.is_dir() or not DICTIONARY.is_dir():
        missing = "Das Wörterbuch fehlt. Holen Sie es: make setup"
        folder = f"Den Ordner {options.folder} gibt es nicht. Geben Sie ihn an: make hints CONTENT=…"
        print(missing if options.folder.is_dir() else folder, file=sys.stderr)
        return 2
    catalog, _ = load(options.folder)
    try:
        before = catalog_at(options.base, options.folder) if options.base else None
    except UnknownRevisionError as error:
        print(error, file=sys.stderr)
        return 2
    if catalog.broken:
        print(f"Dateien mit Fehlern, hier nicht gelesen (make check): {len(catalog.broken)}", file=sys.stderr)
    return answer(catalog, before, options.service, options.folder)


def answer(catalog: Catalog, before: Catalog | None, service: str, folder: Path) -> int:
    """Print what is asked for; 2 when nobody knows the service."""
    if service and ("service", service) not in catalog.names:
        hint = did_you_mean(service, {slug for kind, slug in catalog.names if kind == "service"})
        print(f"Eine Dienstleistung „{service}“ gibt es nicht. {hint}".strip(), file=sys.stderr)
        return 2
    every = changed_texts(before, catalog) if before else texts_of(catalog)
    texts = [text for text in every if not service or text.service == service]
    paths = {text.path for text in texts}
    print(report.of_hints(hints_on(texts, Speller.of(catalog)), texts, str(folder)))
    measures = {path: one for path, one in readabilities(catalog).items() if path in paths}
    if measures or not before:
        print(report.of_readability(measures, str(folder)))
    if before:
        print(report.of_changes([change for change in compare(before, catalog) if change.path in paths], str(folder)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.language", description="Hinweise zur Sprache")
    parser.add_argument("--service", default="", help="nur diese Dienstleistung, zum Beispiel hund-anmelden")
    parser.add_argument("--base", default="", help="nur was anders ist als in diesem Stand von git")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


if __name__ == "__main__":
    sys.exit(main())
