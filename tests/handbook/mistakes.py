"""Mistakes in the tiny country, one for each message an editor may read, and what the check says to them."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any
from unittest.mock import patch

import yaml

from plugins.catalog import catalog, opening
from plugins.catalog.files import content_names
from plugins.catalog.places import Problem
from plugins.catalog.validation import validated
from plugins.language.hinting import hints_on, rules
from plugins.language.spelling import Speller
from plugins.language.texts import texts_of
from tests.conftest import CONTENT, TODAY

DOG = "services/hund-anmelden.md"
LANGUAGE = frozenset({*rules(), "spelling"})


@dataclass(frozen=True)
class Mistake:
    """What stands wrongly in a file, its last letter `times` over, what would be right, how the file comes about.

    In a `crowd`, one file counts so many times; a `locked` file may not be opened.
    """

    rule: str
    file: str = DOG
    wrong: str = ""
    right: str = ""
    at: str = ""
    shows: str = ""
    also: dict[str, str] = field(default_factory=dict)
    saved: str = "utf-8"
    times: int = 1
    link: str = ""
    empty: bool = False
    crowd: int = 1
    locked: bool = False

    def found(self) -> Problem:
        """The first problem of its rule in the file where it shows."""
        problems = sorted(
            self._problems(self.wrong + self.wrong[-1:] * (self.times - 1)), key=lambda problem: problem.place
        )
        where = "" if self.empty or self.crowd > 1 else self.shows or self.file
        return next(problem for problem in problems if problem.place.path == where)

    def is_mended(self) -> bool:
        """True when its rule says nothing to what is right."""
        return all(problem.place.path != (self.shows or self.file) for problem in self._problems(self.right))

    def _problems(self, text: str) -> list[Problem]:
        with TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            shutil.copytree(CONTENT, content)
            self._make(content, text)
            with self._circumstances():
                found = [problem for problem in _said(content, self.rule) if problem.rule == self.rule]
            return [replace(problem, message=problem.message.replace(str(content), "content")) for problem in found]

    @contextmanager
    def _circumstances(self) -> Iterator[None]:
        with ExitStack() as stack:
            if self.crowd > 1:
                many = [next(content_names(CONTENT))] * self.crowd
                stack.enter_context(patch.object(catalog, "content_names", lambda _folder: many))
            if self.locked:
                stack.enter_context(patch.object(opening, "open", _refuse, create=True))
            yield

    def _make(self, content: Path, text: str) -> None:
        if self.crowd > 1 or self.locked:
            return
        if self.empty:
            shutil.rmtree(content)
            content.mkdir()
        elif self.link:
            (content / self.file).symlink_to(content / self.link)
        else:
            for path, other in self.also.items():
                _write(content / path, other.encode())
            _write(content / self.file, self._text(content / self.file, text).encode(self.saved))

    def _text(self, path: Path, text: str) -> str:
        """The file with this text in the place of the passage, or the text alone."""
        old = path.read_text("utf-8") if path.exists() else ""
        passage = self.at or self.right
        if self.saved != "utf-8" and not self.wrong:
            return old
        if not passage:
            return text
        assert old.count(passage) == 1, f"{self.rule}: {passage!r} stands {old.count(passage)} times in {self.file}"
        return old.replace(passage, text)


def _refuse(path: Path | str, mode: str, buffering: int) -> IO[bytes]:
    """What the system does with a text that may not be opened."""
    if str(path).endswith(".md"):
        raise OSError(13, "Permission denied")
    return open(path, mode, buffering)  # noqa: PTH123


def mistakes() -> dict[str, list[Mistake]]:
    """All of them by rule, in alphabetical order."""
    listed = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return {rule: [_mistake(rule, written) for written in listed[rule]] for rule in sorted(listed)}


def _mistake(rule: str, written: dict[str, Any]) -> Mistake:
    return Mistake(rule, **{"shows" if name == "in" else name: value for name, value in written.items()})


def _said(content: Path, rule: str) -> list[Problem]:
    if rule not in LANGUAGE:
        return validated(content, TODAY)[1]
    read = catalog.load(content, TODAY)[0]
    return hints_on(texts_of(read), Speller.of(read))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
