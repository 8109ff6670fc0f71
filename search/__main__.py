"""`python -m search run | explain`: the search of the browser at the desk.

`run --queries FILE` prints one JSON object per line of the file, `explain "perso verloren"` the ten best in words.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from search import browser_index, documents, query, ranking
from search.documents import SearchDocument
from search.ranking import Searchable


@dataclass(frozen=True)
class Desk:
    """The documents and their index, read the way the browser reads it."""

    documents: Sequence[SearchDocument]
    searchable: Searchable

    def best(self, query: str) -> list[tuple[SearchDocument, float]]:
        """The ten best documents with their scores."""
        return [(self.documents[hit.position], hit.score) for hit in ranking.hits(self.searchable, query)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        lines = options.answer(_desk(options), options)
    except (documents.MissingContentError, OSError) as error:
        print(_sentence(error), file=sys.stderr)
        return 2
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m search", description="Die Suche des Portals am Schreibtisch")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    run = commands.add_parser("run", help="viele Anfragen auf einmal")
    run.add_argument("--queries", type=Path, required=True, help="Datei mit einer Anfrage je Zeile")
    run.add_argument("--format", choices=["jsonl"], default="jsonl", help="ein JSON-Objekt je Zeile")
    run.set_defaults(answer=_run)
    explain = commands.add_parser("explain", help="eine Anfrage mit Wertung")
    explain.add_argument("query", help="zum Beispiel: perso verloren")
    explain.set_defaults(answer=_explain)
    for command in (run, explain):
        command.add_argument("--content", type=Path, default=Path("content"), help="Ordner der Inhalte")
        command.add_argument("--municipality", help="Ordner der Kommune; sonst die erste, die kein Kreis ist")
        command.add_argument("--no-synonyms", action="store_true", help="ohne die Wörter der Leute")
    return parser


def _desk(options: argparse.Namespace) -> Desk:
    found = documents.load(options.content, options.municipality)
    if options.no_synonyms:
        found = [replace(document, synonyms=()) for document in found]
    return Desk(found, browser_index.load(browser_index.build(found)))


def _run(desk: Desk, options: argparse.Namespace) -> list[str]:
    return [json.dumps(_answer(desk, query), ensure_ascii=False) for query in _queries(options.queries)]


def _queries(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        yield from (line.rstrip("\n") for line in lines)


def _answer(desk: Desk, query: str) -> dict[str, object]:
    hits = [
        {"slug": document.slug, "title": document.title, "leika": document.leika, "score": score}
        for document, score in desk.best(query)
    ]
    return {"query": query, "hits": hits}


def _explain(desk: Desk, options: argparse.Namespace) -> list[str]:
    searched = ", ".join(query.query_terms(options.query)) or "nichts"
    lines = [
        f"{place:>3}. {score:9.3f}  {document.title}  ({document.slug})"
        for place, (document, score) in enumerate(desk.best(options.query), 1)
    ]
    return [f"„{options.query}“ sucht nach: {searched}", *(lines or ["Keine Treffer."])]


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"Die Datei {error.filename} lässt sich nicht lesen. Geben Sie eine Datei an: --queries FILE"
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
