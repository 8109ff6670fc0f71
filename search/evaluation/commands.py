"""`evaluate` and `compare` of `python -m search`: what they print, and whether a gate breaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.desk import Desk
from search.evaluation import compare, editors, gates, report, second_opinion
from search.evaluation.judgments import HALVES, read
from search.evaluation.report import ALL, Figures
from search.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Verdict:
    """The lines of an evaluation, its figures by run, and the gates it breaks."""

    lines: tuple[str, ...]
    runs: dict[str, dict[str, Figures]]
    broken: tuple[str, ...]


def evaluate(desk: Desk, half: str, *, only_without: bool) -> Verdict:
    """Measure the halves with and without synonyms; a desk that has none already is measured as it is."""
    variants = [("ohne Synonyme", desk.without_synonyms(), gates.WITHOUT_SYNONYMS)]
    if not only_without:
        variants.insert(0, ("mit Synonymen", desk, gates.WITH_SYNONYMS))
    lines: list[str] = []
    runs: dict[str, dict[str, Figures]] = {}
    opinions: list[str] = []
    workbench = Workbench.of(variants[0][1].documents)
    broken = list(map(str, gates.lost_names(variants[0][1])))
    for one in HALVES if half == "both" else (half,):
        for variant, asked, targets in variants:
            name = f"{one}, {variant}"
            answered = report.outcomes(asked, read(one))
            runs[name] = report.by_class(answered)
            lines += [*report.table(name, runs[name], report.read_baseline()), *report.failures(answered), ""]
            broken += gates.broken(name, runs[name][ALL], targets)
            if asked is variants[0][1]:
                opinions += second_opinion.lines(name, answered, workbench)
    return Verdict((*lines, *opinions, "", *_summary(broken)), runs, tuple(broken))


def evaluate_editors(desk: Desk, path: Path, content: Path) -> Iterator[str]:
    """Recall@5 of the editors' words, with and without the field that holds them."""
    queries = editors.read(path, content)
    yield from editors.lost(desk, queries)
    yield f"{len(queries)} Begriffe der Redaktion auf importierten Inhalten"
    for name, asked in (("mit Synonymen", desk), ("ohne Synonyme", desk.without_synonyms())):
        yield f"  Trefferquote@{editors.DEPTH} {name}: {editors.recall(asked, queries):.3f}"


def compare_with(desk: Desk, revision: str, options: list[str]) -> Iterator[str]:
    """The judged queries of both halves whose first three moved since a revision."""
    queries = list(dict.fromkeys(judgment.query for half in HALVES for judgment in read(half)))
    before = compare.at_revision(revision, queries, options)
    after = {query: desk.ranked(query) for query in queries}
    yield from compare.lines(list(compare.moves(before, after)), len(queries))


def _summary(broken: list[str]) -> Iterator[str]:
    yield from (f"✗ {sentence}" for sentence in broken)
    yield f"{len(broken)} verletzte Grenzen" if broken else "Alle Grenzen eingehalten."
