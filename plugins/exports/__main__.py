"""`python -m plugins.exports [--format 115] [--municipality NAME] [--out DIR] [FOLDER]`: data sets without a build.

Exit code 1 when the content has errors, 2 for a folder, a municipality or a format that does not exist.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.catalog.choosing import NotChosenError, chosen
from plugins.catalog.directory import directory
from plugins.catalog.history import history
from plugins.catalog.impersonal import seen_from
from plugins.catalog.published import Published
from plugins.exports.export import File
from plugins.exports.registry import EXPORTS


def main(arguments: list[str] | None = None) -> int:
    """Write the data sets of one portal."""
    options = _parser().parse_args(arguments)
    try:
        catalog, wanted = chosen(options.folder, options.municipality, "make export")
    except NotChosenError as error:
        print(error, file=sys.stderr)
        return error.code
    url, past = wanted.portal_url.rstrip("/"), history(options.folder)
    shown = seen_from(catalog, wanted)
    published = Published(shown, directory(shown, wanted), url, past)
    for name in options.format or EXPORTS:
        number, size = _write(EXPORTS[name].files(published), options.out)
        files = "1 Datei" if number == 1 else f"{number} Dateien"
        print(f"{name}: {files}, {size / 1024:.0f} KB; beginnt bei {options.out / EXPORTS[name].path}")
    return 0


def _write(files: Iterable[File], folder: Path) -> tuple[int, int]:
    """Write the files as their pieces come; how many they are, and how many bytes."""
    number = size = 0
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as target:
            target.writelines(file.pieces)
            size += target.tell()
        number += 1
    return number, size


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.exports", description="Offene Daten eines Portals")
    parser.add_argument("--format", action="append", choices=list(EXPORTS), help="nur diese; sonst alle")
    parser.add_argument("--municipality", default="", help="Ordner des Ortes; sonst der erste")
    parser.add_argument("--out", type=Path, default=Path("output/export"), help="in diesen Ordner")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


if __name__ == "__main__":
    sys.exit(main())
