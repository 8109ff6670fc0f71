"""`python -m search run | explain | duplicates | evaluate | compare`: the search of the browser at the desk.

`run --queries FILE` prints one JSON object per line of the file, `explain "perso verloren"` the ten best with the
reasons for each, `duplicates` the services that may be one written twice,
`evaluate` the quality on judged queries (exit code 1 when a gate breaks), `compare REV` what moved since a revision.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from plugins.catalog.today import berlin_today
from search import documents, explaining, likeness
from search.desk import Desk
from search.evaluation import commands, report
from search.evaluation.compare import UnknownRevisionError
from search.evaluation.judgments import HALVES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.answer(_desk(options), options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (documents.MissingContentError, UnknownRevisionError, OSError) as error:
        print(_sentence(error), file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m search", description="Die Suche des Portals am Schreibtisch")
    subparsers = parser.add_subparsers(required=True, metavar="BEFEHL")
    run = subparsers.add_parser("run", help="viele Anfragen auf einmal")
    run.add_argument("--queries", type=Path, required=True, help="Datei mit einer Anfrage je Zeile")
    run.add_argument("--format", choices=["jsonl"], default="jsonl", help="ein JSON-Objekt je Zeile")
    run.set_defaults(answer=_run)
    explain = subparsers.add_parser("explain", help="eine Anfrage mit Wertung und Gründen")
    explain.add_argument("query", help="zum Beispiel: perso verloren")
    explain.set_defaults(answer=_explain)
    duplicates = subparsers.add_parser("duplicates", help="Leistungen, die einander auffällig ähnlich sind")
    duplicates.set_defaults(answer=_duplicates)
    evaluate = subparsers.add_parser("evaluate", help="die Güte auf bewerteten Anfragen")
    evaluate.add_argument("--half", choices=[*HALVES, "both"], default="both", help="welche Hälfte der Anfragen")
    evaluate.add_argument("--write-baseline", action="store_true", help="die Werte als neuen Vergleich speichern")
    evaluate.add_argument("--editors", type=Path, help="TSV mit Begriffen einer Redaktion zu importierten Inhalten")
    evaluate.set_defaults(answer=_evaluate)
    compare = subparsers.add_parser("compare", help="was sich seit einem Stand verschoben hat")
    compare.add_argument("revision", help="zum Beispiel: main")
    compare.set_defaults(answer=_compare)
    for command in (run, explain, duplicates, evaluate, compare):
        command.add_argument("--content", type=Path, default=Path("content"), help="Ordner der Inhalte")
        command.add_argument("--municipality", help="Ordner der Kommune; sonst die erste, die kein Kreis ist")
        command.add_argument("--no-synonyms", action="store_true", help="ohne die Wörter der Leute")
    return parser


def _desk(options: argparse.Namespace) -> Desk:
    desk = Desk.of(documents.load(options.content, options.municipality), berlin_today().isoformat())
    return desk.without_synonyms() if options.no_synonyms else desk


def _run(desk: Desk, options: argparse.Namespace) -> int:
    return _print(json.dumps(_answer(desk, query), ensure_ascii=False) for query in _queries(options.queries))


def _queries(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        yield from (line.rstrip("\n") for line in lines)


def _answer(desk: Desk, query: str) -> dict[str, object]:
    hits = [
        {"slug": document.slug, "title": document.title, "leika": document.leika, "score": score}
        for document, score in desk.best(query)
    ]
    return {"query": query, "hits": hits}


def _explain(desk: Desk, options: argparse.Namespace) -> int:
    return _print(explaining.explained(desk, options.query))


def _duplicates(desk: Desk, _options: argparse.Namespace) -> int:
    return _print(explaining.duplicates(likeness.near_duplicates(desk.documents)))


def _evaluate(desk: Desk, options: argparse.Namespace) -> int:
    if options.editors:
        return _print(commands.evaluate_editors(desk, options.editors, options.content))
    verdict = commands.evaluate(desk, options.half, only_without=options.no_synonyms)
    if options.write_baseline:
        report.write_baseline(verdict.runs)
    _print(verdict.lines)
    return 1 if verdict.broken else 0


def _compare(desk: Desk, options: argparse.Namespace) -> int:
    same = ["--content", str(options.content), *(["--no-synonyms"] if options.no_synonyms else [])]
    town = ["--municipality", options.municipality] if options.municipality else []
    return _print(commands.compare_with(desk, options.revision, [*same, *town]))


def _print(lines: Iterable[str]) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"Die Datei {error.filename} lässt sich nicht lesen. Geben Sie eine Datei an: --queries FILE"
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
