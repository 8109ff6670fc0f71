"""The short ways of a build: nothing is new, or an edit changes a few pages. They ask for nothing of Pelican.

What tells that nothing has changed is imported here; all else where it begins.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.catalog import disk, printing
from plugins.catalog.history import History, history
from plugins.catalog.places import Problem
from plugins.catalog.stages import Stages
from plugins.pages.incremental.left import Left
from plugins.pages.incremental.past import Past

if TYPE_CHECKING:
    from plugins.catalog.catalog import Catalog
    from plugins.catalog.records import Municipality
    from plugins.pages.incremental.pages import Edited


class ShortRun:
    """Looks what there is to do since the last build; does it where that is little.

    `settings` are those of Pelican, as it reads them. What is printed about the content is kept in `told`.
    """

    settings: Mapping[str, Any]
    stages: Stages
    history: History
    past: Past

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.settings, self.stages = settings, Stages()
        self.told: Sequence[Problem] = ()

    def is_done(self) -> bool:
        """Build, if that is little; false when it is more than that, and nothing that a whole build needs is lost."""
        from search.blocks import MissingError

        found = self._found()
        if found is None:
            return False
        self._tell_gap()
        try:
            self._do(found)
        except MissingError:
            return False
        except OSError as error:
            sys.exit(disk.said(error, Path(self.settings["OUTPUT_PATH"])))
        self._end()
        return True

    def _found(self) -> "Edited | Left | None":
        """What the last build left, where it would be written once more, or what an edit changes in it.

        The history is asked once for all portals.
        """
        with self.stages("read"):
            self.history = history(Path(self.settings["PATH"]))
            self.past = Past.of(self.settings, self.history)
            found = self.past.unchanged()
        if found:
            self._tell(found.problems)
        return found or self._edited()

    def _edited(self) -> "Edited | None":
        """What the edit of a few services changes, where nothing else did."""
        found = self._edited_since(self.past)
        if found:
            self._tell(found.edit.problems)
        return found

    def _edited_since(self, past: Past) -> "Edited | None":
        if not past.changed():
            return None
        from plugins.catalog.impersonal import seen_from
        from plugins.pages.incremental import narrow
        from plugins.pages.incremental.pages import EditedPages

        with self.stages("check"):
            edit = narrow.edit(past, self.settings)
        wanted = edit and (
            edit.catalog.municipalities.get(self.settings["MUNICIPALITY"]) or edit.catalog.first_municipality
        )
        if not (edit and wanted):
            return None
        shown = seen_from(edit.catalog, wanted)
        return EditedPages(self.settings, self._context(shown, wanted, self.settings)).edited(edit)

    def _do(self, found: "Edited | Left") -> None:
        """What was found into its place. Raises `MissingError`."""
        started, written = time.monotonic(), (0, 0)
        if not isinstance(found, Left):
            written = self._written(found)
        shown = self.past.left.shown if self.past.left else ""
        print(said(shown, written, time.monotonic() - started), flush=True)

    def _written(self, edited: "Edited") -> tuple[int, int]:
        """An edit into its place; how many files were written and removed."""
        return edited.follow(self.past, edited.place(self.past))

    def _context(self, shown: "Catalog", municipality: "Municipality", settings: Mapping[str, Any]) -> dict[str, Any]:
        """What pages are made with."""
        ours = {"CATALOG": shown, "MUNICIPALITY_RECORD": municipality, "HISTORY": self.history, "STAGES": self.stages}
        return {**settings, **ours}

    def _end(self) -> None:
        """Where the time went."""
        print(self.stages, flush=True)
        if profile := self.settings["PROFILE"]:
            Path(profile).write_text(self.stages.as_json(), "utf-8")

    def _tell_gap(self) -> None:
        """The operator hears when the public will miss when the content changed."""
        is_public = (self.settings["SITEURL"] or self.settings["PORTALS"]) and not self.settings["PREVIEW"]
        if (gap := self.history.gap) and is_public:
            print(f"Die Sitemap nennt keine Tage, und es gibt keine Feeds. {gap}", file=sys.stderr, flush=True)

    def _tell(self, problems: Sequence[Problem]) -> None:
        """All problems, for who builds."""
        self.told = problems
        folder = Path(self.settings["PATH"])
        if problems:
            name = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
            print(printing.as_text(problems, str(name)), file=sys.stderr, flush=True)


def said(shown: str, written: tuple[int, int], seconds: float) -> str:
    """The line about a portal: what it shows, how many files were written and removed."""
    changed, removed = written
    return f"{shown}; {changed} Dateien geschrieben, {removed} entfernt ({seconds:.1f} s)"
