"""A statement with a limit of time: what takes many times as long as anything ordinary is a find too."""

import time
from collections.abc import Callable

from tests.fuzzing.targets import Target

TIMES_AS_LONG = 50
"""So many times the slowest ordinary input."""

_SAMPLE = 40
"""So many ordinary inputs are measured."""

_LEAST = 0.5
"""Seconds of CPU; less than that is noise."""


class TooSlowError(AssertionError):
    """An input that is not answered in time."""


def measured(target: Target) -> Callable[[bytes], None]:
    """The check of a target with its limit, found on the seeds."""
    seeds = list(target.seeds())
    ordinary = seeds[:: len(seeds) // _SAMPLE + 1]
    target.check(ordinary[0])
    limit = max(_LEAST, TIMES_AS_LONG * max(_seconds(target, data) for data in ordinary))

    def check(data: bytes) -> None:
        taken = _seconds(target, data)
        if taken > limit:
            raise TooSlowError(f"{taken:.1f} s where {limit:.1f} s are enough, for {len(data)} bytes")

    return check


def _seconds(target: Target, data: bytes) -> float:
    start = time.process_time()
    target.check(data)
    return time.process_time() - start
