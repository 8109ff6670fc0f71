"""Content files made from the models in `planted/`, with a payload in place of every PAYLOAD.

After a `#` stands what is written there when the payload is refused; without one, the line goes, or a word stays.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path

MODELS = Path(__file__).parent / "planted"
MARK = "PAYLOAD"


@dataclass(frozen=True)
class Spot:
    """Some lines of a file: as they attack, and as they are when that is refused; None: nothing is planted there."""

    text: str
    harmless: str | None = None


@dataclass
class Draft:
    """A content file to be: what of it was refused is written without the payload."""

    path: str
    spots: tuple[Spot, ...]
    refused: set[int] = field(default_factory=set)

    def data(self) -> bytes:
        """What stands in the file now."""
        lines = (self._written(number) for number in range(len(self.spots)))
        return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")

    @property
    def planted(self) -> list[int]:
        """The numbers of the spots where the payload still stands."""
        return [n for n, spot in enumerate(self.spots) if spot.harmless is not None and n not in self.refused]

    def spots_at(self, lines: Iterable[int]) -> set[int]:
        """The spots on these lines of the file where a payload stands."""
        heights = (self._written(number).count("\n") + 1 for number in range(len(self.spots)))
        ends = list(accumulate(heights))
        return {bisect_left(ends, line) for line in lines}.intersection(self.planted)

    def _written(self, number: int) -> str:
        spot = self.spots[number]
        return (spot.harmless or "") if number in self.refused else spot.text


@cache
def _models() -> dict[str, str]:
    files = sorted(file for file in MODELS.rglob("*") if file.is_file())
    return {file.relative_to(MODELS).as_posix(): file.read_text("utf-8") for file in files}


def drafts(number: int, payload: str, *folders: str) -> list[Draft]:
    """One file for each model in these folders, with the same payload everywhere."""
    return [
        Draft(_named(path, number), tuple(_spots(_named(model, number), payload)))
        for path, model in _models().items()
        if path.startswith(folders)
    ]


def _named(text: str, number: int) -> str:
    return text.replace("NAME", f"angriff-{number}").replace("NUMBER", f"{number:04}")


def _spots(model: str, payload: str) -> Iterator[Spot]:
    """Front matter takes the payload in quotes, a text as it is."""
    dashes = 0 if model.startswith("---") else 1
    for line in model.splitlines():
        dashes += line == "---"
        written, has_other, harmless = line.partition(" # ")
        if MARK not in line:
            yield Spot(line)
        elif dashes == 1:
            before = written.replace(MARK, "")
            yield Spot(before + json.dumps(payload, ensure_ascii=False), before + harmless if has_other else "")
        else:
            yield Spot(written.replace(MARK, payload), harmless or "Wort")
