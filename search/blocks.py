"""Lines in their order, kept in blocks under the digest of what they say: an edit reads and writes a few of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from plugins.catalog import manifest
from plugins.catalog.kept import Kept

LINES = 40
"""So many stand in a block."""

NOWHERE = Kept(Path())
"""Where nothing was kept."""

SUFFIX = ".lines"
_NAME = 32


class MissingError(LookupError):
    """A block is gone, or is not what was written."""


@dataclass(frozen=True)
class Blocks:
    """The names of blocks; those that are `new` nobody has kept yet, all others are `kept` somewhere."""

    names: tuple[str, ...] = ()
    kept: Kept = NOWHERE
    new: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[bytes]) -> "Blocks":
        """These lines; none has a line break in it."""
        every = [b"\n".join(lines[start : start + LINES]) for start in range(0, len(lines), LINES)]
        names = tuple(map(_name, every))
        return cls(names, new=dict(zip(names, every, strict=True)))

    def __getitem__(self, place: int) -> bytes:
        """A line by its place. Raises `MissingError`."""
        return self._block(place // LINES)[place % LINES]

    def __iter__(self) -> Iterator[bytes]:
        return chain.from_iterable(map(self._block, range(len(self.names))))

    def replaced(self, lines: Mapping[int, bytes]) -> "Blocks":
        """With other lines at these places. Raises `MissingError`."""
        touched = {place // LINES: [*self._block(place // LINES)] for place in lines}
        for place, line in lines.items():
            touched[place // LINES][place % LINES] = line
        made = {number: b"\n".join(block) for number, block in touched.items()}
        names = {number: _name(block) for number, block in made.items()}
        new = {names[number]: block for number, block in made.items()}
        every = tuple(names.get(number, name) for number, name in enumerate(self.names))
        return Blocks(every, self.kept, {**self.new, **new})

    def other(self, before: "Blocks") -> Iterator[int]:
        """The places at which as many blocks as before say something else."""
        for number, (one, two) in enumerate(zip(self.names, before.names, strict=True)):
            if one != two:
                pairs = zip(self._block(number), before._block(number), strict=True)
                yield from (number * LINES + place for place, (now, then) in enumerate(pairs) if now != then)

    def put(self, kept: Kept) -> bytes:
        """Keep them; their names, with which an entry begins that needs them."""
        for name in self.new.keys() & {*self.names}:
            kept.put(f"{name}{SUFFIX}", self.new[name])
        return " ".join(self.names).encode()

    @cached_property
    def _opened(self) -> dict[int, list[bytes]]:
        return {}

    def _block(self, number: int) -> list[bytes]:
        if number not in self._opened:
            name = self.names[number]
            block = self.new.get(name) or self.kept.get(f"{name}{SUFFIX}")
            if block is None:
                raise MissingError(name)
            self._opened[number] = block.split(b"\n")
        return self._opened[number]


def named(entry: bytes, kept: Kept) -> tuple[Blocks, bytes]:
    """The blocks with whose names an entry begins, and the rest of it."""
    names, _, rest = entry.partition(b"\n")
    return Blocks(tuple(names.decode().split()), kept), rest


def forget(kept: Kept, entries: Iterable[bytes]) -> None:
    """Of the blocks only those stay with whose names one of these entries begins."""
    needed = {f"{name}{SUFFIX}" for entry in entries for name in named(entry, kept)[0].names}
    for path in kept.folder.glob(f"*{SUFFIX}"):
        if path.name not in needed:
            path.unlink(missing_ok=True)


def _name(block: bytes) -> str:
    return manifest.digest(block)[:_NAME]
