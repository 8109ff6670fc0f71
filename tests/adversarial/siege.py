"""A country under attack: what the checks refuse is taken back, line by line, until the rest is accepted."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.catalog.places import Problem, Severity
from plugins.catalog.validation import validated
from tests.adversarial.planting import Draft, Spot
from tests.conftest import CONTENT, TODAY

_WHOLE = frozenset({"encoding", "file"})
"""Rules about a file as a whole: the payload may stand nowhere in it."""

_BUNDLE = 300


@dataclass
class Siege:
    """Attacking files, and what became of them."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    refusals: list[Problem] = field(default_factory=list)
    turned_away: list[Problem] = field(default_factory=list)

    def lay(self, drafts: Iterable[Draft]) -> None:
        """Take payloads back from where they are refused until there is no error left.

        Files of the same payload are tried again alone; in the end all of them, because one file may excuse another.
        """
        self.drafts = {draft.path: draft for draft in drafts}
        while troubled := self._tried(set(map(_number, self.drafts))):
            while troubled:
                troubled = self._tried(troubled)

    def _tried(self, numbers: set[str]) -> set[str]:
        """Which of these payloads had to be taken back somewhere."""
        errors = errors_in({path: draft.data() for path, draft in self.drafts.items() if _number(path) in numbers})
        for path in sorted(errors):
            self._take(self.drafts[path], errors[path])
        return set(map(_number, errors))

    def throw_in(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Files as they are; those without an error, alone and beside each other, are left."""
        rest = dict(files)
        while errors := errors_in(rest):
            self.turned_away += [errors[path][0] for path in sorted(errors)]
            rest = {path: raw for path, raw in rest.items() if path not in errors}
        return rest

    def accepted(self) -> Counter[str]:
        """How many payloads still stand somewhere, by the folder of the file."""
        return Counter(path.split("/")[0] for path, draft in self.drafts.items() for _ in draft.planted)

    def written(self, folder: Path, others: Mapping[str, bytes]) -> Path:
        """The country with all that is accepted."""
        return country(folder, {path: draft.data() for path, draft in self.drafts.items()} | dict(others))

    def _take(self, draft: Draft, errors: list[Problem]) -> None:
        """Take the payload back where the errors are, or everywhere when one is about the file."""
        spots = draft.spots_at(error.place.line for error in errors)
        is_whole = not spots or any(error.rule in _WHOLE for error in errors)
        assert spots or draft.planted, errors
        self.turned_away += errors[:1] if is_whole else []
        self.refusals += [] if is_whole else errors
        draft.refused.update(draft.planted if is_whole else spots)


def country(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The tiny country with these files."""
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True)
    for path, raw in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder


def errors_in(files: Mapping[str, bytes]) -> dict[str, list[Problem]]:
    """The errors in the tiny country with these files, by file."""
    found: dict[str, list[Problem]] = {}
    with TemporaryDirectory() as folder:
        for problem in validated(country(Path(folder), files), TODAY)[1]:
            if problem.severity is Severity.ERROR:
                found.setdefault(problem.place.path, []).append(problem)
    return found


def bundles(words: Sequence[str]) -> Iterator[Draft]:
    """Pages of mere words, a paragraph each; what is refused goes by itself."""
    for start in range(0, len(words), _BUNDLE):
        head = Spot(f"---\ntitle: Wörter {start}\nsummary: Wörter\nin_footer: false\n---\n")
        spots = (Spot(f"Wort {' '.join(text.split())}\n", "") for text in words[start : start + _BUNDLE])
        yield Draft(f"pages/woerter-{start}.md", (head, *spots))


def _number(path: str) -> str:
    """What files of the same payload share."""
    return next(part for part in path.replace(".", "/").split("/") if part.startswith(("angriff-", "woerter-")))
