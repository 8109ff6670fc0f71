"""Pages sheet by sheet: never more of them are held than one sheet has, and several processes may share the sheets."""

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from plugins.catalog import urls
from plugins.catalog.stages import Spent, Stages
from plugins.pages import forked
from plugins.pages.forked import Lost
from plugins.pages.output import Output
from plugins.pages.parts import Written
from plugins.pages.view import View

MOST = 500
"""So many pages are a sheet; a portal of not more is made by one process."""

Work = Callable[[Output, Stages], list[str]]
"""Writes a part of the files, by its own clock; gives back what the build has to know of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A part that is written aside: what the build has to know of it, its files, the time it took."""

    found: list[str]
    written: Written
    spent: Mapping[str, Spent]


@dataclass(frozen=True)
class Press:
    """All pages of a portal: `render` makes some by their files, `look` says what is wrong with them."""

    pages: Sequence[View]
    render: Callable[[Iterable[View]], dict[str, bytes]]
    look: Callable[[Mapping[str, bytes]], list[str]]

    def begin(self, output: Output, stages: Stages) -> list[str]:
        """The first page of each kind, and the folders that all others share; what is wrong with these pages."""
        wrong = self._sheet(self._first, output, stages)
        output.share(shared_folders(self._rest))
        return wrong

    @property
    def works(self) -> list[Work]:
        """What makes the others, sheet by sheet; each gives back what is wrong with its pages."""
        return [partial(self._sheet, sheet) for sheet in self._rest]

    @cached_property
    def _first(self) -> list[View]:
        return first_of_each(self.pages)

    @cached_property
    def _rest(self) -> list[Sequence[View]]:
        return sheets(self.pages, self._first)

    def _sheet(self, pages: Iterable[View], output: Output, stages: Stages) -> list[str]:
        """Make some pages, write them aside; what is wrong with them."""
        with stages("render"):
            rendered = self.render(pages)
        with stages("check"):
            wrong = self.look(rendered)
        with stages("write"):
            output.write_all(rendered)
        return wrong


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


def done(works: Sequence[Work], output: Output, stages: Stages, jobs: int) -> list[list[str]]:
    """What the works give back, made by so many processes. Raises what the first of them raised."""
    if jobs > 1:
        gc.freeze()
    numbers = [str(number) for number in range(len(works))]
    results = dict(forked.each(lambda number: result(works[int(number)], output.part(number)), numbers, jobs))
    return joined((results[number] for number in numbers), output, stages)


def result(work: Work, part: Output) -> Made | Exception:
    """What a work gives back, or raises."""
    stages = Stages()
    try:
        return Made(work(part, stages), part.written, stages.spent)
    except Exception as error:
        return error


def joined(results: Iterable[Made | Exception | Lost], output: Output, stages: Stages) -> list[list[str]]:
    """What works have found; what they wrote is part of the output now."""
    return [_joined(one, output, stages) for one in results]


def _joined(result: Made | Exception | Lost, output: Output, stages: Stages) -> list[str]:
    if isinstance(result, Lost):
        raise forked.LostError(result.said("JOBS=1 make …"))
    if isinstance(result, Exception):
        raise result
    output.join(result.written)
    stages.add(result.spent)
    return result.found
