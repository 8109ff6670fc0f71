"""Pelican's run loop for a portal: check first, then build; with errors nothing is written."""

import gc
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator
from pelican.settings import read_settings

from plugins.catalog import addresses, checks, disk, printing
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.history import History, history
from plugins.catalog.impersonal import seen_from
from plugins.catalog.places import Place, Problem
from plugins.catalog.records import Municipality
from plugins.catalog.stages import Stages
from plugins.catalog.validation import has_errors
from plugins.editing.forge import Forge
from plugins.metadata import indexnow
from plugins.pages import assets, forked, portals
from plugins.pages.forked import Lost
from plugins.pages.portals import Outcome

_NOT_OURS = (ArticlesGenerator, PagesGenerator, StaticGenerator)


class PortalRun(Pelican):  # type: ignore[misc]
    """Replaces Pelican's article and page machinery by the catalog. Set as `PELICAN_CLASS`.

    Content with errors ends `pelican` with exit code 1 before the run; under `--autoreload` a later error is printed
    and the old output stays until the next change. A build makes hundreds of thousands of objects that live as long as
    it does, so garbage is collected between the portals, and while pages are rendered, among what is new.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        gc.disable()
        self.stages = Stages()
        self.checked: Catalog | None = self._check()
        if self.checked is None:
            sys.exit(1)

    def run(self) -> None:
        """Build the portal once."""
        catalog, self.checked = self.checked or self._check_again(), None
        if catalog is None:
            return
        gc.freeze()
        self.history = self._history()
        failure = ""
        try:
            if self.settings["PORTALS"]:
                failure = self._build_all(catalog)
            elif wanted := catalog.municipalities.get(self.settings["MUNICIPALITY"]) or catalog.first_municipality:
                print(self._build(catalog, wanted, self.settings), flush=True)
        except portals.REFUSED as error:
            sys.exit(str(error))
        except OSError as error:
            sys.exit(disk.said(error, Path(self.settings["OUTPUT_PATH"])))
        print(self.stages, flush=True)
        if profile := self.settings.get("PROFILE"):
            Path(profile).write_text(self.stages.as_json(), "utf-8")
        if failure:
            sys.exit(failure)
        gc.freeze()
        signals.finalized.send(self)

    def _build_all(self, catalog: Catalog) -> str:
        """Every portal from one catalog; says which were not built. All processes share what was read."""
        assets.bundle(Path(self.settings["PROJECT"]), Path(self.settings["CACHE_PATH"]) / "assets")
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

    def portal(self, catalog: Catalog, slug: str) -> Outcome:
        """One of many portals, below a folder of its own; what fails spoils no other."""
        municipality, folder = catalog.municipalities[slug], self.folder(slug)
        own = {
            "OUTPUT_PATH": str(folder),
            "SITEURL": municipality.portal_url.rstrip("/"),
            "PATTERN_PAGE": False,
            "ADMIN": False,
        }
        before, self.stages = self.stages, Stages()
        outcome = portals.attempted(lambda: self._build(catalog, municipality, {**self.settings, **own}), folder)
        outcome, self.stages = replace(outcome, spent=self.stages.spent), before
        gc.collect()
        return outcome

    def folder(self, slug: str) -> Path:
        """Where one of many portals goes."""
        return Path(self.settings["OUTPUT_PATH"]) / "portals" / slug

    def _build(self, catalog: Catalog, municipality: Municipality, settings: dict[str, Any]) -> str:
        """One portal into its output folder; what is to be said of it."""
        started = time.monotonic()
        shown = seen_from(catalog, municipality)
        context = {**settings, "CATALOG": shown, "MUNICIPALITY_RECORD": municipality, "HISTORY": self.history}
        context["STAGES"] = self.stages
        for key in ("generated_content", "static_content"):
            context[key] = {}
        context["static_links"] = set()
        generators = [
            generator(
                context=context,
                settings=settings,
                path=self.path,
                theme=self.theme,
                output_path=settings["OUTPUT_PATH"],
            )
            for generator in self._get_generator_classes()
            if generator not in _NOT_OURS
        ]
        signals.all_generators_finalized.send(generators)
        for generator in generators:
            generator.generate_output(self._get_writer())
        return f"{context['PORTAL_SUMMARY']} ({time.monotonic() - started:.1f} s)"

    def _history(self) -> History:
        """When the content changed, asked once for all portals; the operator hears when the public will miss it."""
        found = history(Path(self.settings["PATH"]))
        is_public = (self.settings["SITEURL"] or self.settings["PORTALS"]) and not self.settings["PREVIEW"]
        if found.gap and is_public:
            print(f"Die Sitemap nennt keine Tage, und es gibt keine Feeds. {found.gap}", file=sys.stderr, flush=True)
        return found

    def _check_again(self) -> Catalog | None:
        """Another look after a change, without what the build before it left behind."""
        gc.unfreeze()
        gc.collect()
        return self._check()

    def _check(self) -> Catalog | None:
        """The checked catalog, or None after all problems were printed."""
        folder = Path(self.settings["PATH"])
        with self.stages("read"):
            catalog, problems = load(folder)
        with self.stages("check"):
            problems += checks.run(catalog)
        problems += [
            *self._municipality_problems(catalog),
            *self._address_problems(),
            *self._forge_problems(),
            *self._key_problems(),
        ]
        if problems:
            name = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
            print(printing.as_text(problems, str(name)), file=sys.stderr, flush=True)
        return None if has_errors(problems) else catalog

    def _municipality_problems(self, catalog: Catalog) -> list[Problem]:
        """A wish nobody can fulfil; a municipality whose own file has mistakes is reported there, not here."""
        wanted = self.settings["MUNICIPALITY"]
        known = sorted(slug for kind, slug in catalog.names if kind == "municipality")
        if not known:
            return [_about_municipality("Es gibt keinen Ort", "Legen Sie municipalities/<ort>/municipality.yaml an.")]
        if wanted and wanted not in known:
            return [_about_municipality(f"Den Ort „{wanted}“ gibt es nicht", f"Möglich sind: {', '.join(known)}.")]
        return []

    def _address_problems(self) -> Iterator[Problem]:
        """`SITEURL` is empty for local work, else a full https address without query."""
        address = self.settings["SITEURL"]
        try:
            if address and set(addresses.parse(address).text) & set("?#"):
                raise addresses.AddressError(f"„{address}“ enthält ein Fragezeichen oder eine Raute")
        except addresses.AddressError as error:
            yield Problem(
                Place(), f"SITEURL: {error}", "Beispiel: SITEURL=https://service.meine-stadt.example", rule="siteurl"
            )

    def _forge_problems(self) -> Iterator[Problem]:
        """`FORGE` is empty for work on one's own computer, else the address of a repository."""
        try:
            _ = Forge(self.settings["FORGE"]).host
        except addresses.AddressError as error:
            hint = "Beispiel: FORGE=https://gitlab.opencode.de/meine-stadt/serviceportal"
            yield Problem(Place(), f"FORGE: {error}", hint, rule="forge")

    def _key_problems(self) -> Iterator[Problem]:
        """`INDEXNOW_KEY` is empty, or a key as search engines accept it."""
        try:
            _ = self.settings["INDEXNOW_KEY"] and indexnow.checked(self.settings["INDEXNOW_KEY"])
        except indexnow.KeyRefusedError as error:
            hint = "Beispiel: INDEXNOW_KEY=$(openssl rand -hex 16)"
            yield Problem(Place(), f"INDEXNOW_KEY: {error}", hint, rule="indexnow")


class CheckedElsewhere(PortalRun):
    """A run for single portals, of content that somebody else has checked on that day."""

    @classmethod
    def of(cls, project: Path, settings: Mapping[str, Any], today: date) -> "CheckedElsewhere":
        """A run with the settings of the project and these."""
        found = cls(read_settings(str(project / "pelicanconf.py"), {**settings, "TODAY": today}))
        found.history = history(Path(found.settings["PATH"]))
        gc.freeze()
        return found

    def _check(self) -> Catalog:
        self.catalog, _ = load(Path(self.settings["PATH"]), self.settings["TODAY"])
        return self.catalog


def _about_municipality(message: str, hint: str) -> Problem:
    return Problem(Place("municipalities"), message, hint, rule="municipality")
