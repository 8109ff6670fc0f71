"""What was measured as a Markdown table, and ours as shares of Pagefind's in lines that a program reads."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.search.records import Build, Row, Visit

FIRST = "Pagefind"
OURS = "Fundstelle"


@dataclass(frozen=True, slots=True)
class Measure:
    """A line of the table: what it says, how its number is found and written."""

    label: str
    value: Callable[[Row], float | None]
    written: str
    is_compared: bool = True


def _of_visits(value: Callable[[Visit], float]) -> Callable[[Row], float | None]:
    return lambda row: statistics.median(map(value, row.visits)) if row.visits else None


def _of_builds(value: Callable[[Build], float]) -> Callable[[Row], float]:
    """Of builds the best counts: nothing but other work on the machine makes one slower than another."""
    return lambda row: min(map(value, row.builds))


def _rebuild(row: Row) -> float:
    return min(build.index for build in row.rebuilds or row.builds)


BYTES = Measure("bytes to the first result, KB", _of_visits(lambda visit: visit.cold.sent / 1000), ".1f")
COLD = Measure("first result cold, ms", _of_visits(lambda visit: visit.cold.milliseconds), ".0f")
BUILD = Measure("index build, s", _of_builds(lambda build: build.index), ".2f")
REBUILD = Measure("index build after one edit, s", _rebuild, ".2f")
MEASURES = (
    BYTES,
    Measure("requests to the first result", _of_visits(lambda visit: visit.cold.requests), ".0f", is_compared=False),
    Measure("bytes with what follows it, KB", _of_visits(lambda visit: visit.cold.whole / 1000), ".1f"),
    COLD,
    Measure("keystroke when fetched on focus, ms", _of_visits(lambda visit: visit.focused.milliseconds), ".0f"),
    Measure("second query, KB", _of_visits(lambda visit: visit.second.whole / 1000), ".1f"),
    Measure("second query, ms", _of_visits(lambda visit: visit.second.milliseconds), ".0f"),
    BUILD,
    REBUILD,
    Measure("whole build process, s", _of_builds(lambda build: build.wall), ".2f"),
    Measure("whole build process, processor s", _of_builds(lambda build: build.cpu), ".2f"),
    Measure("whole build process, memory MB", _of_builds(lambda build: build.memory / 1e6), ".0f"),
    Measure("nDCG@10", lambda row: row.quality.ndcg_10, ".3f", is_compared=False),
    Measure("success@3", lambda row: row.quality.success_3, ".3f", is_compared=False),
    Measure("finds nothing", lambda row: row.quality.zero, ".1%", is_compared=False),
    Measure("recall@5 of the editors' words", lambda row: row.quality.recall_5, ".3f", is_compared=False),
)
RATIOS = {"bytes": BYTES, "cold": COLD, "build": BUILD, "rebuild": REBUILD}


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the table; behind a number, in brackets, its share of Pagefind's."""
    first = next(row for row in rows if row.engine == FIRST)
    yield f"| | {' | '.join(row.engine for row in rows)} |"
    yield f"|---|{'---:|' * len(rows)}"
    for measure in MEASURES:
        cells = [_cell(measure, row, first) for row in rows]
        if any(cell != "–" for cell in cells):
            yield f"| {measure.label} | {' | '.join(cells)} |"
    yield f"| visits | {' | '.join(str(len(row.visits)) for row in rows)} |"


def ratios(name: str, rows: Sequence[Row]) -> Iterator[str]:
    """`bytes_ratio_pagefind=0.21 size=demo`: our figures divided by Pagefind's."""
    first = next(row for row in rows if row.engine == FIRST)
    ours = next(row for row in rows if row.engine == OURS)
    for key, measure in RATIOS.items():
        ratio = _ratio(measure, ours, first)
        yield f"{key}_ratio_pagefind={'none' if ratio is None else format(ratio, '.2f')} size={name}"


def _cell(measure: Measure, row: Row, first: Row) -> str:
    value = measure.value(row)
    if value is None:
        return "–"
    ratio = _ratio(measure, row, first) if measure.is_compared and row is not first else None
    return format(value, measure.written) + (f" ({ratio:.2f})" if ratio is not None else "")


def _ratio(measure: Measure, row: Row, first: Row) -> float | None:
    value, base = measure.value(row), measure.value(first)
    return value / base if value is not None and base else None
