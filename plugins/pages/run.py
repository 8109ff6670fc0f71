"""Pelican's run loop for a portal: check first, then build; with errors nothing is written.

What a build of everything needs is imported where it begins.
"""

import gc
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator, StaticGenerator

from plugins.catalog import disk
from plugins.catalog.places import Problem
from plugins.catalog.stages import Stages
from plugins.pages.incremental.ingredients import plain
from plugins.pages.incremental.left import Left
from plugins.pages.short import ShortRun, said

if TYPE_CHECKING:
    from plugins.catalog.catalog import Catalog
    from plugins.catalog.records import Municipality
    from plugins.pages.assets import Bundling
    from plugins.pages.forked import Lost
    from plugins.pages.incremental.pages import Edited
    from plugins.pages.portals import Outcome

AnyGenerator = TypeVar("AnyGenerator", bound=Generator)

_NOT_OURS = (ArticlesGenerator, PagesGenerator, StaticGenerator)


class PortalRun(ShortRun, Pelican):  # type: ignore[misc]
    """Replaces Pelican's article and page machinery by the catalog. Set as `PELICAN_CLASS`.

    Content with errors ends `pelican` with exit code 1 before the run; under `--autoreload` a later error is printed
    and the old output stays until the next change. A build makes hundreds of thousands of objects that live as long as
    it does, so garbage is collected between the portals only.
    """

    bundling: "Bundling | None" = None

    before: ShortRun | None = None
    """Who has looked in this process, and found more to do; the next run need not look again."""

    def __init__(self, settings: dict[str, Any]) -> None:
        Pelican.__init__(self, settings)
        ShortRun.__init__(self, settings)
        self.ready: Catalog | Edited | Left | None = self._ready()
        if self.ready is None:
            sys.exit(1)

    def run(self) -> None:
        """Build the portal once."""
        ready, self.ready = self.ready or self._ready_again(), None
        if ready is None:
            return
        gc.freeze()
        self._tell_gap()
        failure = self._attempted(ready)
        self._end()
        if failure:
            sys.exit(failure)
        gc.freeze()
        signals.finalized.send(self)

    def _attempted(self, ready: "Catalog | Edited | Left") -> str:
        """Everything that is asked for; ends with what keeps it from being built."""
        if isinstance(ready, Left):
            self._do(ready)
            return ""
        from plugins.pages import portals

        try:
            return self._built(ready)
        except portals.REFUSED as error:
            sys.exit(str(error))
        except OSError as error:
            sys.exit(disk.said(error, Path(self.settings["OUTPUT_PATH"])))

    def _built(self, ready: "Catalog | Edited") -> str:
        """The same; says which portals were not built."""
        from plugins.pages.incremental.pages import Edited
        from search.blocks import MissingError

        if isinstance(ready, Edited):
            try:
                self._do(ready)
            except MissingError:
                return self._built(self._check(self.told) or sys.exit(1))
        elif self.settings["PORTALS"]:
            return self._build_all(ready)
        elif wanted := ready.municipalities.get(self.settings["MUNICIPALITY"]) or ready.first_municipality:
            print(self._build(ready, wanted, self.settings), flush=True)
        return ""

    def _build_all(self, catalog: "Catalog") -> str:
        """Every portal from one catalog; says which were not built. All processes share what was read."""
        from plugins.pages import forked, portals

        if self.bundling:
            self.bundling.files()
        towns = catalog.municipalities
        done: Iterable[tuple[str, Outcome | Lost]]
        if elsewhere := self.settings["ELSEWHERE"]:
            done = elsewhere(self.settings, catalog.today, sorted(towns))
        else:
            done = forked.each(partial(self.portal, catalog), sorted(towns), int(self.settings["JOBS"]))
        outcomes = {}
        for slug, outcome in portals.told(done, towns):
            self.stages.add(outcome.spent)
            outcomes[slug] = outcome
        return portals.failures(outcomes, towns)

    def portal(self, catalog: "Catalog", slug: str) -> "Outcome":
        """One of many portals, below a folder of its own; what fails spoils no other."""
        from plugins.pages import portals

        municipality = catalog.municipalities[slug]
        before, self.stages = self.stages, Stages()
        build = partial(self._build, catalog, municipality, self._settings_of(municipality))
        outcome = portals.attempted(build, self.folder(slug))
        outcome, self.stages = replace(outcome, spent=self.stages.spent), before
        gc.collect()
        return outcome

    def _settings_of(self, municipality: "Municipality") -> dict[str, Any]:
        """The settings of one of many portals."""
        address, folder = municipality.portal_url.rstrip("/"), str(self.folder(municipality.slug))
        own = {"OUTPUT_PATH": folder, "SITEURL": address, "PATTERN_PAGE": False, "ADMIN": False, "JOBS": "1"}
        return {**self.settings, **own}

    def folder(self, slug: str) -> Path:
        """Where one of many portals goes."""
        return Path(self.settings["OUTPUT_PATH"]) / "portals" / slug

    def _build(self, catalog: "Catalog", municipality: "Municipality", settings: Mapping[str, Any]) -> str:
        """One portal into its output folder; what is to be said of it."""
        from plugins.catalog.impersonal import seen_from

        started = time.monotonic()
        shown = seen_from(catalog, municipality)
        context = self._context(shown, municipality, settings)
        generators = [
            self._generator(generator, context, settings)
            for generator in self._get_generator_classes()
            if generator not in _NOT_OURS
        ]
        signals.all_generators_finalized.send(generators)
        for generator in generators:
            generator.generate_output(self._get_writer())
        with self.stages("write"):
            self.past.keep(catalog, context["PORTAL_SHOWN"], context["PORTAL_WHOLE"], context["PORTAL_SEARCHED"])
        return said(context["PORTAL_SHOWN"], context["PORTAL_WRITTEN"], time.monotonic() - started)

    def _context(self, shown: "Catalog", municipality: "Municipality", settings: Mapping[str, Any]) -> dict[str, Any]:
        """What a generator is told."""
        ours = {"PAST": self.past, "BUNDLING": self.bundling}
        theirs: dict[str, Any] = {"generated_content": {}, "static_content": {}, "static_links": set()}
        return {**super()._context(shown, municipality, settings), **ours, **theirs}

    def _generator(
        self, kind: type[AnyGenerator], context: dict[str, Any], settings: Mapping[str, Any]
    ) -> AnyGenerator:
        output = settings["OUTPUT_PATH"]
        found: AnyGenerator = kind(
            context=context, settings=settings, path=self.path, theme=self.theme, output_path=output
        )
        return found

    def _ready_again(self) -> "Catalog | Edited | Left | None":
        """Another look after a change, without what the build before it left behind."""
        gc.unfreeze()
        gc.collect()
        self.stages = Stages()
        return self._ready()

    def _ready(self) -> "Catalog | Edited | Left | None":
        """What a look has found; else the checked catalog, if it has no errors."""
        before, PortalRun.before = PortalRun.before, None
        if not (before and before.past.made and before.past.made.settings == plain(self.settings)):
            return self._found() or self._check()
        self.history, self.past, self.stages, self.told = before.history, before.past, before.stages, before.told
        return self._check(self.told)

    def _check(self, told: Sequence[Problem] = ()) -> "Catalog | None":
        """The checked catalog, or None after all problems were printed, unless these are the same and were."""
        from plugins.catalog import checks
        from plugins.catalog.catalog import load
        from plugins.catalog.validation import has_errors
        from plugins.pages import asked

        self._begin_bundling()
        folder = Path(self.settings["PATH"])
        with self.stages("read"):
            catalog, problems = load(folder)
        with self.stages("check"):
            problems += checks.run(catalog)
        problems += asked.problems(self.settings, catalog)
        if {*problems} != {*told}:
            self._tell(problems)
        self.past.problems = tuple(problems)
        return None if has_errors(problems) else catalog

    def _begin_bundling(self) -> None:
        from plugins.pages.assets import Bundling

        self.bundling = Bundling(Path(self.settings["PROJECT"]), Path(self.settings["CACHE_PATH"]) / "assets")
