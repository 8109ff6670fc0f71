"""Measures of one ranking against its grades. Sources: Järvelin and Kekäläinen 2002 (nDCG), TREC (MRR)."""

import math
from collections.abc import Mapping, Sequence

DEPTH = 10


def success(ranked: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """1 when a service that answers the query is among the first `depth`."""
    return float(any(slug in grades for slug in ranked[:depth]))


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 divided by the rank of the first answer among the first ten, else 0."""
    return next((1 / rank for rank, slug in enumerate(ranked[:DEPTH], 1) if slug in grades), 0.0)


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten; gain 2^grade - 1, discount log2(rank + 1)."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(slug, 0) for slug in ranked[:DEPTH]]) / ideal


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))
