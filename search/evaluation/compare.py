"""What a change moved: the judged queries whose first three hits differ from another revision."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DEPTH = 3


class UnknownRevisionError(Exception):
    """Git or the search of that revision refused; says so in German."""


@dataclass(frozen=True, slots=True)
class Move:
    """A query whose first hits changed."""

    query: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def moves(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> Iterator[Move]:
    """The queries of both whose first three differ, in the order of the second."""
    for query, ranked in after.items():
        move = Move(query, tuple(before.get(query, ())[:DEPTH]), tuple(ranked[:DEPTH]))
        if move.before != move.after:
            yield move


def at_revision(revision: str, queries: Sequence[str], options: Sequence[str] = ()) -> dict[str, list[str]]:
    """What code and content of a revision answer, asked in a work tree of its own that is removed again."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        _done(["git", "worktree", "add", "--detach", "--quiet", str(tree), revision], Path.cwd())
        try:
            return _answers(tree, queries, options)
        finally:
            _done(["git", "worktree", "remove", "--force", str(tree)], Path.cwd())


def lines(found: Sequence[Move], total: int) -> Iterator[str]:
    """The moves for a reader, the count last."""
    for move in found:
        yield f"„{move.query}“"
        yield f"  vorher:  {', '.join(move.before) or 'nichts'}"
        yield f"  nachher: {', '.join(move.after) or 'nichts'}"
    yield f"{len(found)} von {total} Anfragen haben andere erste drei Treffer."


def _answers(tree: Path, queries: Sequence[str], options: Sequence[str]) -> dict[str, list[str]]:
    path = tree / "queries-to-compare.txt"
    path.write_text("".join(f"{query}\n" for query in queries), encoding="utf-8")
    run = [sys.executable, "-m", "search", "run", "--queries", str(path), *options]
    answers = map(json.loads, _done(run, tree).splitlines())
    return {answer["query"]: [hit["slug"] for hit in answer["hits"]] for answer in answers}


def _done(command: Sequence[str], folder: Path) -> str:
    """What a command printed; raises `UnknownRevisionError` with its last words."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["ohne Meldung"])[-1]
        raise UnknownRevisionError(f"Der Vergleich ist nicht möglich: {last}")
    return done.stdout
