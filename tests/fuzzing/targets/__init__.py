"""What is fuzzed, one target per file: a statement about any bytes, inputs to begin with, and words of their language.

Nothing of ours is imported here, so that a fuzzer can watch every module from its first line on.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Target:
    """`check` raises for bytes of which the statement is not true."""

    name: str
    check: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]
    tokens: tuple[bytes, ...]

    @property
    def cases(self) -> list[Path]:
        """What fuzzing has found once, each a file."""
        return sorted((CASES / self.name).glob("*"))


def names() -> list[str]:
    """All targets in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def target(name: str) -> Target:
    """One of them, with everything that it imports."""
    module = importlib.import_module(f"{__name__}.{name}")
    return Target(name, module.check, module.seeds, tuple(map(_encoded, module.TOKENS)))


def _encoded(token: str) -> bytes:
    return token.encode("utf-8", "surrogateescape")


def words(text: str) -> tuple[str, ...]:
    """The words of a line; ␣ stands for a blank inside one."""
    return tuple(word.replace("␣", " ") for word in text.split(" ") if word)
