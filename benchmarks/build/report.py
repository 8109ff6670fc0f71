"""What was measured as a Markdown table, and ours divided by the others' in lines that a program reads."""

import math
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.build.generators import HUGO, OURS, PELICAN
from benchmarks.build.measuring import Measured
from benchmarks.search.commands import Run

Value = Callable[[Measured], float | None]
By = Callable[[Run], float]


@dataclass(frozen=True, slots=True)
class Measure:
    """A line of the table: what it says, how its number is found and written."""

    label: str
    value: Value
    written: str = ".2f"
    is_compared: bool = True


def median(runs: Callable[[Measured], Sequence[Run]], by: By) -> Value:
    """The median of some runs of a generator."""

    def found(measured: Measured) -> float | None:
        return statistics.median(map(by, chosen)) if (chosen := runs(measured)) else None

    return found


def _full(by: By) -> Value:
    return median(lambda measured: measured.full, by)


def _stage(*stages: str) -> Value:
    """The processor time of some of our own stages."""

    def found(measured: Measured) -> float | None:
        told = [sum(spent[stage]["cpu"] for stage in stages) for spent in measured.stages]
        return statistics.median(told) if told else None

    return found


def _without_index(measured: Measured) -> float | None:
    index, whole = _stage("index")(measured), CPU.value(measured)
    return whole - (index or 0) if whole is not None else None


def _per_second(measured: Measured) -> float | None:
    wall = WALL.value(measured)
    return measured.output.pages / wall if wall else None


CPU = Measure("full build, processor s", _full(lambda one: one.cpu))
BARE = Measure("… without the search index", _without_index)
WALL = Measure("full build, wall s", _full(lambda one: one.wall))
MEMORY = Measure("highest memory, MB", _full(lambda one: one.memory / 1e6), ".0f")
EDIT = Measure("after one edit, processor s", median(lambda measured: measured.edit, lambda one: one.cpu))
SUMMARY = Measure(
    "after another short text, processor s", median(lambda measured: measured.summary, lambda one: one.cpu)
)
MEASURES = (
    CPU,
    BARE,
    WALL,
    MEMORY,
    Measure("pages a second", _per_second, ".0f"),
    EDIT,
    Measure("after one edit, wall s", median(lambda measured: measured.edit, lambda one: one.wall)),
    SUMMARY,
    Measure("after another short text, wall s", median(lambda measured: measured.summary, lambda one: one.wall)),
    Measure("nothing changed, processor s", median(lambda measured: measured.idle, lambda one: one.cpu)),
    Measure(
        "nothing changed, files written", lambda measured: measured.written if measured.idle else None, ".0f", False
    ),
    Measure(
        "changed page on disk after a save, ms",
        lambda measured: statistics.median(measured.saved) if measured.saved else None,
        ".0f",
        False,
    ),
    Measure("pages", lambda measured: measured.output.pages, ".0f", False),
    Measure("of services", lambda measured: measured.output.services, ".0f", False),
    Measure("bytes of a service's page, mean", lambda measured: measured.output.page_size, ".0f"),
    Measure("bytes of all files, MB", lambda measured: measured.output.size / 1e6, ".0f", False),
    Measure("full builds", lambda measured: len(measured.full), ".0f", False),
)


def table(rows: Sequence[Measured]) -> Iterator[str]:
    """The lines of the table; behind a number, in brackets, ours divided by it."""
    ours = rows[0]
    yield f"| | {' | '.join(row.name for row in rows)} |"
    yield f"|---|{'---:|' * len(rows)}"
    for measure in MEASURES:
        yield f"| {measure.label} | {' | '.join(_cell(measure, row, ours) for row in rows)} |"


def _cell(measure: Measure, row: Measured, ours: Measured) -> str:
    value = measure.value(row)
    if value is None:
        return "–"
    ratio = _ratio(measure, ours, row) if measure.is_compared and row is not ours else None
    return format(value, measure.written) + (f" ({ratio:.2f})" if ratio is not None else "")


def _ratio(measure: Measure, ours: Measured, other: Measured) -> float | None:
    value, base = measure.value(ours), measure.value(other)
    return value / base if value is not None and base else None


def lines(by_size: Mapping[int, Sequence[Measured]]) -> Iterator[str]:
    """`cpu_ratio_hugo=0.41` and so on for the largest size; growth is the exponent from the smallest to the largest."""
    rows = {row.name: row for row in by_size[max(by_size)]}
    wanted = (
        ("cpu_ratio_hugo", BARE, HUGO),
        ("cpu_with_index_ratio_hugo", CPU, HUGO),
        ("wall_ratio_hugo", WALL, HUGO),
        ("cpu_ratio_pelican", BARE, PELICAN),
        ("rss_ratio_hugo", MEMORY, HUGO),
        ("edit_ratio_hugo", EDIT, HUGO),
        ("short_text_ratio_hugo", SUMMARY, HUGO),
    )
    for name, measure, other in wanted:
        ratio = _ratio(measure, rows[OURS], rows[other]) if other in rows else None
        yield f"{name}={'none' if ratio is None else format(ratio, '.2f')}"
    yield f"growth={_growth(by_size)}"


def _growth(by_size: Mapping[int, Sequence[Measured]]) -> str:
    """By the pages of services, for each portal has some that no file is written for."""
    smallest, largest = by_size[min(by_size)][0], by_size[max(by_size)][0]
    if smallest is largest:
        return "none"
    costs = [(row.output.services, BARE.value(row) or math.nan) for row in (smallest, largest)]
    return f"{exponent(*costs):.2f}"


def exponent(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How a cost grows with a size: 1 is twice the cost for twice the size."""
    return math.log(other[1] / one[1]) / math.log(other[0] / one[0])
