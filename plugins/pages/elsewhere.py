"""Portals of content that somebody else has checked; a large one by many, in pieces that any process may do again.

Each of these resolves the portal for itself, once. Pieces are written into the hidden folder of the output, which all
see: one begins, who comes first does the next piece, and one brings everything into its place.
"""

import gc
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from pelican.settings import read_settings

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.history import history
from plugins.catalog.impersonal import seen_from
from plugins.catalog.stages import Spent, Stages
from plugins.pages import portals, sheets
from plugins.pages.generator import Plan, PortalGenerator
from plugins.pages.incremental.past import Past
from plugins.pages.output import Output
from plugins.pages.parts import Shared, Written
from plugins.pages.portals import Outcome
from plugins.pages.run import PortalRun
from plugins.pages.sheets import Made
from plugins.pages.short import said

LARGE = 2_000
"""A portal of more pages is made in pieces."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A large portal of which the first pages wait; so many pieces are left to be made."""

    pieces: int
    shared: Shared
    wrong: list[str]
    written: Written
    spent: Mapping[str, Spent]


class CheckedElsewhere(PortalRun):
    """A run for single portals, of content that somebody else has checked on that day."""

    @classmethod
    def of(cls, project: Path, settings: Mapping[str, Any], today: date) -> "CheckedElsewhere":
        """A run with the settings of the project and these."""
        found = cls(read_settings(str(project / "pelicanconf.py"), {**settings, "TODAY": today}))
        found.history = history(Path(found.settings["PATH"]))
        gc.freeze()
        return found

    def _ready(self) -> Catalog:
        self.past = Past()
        self._begin_bundling()
        self.catalog, _ = load(Path(self.settings["PATH"]), self.settings["TODAY"])
        self._at_hand = lru_cache(maxsize=1)(self._planned)
        return self.catalog

    @property
    def is_large(self) -> bool:
        """Whether portals of this content are made in pieces."""
        return len(self.catalog.services) > LARGE

    def begun(self, slug: str) -> Begun | None:
        """The first pages of a portal; None when that fails, which the whole would say."""
        try:
            generator, plan = self._plan(slug)
            output = Output(self.folder(slug))
            wrong = generator.begin(plan, output)
        except (OSError, *portals.REFUSED):
            return None
        pieces = len(generator.works(plan))
        return Begun(pieces, output.handed_over(), wrong, output.written, self.stages.spent)

    def piece(self, slug: str, number: int, shared: Shared) -> Made | Exception:
        """A piece of a portal, written aside; or what went wrong with it."""
        generator, plan = self._plan(slug)
        made = sheets.result(generator.works(plan)[number], Output.of(shared, str(number)))
        if isinstance(made, Exception):
            return made
        self.stages.add(made.spent)
        return replace(made, spent=self.stages.spent)

    def ended(self, slug: str, begun: Begun, made: Iterable[Made | Exception]) -> Outcome:
        """All pieces into their place; when somebody died while doing so, the whole portal once more."""
        generator, plan = self._plan(slug)
        output = Output.taken_over(begun.shared)
        output.join(begun.written)
        self.stages.add(begun.spent)

        def end() -> str:
            generator.end(plan, output, begun.wrong, sheets.joined(made, output, self.stages))
            seconds = sum((spent.wall for spent in self.stages.spent.values()), 0.0)
            return said(generator.context["PORTAL_SHOWN"], generator.context["PORTAL_WRITTEN"], seconds)

        if not all(one.written.waits for one in (begun, *made) if not isinstance(one, Exception)):
            return self.portal(self.catalog, slug)
        return replace(portals.attempted(end, self.folder(slug)), spent=self.stages.spent)

    def _plan(self, slug: str) -> tuple[PortalGenerator, Plan]:
        """What makes the pieces of a portal, by a new clock; resolved when it is not at hand."""
        self.stages = Stages()
        generator, plan = self._at_hand(slug)
        generator.context["STAGES"] = self.stages
        return generator, plan

    def _planned(self, slug: str) -> tuple[PortalGenerator, Plan]:
        municipality = self.catalog.municipalities[slug]
        settings = self._settings_of(municipality)
        context = self._context(seen_from(self.catalog, municipality), municipality, settings)
        generator = self._generator(PortalGenerator, context, settings)
        return generator, generator.plan()
