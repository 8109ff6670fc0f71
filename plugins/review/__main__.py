"""`python -m plugins.review request BASE`: what the work tree, or a revision merged into BASE, changes of the content.

Writes `comment.md`, `pages.diff`, `codequality.json`, `junit.xml` and the preview below `--output`; prints what
`--format` asks for. Exit code 1 when there are errors, 2 when git refuses. `owners` writes `.github/CODEOWNERS`.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from plugins.catalog import catalog
from plugins.catalog.files import excess
from plugins.catalog.git import GitError, Repository
from plugins.catalog.printing import as_text
from plugins.review import annotations
from plugins.review.codeowners import codeowners
from plugins.review.comment import comment
from plugins.review.entries import findings
from plugins.review.page_changes import as_diff
from plugins.review.request import Request, State
from plugins.review.reviewing import Review, reviewed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.answer(options)
    except GitError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.review", description="Was ein Antrag ändert")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    request = commands.add_parser("request", help="einen Antrag ansehen")
    request.set_defaults(answer=review)
    request.add_argument("base", help="der Stand, in den der Antrag soll: origin/main")
    request.add_argument("--head", help="der Stand des Antrags; sonst die Dateien, wie sie hier liegen")
    request.add_argument("--format", choices=["text", "github", "gitlab"], default="text", help="was gedruckt wird")
    request.add_argument("--output", type=Path, default=Path("output/review"), help="Ordner für Bericht und Vorschau")
    request.add_argument("--author", help="Konto, das den Antrag stellt; ohne diese Angabe fehlt keine Zustimmung")
    request.add_argument("--approved-by", default="", help="Konten, die zugestimmt haben, mit Leerzeichen dazwischen")
    owning = commands.add_parser("owners", help=".github/CODEOWNERS schreiben")
    owning.set_defaults(answer=owners)
    for command in (request, owning):
        command.add_argument("--content", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


def review(options: argparse.Namespace) -> int:
    """Look at a request, write the files of the report, print it; 1 when there are errors."""
    with tempfile.TemporaryDirectory() as folder:
        request = _request(options, Path(folder))
        shutil.rmtree(options.output, ignore_errors=True)
        found = reviewed(request, options.output / "preview", _tell)
        write(found, options.output)
    sys.stdout.write(printed(found, options.format))
    return 1 if found.failed else 0


def owners(options: argparse.Namespace) -> int:
    """Write the owners of the content for GitHub."""
    repository = Repository.of(options.content)
    file = repository.root / ".github" / "CODEOWNERS"
    file.parent.mkdir(exist_ok=True)
    file.write_text(codeowners(catalog.load(options.content)[0], repository.name), "utf-8")
    return 0


def write(found: Review, folder: Path) -> None:
    """The files of a report."""
    folder.mkdir(parents=True, exist_ok=True)
    name = found.request.name
    texts = {
        "comment.md": comment(found),
        "pages.diff": "".join(f"{line}\n" for line in as_diff(found.pages or ())),
        "codequality.json": annotations.code_quality(found.problems, name),
        "junit.xml": annotations.junit(found.problems, name),
    }
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8")


def printed(found: Review, style: str) -> str:
    """What the terminal or the log of a job shows."""
    if style == "github":
        return "".join(f"{line}\n" for line in annotations.github(found.problems, found.request.name))
    return as_text(found.problems, found.request.name) + "\n" if style == "gitlab" else comment(found)


def _request(options: argparse.Namespace, folder: Path) -> Request:
    repository = Repository.of(options.content)
    base = options.base if options.head else repository.fork_of(options.base)
    tree = repository.merged(base, options.head) if options.head else None
    entries = repository.entries(tree) if tree else ()
    if too_much := excess([(entry.path, entry.size) for entry in entries]):
        raise GitError(f"{too_much.message}. {too_much.hint}")
    after = repository.write_content(tree, folder / "after") if tree else options.content
    return Request(
        State(repository.write_content(base, folder / "before")),
        State(after),
        repository.changed(base, tree),
        repository.name,
        options.author,
        tuple(options.approved_by.split()),
        tuple(findings(entries, repository.name)),
    )


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
