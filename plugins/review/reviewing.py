"""Everything there is to say about a request, as one value; both forges and the terminal show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.catalog.places import Place, Problem
from plugins.catalog.validation import has_errors
from plugins.language import ratchet
from plugins.language.hinting import hints_on
from plugins.language.spelling import Speller
from plugins.language.texts import changed_texts
from plugins.review.building import Build
from plugins.review.hosts import HostChange, host_changes
from plugins.review.numbers import NumberChange, number_changes
from plugins.review.owners import Owner, consents, missing_consents
from plugins.review.page_changes import PageChange, page_changes, portal_count
from plugins.review.request import Request
from plugins.review.search_changes import SearchChange, search_change

Tell = Callable[[str], None]
"""Says how far it is."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a request does. `pages` is None where the pages of both states could not be compared.

    An error of `build` is content that the check accepts and a portal refuses, such as another town's phone number.
    """

    request: Request
    problems: tuple[Problem, ...]
    hosts: tuple[HostChange, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    search: SearchChange | None = None
    pages: tuple[PageChange, ...] | None = None
    portals: int = 0
    readability: tuple[ratchet.Change, ...] = ()
    consents: tuple[tuple[Owner, tuple[str, ...]], ...] = ()

    @property
    def failed(self) -> bool:
        """True when something must be mended before the request may go in."""
        return has_errors(list(self.problems))


def reviewed(request: Request, preview: Path, tell: Tell) -> Review:
    """Look at everything; builds the portals of the request into `preview`, where the content has no errors."""
    tell("Die Inhalte werden geprüft …")
    found = Review(
        request,
        (*_mixed(request), *request.problems, *missing_consents(request)),
        tuple(host_changes(request.before.catalog, request.after.catalog)),
        tuple(number_changes(request.before.catalog, request.after.catalog)),
        consents=tuple(consents(request).items()),
    )
    if has_errors(request.after.problems) or not request.content:
        return found
    with TemporaryDirectory() as aside:
        builds = [Build.start(request.before.folder, Path(aside)), Build.start(request.after.folder, preview)]
        tell("Suche und Sprache werden verglichen …")
        found = _with_words(found)
        tell("Die Seiten werden gebaut und verglichen …")
        return _with_pages(found, *builds)


def _with_words(found: Review) -> Review:
    """What becomes of the search, and how the changed texts read."""
    before, after = found.request.before.catalog, found.request.after.catalog
    hints = hints_on(changed_texts(before, after), Speller.of(after))
    return replace(
        found,
        problems=(*found.problems, *hints),
        search=search_change(before, after),
        readability=tuple(ratchet.compare(before, after)),
    )


def _with_pages(found: Review, before: Build, after: Build) -> Review:
    """What reads differently on the built pages, or why they could not be built."""
    lost, failed = before.failure(), after.failure()
    if failed:
        return replace(found, problems=(*found.problems, Problem(Place(), failed, rule="build")))
    pages = None if lost else tuple(page_changes(before.folder, after.folder))
    return replace(found, pages=pages, portals=portal_count(after.folder))


def _mixed(request: Request) -> Iterator[Problem]:
    """Content is built with the code that is there; what comes with it in one request would not be tried."""
    if request.content and request.code:
        more = f" und {len(request.code) - 1} weitere Dateien" if len(request.code) > 1 else ""
        yield Problem(
            Place(),
            f"Dieser Antrag ändert Inhalte und Programm zugleich: {request.code[0]}{more}",
            "Teilen Sie ihn in zwei Anträge, einen für die Inhalte und einen für das Programm.",
            rule="mixed-change",
        )
