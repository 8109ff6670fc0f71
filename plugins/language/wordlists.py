"""The word lists in `woerter/`: what to write in place of what, and the words of the administration."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from plugins.language.prose import Passage, Span

_FOLDER = Path(__file__).parent / "woerter"


class Replacements:
    """Expressions with what to write instead: `*` stands for any ending, the first letter may be a capital."""

    def __init__(self, better: Mapping[str, str]) -> None:
        self._better = [(re.compile(_pattern(written)), instead) for written, instead in better.items()]
        every = sorted((_pattern(written) for written in better), key=len, reverse=True)
        self._every = re.compile(rf"(?<![\w.-])(?:{'|'.join(every)})(?![\w-])")

    def find(self, passage: Passage) -> Iterator[tuple[Span, str]]:
        """Each expression of the list in a passage, with what is better."""
        for found in self._every.finditer(passage.text):
            better = next(instead for written, instead in self._better if written.fullmatch(found[0]))
            yield Span(found.start(), found[0]), better


def _pattern(written: str) -> str:
    """A regular expression for an entry; blanks may be missing after a dot, as in „z.B.“."""
    first, rest = written[0], re.escape(written[1:])
    rest = rest.replace(r"\.\ ", r"\.\s?").replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
    return f"[{first}{first.upper()}]{rest}"


@cache
def replacements(name: str) -> Replacements:
    """The list `woerter/<name>.yaml`."""
    return Replacements(yaml.safe_load((_FOLDER / f"{name}.yaml").read_text("utf-8")))


def administrative_words() -> Iterator[str]:
    """The words of `woerter/*.txt`, one per line; what follows a # is a remark."""
    for path in sorted(_FOLDER.glob("*.txt")):
        lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
        yield from filter(None, lines)
