"""Everything there is to say about a request, as one value; both forges and the terminal show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.catalog.places import Place, Problem
from plugins.catalog.validation import has_errors
from plugins.review.building import Build
from plugins.review.hosts import HostChange, host_changes
from plugins.review.owners import Owner, consents, missing_consents
from plugins.review.page_changes import PageChange, page_changes, portal_count
from plugins.review.request import Request
from plugins.review.search_changes import SearchChange, search_change

Tell = Callable[[str], None]
"""Says how far it is."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a request does. `pages` is None where the pages of both states could not be compared."""

    request: Request
    problems: tuple[Problem, ...]
    hosts: tuple[HostChange, ...] = ()
    search: SearchChange | None = None
    pages: tuple[PageChange, ...] | None = None
    portals: int = 0
    consents: tuple[tuple[Owner, tuple[str, ...]], ...] = ()

    @property
    def failed(self) -> bool:
        """True when something must be mended before the request may go in."""
        return has_errors(list(self.problems))


def reviewed(request: Request, preview: Path, tell: Tell) -> Review:
    """Look at everything; builds the portals of the request into `preview`, where the content has no errors."""
    with TemporaryDirectory() as aside:
        return _reviewed(request, Path(aside), preview, tell)


def _reviewed(request: Request, aside: Path, preview: Path, tell: Tell) -> Review:
    tell("Die Inhalte werden geprüft …")
    problems = [*_mixed(request), *request.problems, *missing_consents(request)]
    builds = [] if has_errors(request.after.problems) or not request.content else _start(request, aside, preview)
    tell("Server und Suche werden verglichen …")
    before, after = request.before.catalog, request.after.catalog
    hosts = host_changes(before, after)
    search = search_change(before, after) if builds else None
    tell("Die Seiten werden gebaut und verglichen …") if builds else None
    failures = [build.failure() for build in builds]
    pages = page_changes(*(build.folder for build in builds)) if builds and not any(failures) else None
    return Review(
        request,
        (*problems, *_not_built(failures)),
        tuple(hosts),
        search,
        tuple(pages) if pages is not None else None,
        portal_count(preview / "portals"),
        tuple(consents(request).items()),
    )


def _start(request: Request, aside: Path, preview: Path) -> list[Build]:
    return [Build.start(request.before.folder, aside), Build.start(request.after.folder, preview)]


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


def _not_built(failures: list[str]) -> Iterator[Problem]:
    """A build of the request that fails although the check is content, such as for another town's phone number."""
    if failures and failures[1]:
        yield Problem(Place(), failures[1], rule="build")
