"""Pages sheet by sheet: never more of them are held than one sheet has, and several processes may share the sheets."""

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

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
    """The first page of each kind in a language of which there are others: what it leaves in memory serves them."""
    kinds = defaultdict(list)
    for view in pages:
        kinds[view.template, view.language].append(view)
    return [first for first, *others in kinds.values() if others]


def sheets(pages: Iterable[View], made: Iterable[View]) -> list[Sequence[View]]:
    """All others, the rarest kinds first: long lists, which share their lines, are on one sheet."""
    others = {urls.file_of(view.url): view for view in pages}
    for view in made:
        del others[urls.file_of(view.url)]
    count = Counter(view.template for view in others.values())
    views = [
        view for _, view in sorted(others.items(), key=lambda one: (count[one[1].template], one[1].template, one[0]))
    ]
    return [views[start : start + MOST] for start in range(0, len(views), MOST)]


def shared_folders(cut: Iterable[Iterable[View]]) -> list[str]:
    """The folders that files of several sheets are in."""
    count = Counter(chain(*({above for view in sheet for above in _folders(urls.file_of(view.url))} for sheet in cut)))
    return sorted(folder for folder, sheets in count.items() if sheets > 1)


def _folders(file: str) -> Iterator[str]:
    while file := file.rpartition("/")[0]:
        yield file


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
