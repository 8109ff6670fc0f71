"""How Whoosh does on the same queries, and where it is right and we are not: there is something to be learned."""

from collections.abc import Iterator, Sequence

from search.evaluation import metrics, report
from search.evaluation.judgments import Judgment
from search.evaluation.report import Outcome
from search.workbench import Workbench

DEPTH = 3


def lines(name: str, ours: Sequence[Outcome], workbench: Workbench) -> Iterator[str]:
    """One line with the figures of Whoosh, one more for each query that only Whoosh answers."""
    theirs = [Outcome(one.judgment, tuple(workbench.ranked(one.judgment.query))) for one in ours]
    measured, own = report.figures(theirs), report.figures(ours)
    yield (
        f"{name}, Whoosh als zweite Meinung: Erfolg@3 {measured.success_3:.3f} (wir {own.success_3:.3f}), "
        f"nDCG@10 {measured.ndcg_10:.3f} (wir {own.ndcg_10:.3f})"
    )
    for one, other in zip(ours, theirs, strict=True):
        if _answered(other) and not _answered(one):
            yield f"  nur Whoosh findet „{one.judgment.query}“: {_answer(one.judgment, other.ranked)}"


def _answered(outcome: Outcome) -> bool:
    return bool(metrics.success(outcome.ranked, outcome.judgment.grades, DEPTH))


def _answer(judgment: Judgment, ranked: Sequence[str]) -> str:
    """The best service among the first of a ranking, and its place."""
    slug = max((slug for slug in ranked[:DEPTH] if slug in judgment.grades), key=lambda one: judgment.grades[one])
    return f"{slug} (Platz {ranked.index(slug) + 1})"
