"""Pages sheet by sheet: never more of them are held than one sheet has, and several processes may share the sheets."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from operator import itemgetter
from posixpath import commonpath

from plugins.catalog import urls
from plugins.catalog.stages import Spent, Stages
from plugins.pages import forked
from plugins.pages.forked import Lost
from plugins.pages.output import Output, Written
from plugins.pages.views import View

MOST = 500
"""So many pages are a sheet; a portal of not more is made by one process."""

Work = Callable[[Output, Stages], list[str]]
"""Writes a part of the files, by its own clock; gives back what the build has to know of them."""


@dataclass(frozen=True, slots=True)
class _Done:
    found: list[str]
    written: Written
    spent: Mapping[str, Spent]


@dataclass(frozen=True, slots=True)
class Press:
    """`render` makes pages by their files, `look` says what is wrong with them."""

    render: Callable[[Iterable[View]], dict[str, bytes]]
    look: Callable[[Mapping[str, bytes]], list[str]]

    def sheet(self, pages: Iterable[View], output: Output, stages: Stages) -> list[str]:
        """Make some pages, write them aside; what is wrong with them."""
        with stages("render"):
            rendered = self.render(pages)
        with stages("check"):
            wrong = self.look(rendered)
        with stages("write"):
            output.write_all(rendered)
        return wrong

    def all(
        self, pages: Sequence[View], beside: Work, output: Output, stages: Stages, jobs: int
    ) -> tuple[list[str], list[str]]:
        """Make all pages and what can be made `beside` them, large portals in so many processes.

        What the latter gives back, and what is wrong with the pages.
        """
        first = first_of_each(pages)
        wrong = self.sheet(first, output, stages)
        rest = sheets(pages, first)
        output.share(shared_folders(rest))
        works: list[Work] = [beside, *(partial(self.sheet, sheet) for sheet in rest)]
        found, *more = _done(works, output, stages, jobs if len(pages) > MOST else 1)
        return found, [*wrong, *chain(*more)]


def first_of_each(pages: Iterable[View]) -> list[View]:
    """The first page of each kind in each language: what it leaves in memory serves all others."""
    found: dict[tuple[str, str], View] = {}
    for view in pages:
        found.setdefault((view.template, view.language), view)
    return list(found.values())


def sheets(pages: Iterable[View], made: Iterable[View]) -> list[Sequence[View]]:
    """All others in the order of their files."""
    others = {urls.file_of(view.url): view for view in pages}
    for view in made:
        del others[urls.file_of(view.url)]
    views = [view for _, view in sorted(others.items(), key=itemgetter(0))]
    return [views[start : start + MOST] for start in range(0, len(views), MOST)]


def shared_folders(cut: Sequence[Sequence[View]]) -> Iterator[str]:
    """The folders that go on in the next sheet; those above are shared with them."""
    for one, other in pairwise(cut):
        yield commonpath([urls.file_of(one[-1].url), urls.file_of(other[0].url)])


def _done(works: Sequence[Work], output: Output, stages: Stages, jobs: int) -> list[list[str]]:
    """What the works give back; what they wrote is part of the output now. Raises what the first of them raised."""
    if jobs > 1:
        gc.freeze()
    numbers = [str(number) for number in range(len(works))]
    results = dict(forked.each(partial(_result, works, output), numbers, jobs))
    return [_joined(results[number], output, stages) for number in numbers]


def _result(works: Sequence[Work], output: Output, number: str) -> _Done | Exception:
    part, stages = output.part(number), Stages()
    try:
        return _Done(works[int(number)](part, stages), part.written, stages.spent)
    except Exception as error:
        return error


def _joined(result: _Done | Exception | Lost, output: Output, stages: Stages) -> list[str]:
    if isinstance(result, Lost):
        raise forked.LostError(result.said("JOBS=1 make …"))
    if isinstance(result, Exception):
        raise result
    output.join(result.written)
    stages.add(result.spent)
    return result.found
