"""How long each engine takes for its index, engine by engine in turns."""

import sys
from collections.abc import Callable

from benchmarks.search.engines import ENGINES
from benchmarks.search.records import Build, Site

TOO_SLOW = 30.0
"""Seconds; a build that takes longer runs once."""

Builds = dict[str, list[Build]]
"""By the name of the engine."""


def built(site: Site, number: int) -> tuple[Builds, Builds]:
    """The builds from nothing, and those after an edit of one service where an engine has such."""
    whole: Builds = {engine.name: [] for engine in ENGINES}
    after_edit: Builds = {engine.name: [] for engine in ENGINES}
    for turn in range(number):
        print(f"  builds, turn {turn + 1} of {number}", file=sys.stderr)
        for engine in ENGINES:
            _add(whole[engine.name], engine.build, site)
            _add(after_edit[engine.name], engine.rebuild, site)
    return whole, after_edit


def _add(done: list[Build], build: Callable[[Site], Build] | None, site: Site) -> None:
    if build and all(one.wall <= TOO_SLOW for one in done):
        done.append(build(site))
