"""Rankings of judged queries → figures per class, beside the stored baseline, and the service each failure misses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import yaml

from search.desk import Desk
from search.evaluation import metrics
from search.evaluation.judgments import CLASSES, Judgment

BASELINE = Path(__file__).parent / "baseline.yaml"
ALL = "all"

Baseline = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Name of the run („dev, mit Synonymen“) → class → figure."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the search answered to a judged query."""

    judgment: Judgment
    ranked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over some queries, each between 0 and 1; `zero` is the share that found nothing."""

    success_1: float
    success_3: float
    mrr_10: float
    ndcg_10: float
    zero: float


HEADINGS = {"success_1": "Erfolg@1", "success_3": "Erfolg@3", "mrr_10": "MRR@10", "ndcg_10": "nDCG@10", "zero": "leer"}


def outcomes(desk: Desk, judgments: Sequence[Judgment]) -> list[Outcome]:
    """Ask every judged query."""
    return [Outcome(judgment, tuple(desk.ranked(judgment.query))) for judgment in judgments]


def figures(answered: Sequence[Outcome]) -> Figures:
    """The means over these outcomes; there must be one at least."""
    single = [_of_one(outcome) for outcome in answered]
    means = {each.name: sum(getattr(one, each.name) for one in single) / len(single) for each in fields(Figures)}
    return Figures(**means)


def by_class(answered: Sequence[Outcome]) -> dict[str, Figures]:
    """The figures of each class that occurs, and of all."""
    classes = {kind: [one for one in answered if one.judgment.kind == kind] for kind in CLASSES}
    return {kind: figures(some) for kind, some in {**classes, ALL: answered}.items() if some}


def _of_one(outcome: Outcome) -> Figures:
    ranked, grades = outcome.ranked, outcome.judgment.grades
    return Figures(
        success_1=metrics.success(ranked, grades, 1),
        success_3=metrics.success(ranked, grades, 3),
        mrr_10=metrics.reciprocal_rank(ranked, grades),
        ndcg_10=metrics.ndcg(ranked, grades),
        zero=float(not ranked),
    )


def table(name: str, measured: Mapping[str, Figures], baseline: Baseline) -> Iterator[str]:
    """The figures of a run, the difference to the baseline behind each where there is one."""
    yield f"{name:26}" + "".join(f"{heading:>16}" for heading in HEADINGS.values())
    for kind, row in measured.items():
        before = baseline.get(name, {}).get(kind, {})
        yield f"  {kind:24}" + "".join(_cell(value, before.get(figure)) for figure, value in asdict(row).items())


def _cell(value: float, before: float | None) -> str:
    difference = "" if before is None else f"({value - before:+.3f})"
    return f"{value:8.3f}{difference or '':8}"


def failures(answered: Sequence[Outcome]) -> Iterator[str]:
    """Each query with no answer among the first three, and where its best service stands instead."""
    for outcome in answered:
        if not metrics.success(outcome.ranked, outcome.judgment.grades, 3):
            wanted = [slug for slug, grade in outcome.judgment.grades.items() if grade == 2]
            missing = ", ".join(f"{slug} ({_place(slug, outcome.ranked)})" for slug in wanted)
            first = outcome.ranked[0] if outcome.ranked else "nichts gefunden"
            yield f"  [{outcome.judgment.kind}] „{outcome.judgment.query}“: es fehlt {missing}; zuerst: {first}"


def _place(slug: str, ranked: Sequence[str]) -> str:
    return f"Platz {ranked.index(slug) + 1}" if slug in ranked else "nicht unter zehn"


def read_baseline(path: Path = BASELINE) -> Baseline:
    """The stored figures; none when there is no file yet."""
    return yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}


def write_baseline(runs: Mapping[str, Mapping[str, Figures]], path: Path = BASELINE) -> None:
    """Store these runs; others stay as they are."""
    rounded = {
        name: {kind: {figure: round(value, 4) for figure, value in asdict(row).items()} for kind, row in rows.items()}
        for name, rows in runs.items()
    }
    path.write_text(yaml.safe_dump({**read_baseline(path), **rounded}, allow_unicode=True, sort_keys=True), "utf-8")
