"""The last build into an output folder, as the next one sees it."""

from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.catalog import digests, manifest
from plugins.catalog.history import History
from plugins.catalog.kept import Kept
from plugins.catalog.places import Problem
from plugins.pages.incremental import left
from plugins.pages.incremental.ingredients import Ingredients, ingredients, stamps
from plugins.pages.incremental.left import Left

if TYPE_CHECKING:
    from plugins.catalog.catalog import Catalog
    from plugins.pages.incremental.edit import Edit
    from plugins.pages.incremental.known import Known, Searched, Whole
    from plugins.pages.incremental.listed import Listed
    from search.fitting import Fitting

BUILDS = "builds"
"""The folder in the cache."""

MOST = 4
"""So many of the large entries stay; a portal whose entry is gone is built as a whole."""

_KNOWN, _LISTED, _FITTING, _SEARCHED = ".known", ".listed", ".fitting", ".searched"


@dataclass
class Past:
    """What this build is made of, and what the last one left; with nothing known everything is done anew.

    `before` is what the last one says it left, `problems` are those that this build has found, `heard` the files of
    which somebody told that they were saved.
    """

    made: Ingredients | None = None
    content: Path = Path()
    output: Path = Path()
    kept: Kept = field(default_factory=lambda: Kept(Path()))
    before: Left | None = None
    problems: tuple[Problem, ...] = ()
    heard: frozenset[str] = frozenset()

    @classmethod
    def of(cls, settings: Mapping[str, Any], past: History) -> "Past":
        """For one portal; of many, each is built as often as somebody asks. Another plugin may add what it likes."""
        if settings["PORTALS"] or len(settings["PLUGINS"]) > 1:
            return cls()
        output, kept = Path(settings["OUTPUT_PATH"]), Kept(Path(settings["CACHE_PATH"]) / BUILDS)
        before = left.remembered(kept, output)
        made = ingredients(settings, digests.of_history(past), before.ingredients if before else None)
        return cls(made, Path(settings["PATH"]), output, kept, before)

    @cached_property
    def left(self) -> Left | None:
        """What the last build left, where every file of it is still there."""
        return self.before if self.made and self.before and self.before.is_there(self.output) else None

    def hear(self, saved: Collection[str]) -> bool:
        """Go on to what a build is made of after these files were saved; false when that is not all that was known."""
        if not self.made:
            return False
        names = self.made.files.keys() & saved
        try:
            self.made = self.made.after(self.content, names)
        except OSError:
            return False
        self.heard |= names
        return bool(names)

    def as_if_edited(self) -> "Past":
        """The same, as if the texts of one service here had been others in the last build."""
        found = copy(self)
        if self.left and self.made and self.known:
            from plugins.pages.incremental.world import service_of

            path = next((path for path in self.known.entries if service_of(path) in self.known.alike), "")
            found.left = replace(self.left, ingredients=replace(self.made, files={**self.made.files, path: ""}))
        return found

    def unchanged(self) -> Left | None:
        """What the last build left, where this one would write and say the same."""
        return self.left if self.left and self.left.ingredients == self.made else None

    def changed(self) -> frozenset[str]:
        """The files that alone may make this build another one than the last; none where that is not all."""
        if not (self.left and self.made):
            return frozenset()
        before, now = self.left.ingredients.files, self.made.files
        if replace(self.left.ingredients, files=now) != self.made or before.keys() != now.keys():
            return frozenset()
        return self.heard.union(path for path, digest in now.items() if before[path] != digest)

    @cached_property
    def known(self) -> "Known | None":
        """What the last build knew of the portal as a whole."""
        from plugins.pages.incremental.known import known_from

        stored = self.kept.get(self.left.known) if self.left else None
        return known_from(stored) if stored else None

    @cached_property
    def listed(self) -> "Listed | None":
        """What the lists of the last build showed."""
        from plugins.pages.incremental.listed import listed_from

        stored = self.kept.get(self.left.listed) if self.left else None
        return listed_from(stored) if stored else None

    def fitting(self) -> "Fitting":
        """What tells which services fit to each other. Raises `MissingError`."""
        return _fitting(self.kept, self.left.fitting if self.left else "")

    @cached_property
    def stored(self) -> bytes | None:
        """What the search files of the last build were made of, not yet understood."""
        return self.kept.get(self.left.searched) if self.left else None

    def searched(self) -> "Searched":
        """The same, for the build of which it is known to be there."""
        from plugins.pages.incremental.known import searched_from

        return searched_from(self.stored or b"", self.kept)

    def keep(self, catalog: "Catalog", shown: str, whole: "Whole | None", searched: str) -> None:
        """Remember a build of everything, unless its content moved while it ran."""
        if self.made and self._is_still(self.made, self.made.stamps):
            known = self._put(whole.known(catalog).written(), _KNOWN) if whole else ""
            listed = self._put(whole.listed(catalog).stored(), _LISTED) if whole else ""
            fitting = whole.fitting if whole else ""
            files = left.stamps_of(self.output, {}, ())
            found = Left(self.made, self.problems, shown, files, known, listed, fitting, searched)
            left.keep(found, self.kept, self.output)

    def keep_edit(self, edit: "Edit", changed: Collection[str], searched: str) -> None:
        """Remember a build that read some files of services, and wrote only some others."""
        if self.left and self.made and self._is_still(self.made, edit.read):
            files = left.stamps_of(self.output, self.left.files, changed)
            found = replace(self.left, ingredients=self.made, problems=edit.problems, files=files, searched=searched)
            if edit.known is not self.known:
                found = replace(found, known=self._put(edit.known.written(), _KNOWN))
            if edit.listed is not self.listed:
                found = replace(found, listed=self._put(edit.listed.stored(), _LISTED))
            if edit.fitting:
                found = replace(found, fitting=self.keep_fitting(edit.fitting))
            left.keep(found, self.kept, self.output)

    def keep_fitting(self, fitting: "Fitting") -> str:
        """Remember what tells which services fit to each other; the name of it."""
        return self._put_with_lines(fitting.kept(self.kept), _FITTING) if self.made else ""

    def keep_searched(self, searched: "Searched") -> str:
        """Remember what the search files are made of; the name of it."""
        return self._put_with_lines(searched.kept(self.kept), _SEARCHED) if self.made else ""

    def _put_with_lines(self, entry: bytes, suffix: str) -> str:
        """Keep an entry whose lines are kept in blocks."""
        from search import blocks

        name = self._put(entry, suffix)
        paths = (path for one in (_FITTING, _SEARCHED) for path in self.kept.folder.glob(f"*{one}"))
        blocks.forget(self.kept, (self.kept.get(path.name) or b"" for path in paths))
        return name

    def _is_still(self, made: Ingredients, names: Collection[str]) -> bool:
        """True when nobody has written into these files since; one that came or went is seen by the next build."""
        try:
            return stamps(self.content, names) == {name: made.stamps.get(name) for name in names}
        except OSError:
            return False

    def _put(self, data: bytes, suffix: str) -> str:
        """Keep something under the digest of what it is."""
        name = f"{manifest.digest(data)[:32]}{suffix}"
        self.kept.put(name, data)
        self.kept.forget(suffix, MOST)
        return name


@lru_cache(1)
def _fitting(kept: Kept, name: str) -> "Fitting":
    """What was kept under a name; a process that stays has it at hand for the next edit."""
    from search.blocks import MissingError
    from search.fitting import fitting_from

    stored = kept.get(name) if name else None
    if stored is None:
        raise MissingError(name)
    return fitting_from(stored, kept)
