"""What machines read, at the desk: pages nearly equal in several portals, and what search engines do not know yet.

`duplicates [FOLDER]` exits with 1 when there is no reason for one of them, 2 when there is no such folder;
`ping --to ADDRESS FILE` with 1 when the search engine did not take the list.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from plugins.catalog.catalog import Catalog, load
from plugins.metadata.alike import Group, groups
from plugins.metadata.showing import listed
from plugins.metadata.telling import NotToldError, tell

UNEXPLAINED = "Ohne Grund: Einer dieser Orte hat eigene Angaben, die fast nichts ändern"


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.metadata", description="Was Maschinen über Seiten lesen")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    duplicates = commands.add_parser("duplicates", help="fast gleiche Seiten in mehreren Portalen")
    duplicates.add_argument("folder", nargs="?", default="content", help="Ordner der Inhalte")
    duplicates.set_defaults(run=lambda wanted: _duplicates(Path(wanted.folder)))
    ping = commands.add_parser("ping", help="einer Suchmaschine melden, was sich geändert hat (IndexNow)")
    ping.add_argument("--to", required=True, help="Adresse der Suchmaschine")
    ping.add_argument("file", type=Path, help="Liste, die make publish geschrieben hat")
    ping.set_defaults(run=lambda wanted: _ping(wanted.file, wanted.to))
    wanted = parser.parse_args(arguments)
    return int(wanted.run(wanted))


def _duplicates(folder: Path) -> int:
    if not folder.is_dir():
        print(f"Den Ordner {folder} gibt es nicht. Geben Sie ihn an: make duplicates CONTENT=…", file=sys.stderr)
        return 2
    found = _found(load(folder)[0])
    print("\n".join(_lines(found)))
    return 0 if all(group.reason for group in found) else 1


def _ping(file: Path, engine: str) -> int:
    try:
        count = tell(file, engine)
    except NotToldError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{count} Adressen gemeldet." if count else "Es gibt nichts zu melden.")
    return 0


def _found(catalog: Catalog) -> list[Group]:
    pages = (page for municipality in catalog.current.values() for page in listed(catalog, municipality))
    return list(groups(pages))


def _lines(found: Sequence[Group]) -> Iterator[str]:
    """The groups under their reasons, those without one first; the count last."""
    ordered = sorted(found, key=lambda group: (group.reason, group.url))
    for reason, same in groupby(ordered, key=lambda group: group.reason):
        yield reason or UNEXPLAINED
        yield from (f"    {_line(group, is_explained=bool(reason))}" for group in same)
    without = sum(not group.reason for group in found)
    yield f"{len(found)} Adressen sind in mehreren Portalen fast gleich und werden gelistet, {without} ohne Grund."


def _line(group: Group, *, is_explained: bool) -> str:
    portals = [page.portal for page in group.pages]
    where = f"{len(portals)} Portale" if is_explained else ", ".join(portals)
    return f"{group.url} ({where}; zu mindestens {int(100 * group.likeness)} % gleich)"


if __name__ == "__main__":
    sys.exit(main())
