"""What is looked at before a portal is published, one gate per file; the file's name is what opens it knowingly.

A gate is a function `check(sight) -> Iterator[str]`: what must not be published, one German sentence each. The first
line of its file is its German name, `seen(sight)` says in a few words what it has looked at.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.publishing.tree import Tree


@dataclass(frozen=True)
class Sight:
    """A portal about to be published: what was asked for, what was built, and what the public sees now (if anything).

    `url` is its public address without a slash at the end.
    """

    catalog: Catalog
    directory: Directory
    url: str
    new: Tree
    old: Tree | None = None

    @property
    def is_former(self) -> bool:
        """True for a town that is part of another one now: one page at every address leads there."""
        return self.directory.municipality.successor is not None


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that is looked at."""

    name: str
    title: str
    seen: Callable[[Sight], str]
    check: Callable[[Sight], Iterator[str]]


def gates() -> Iterator[Gate]:
    """All of them in alphabetical order of their names: `page-loss`."""
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        title = (module.__doc__ or "").partition("\n")[0].rstrip(".")
        yield Gate(name.replace("_", "-"), title, module.seen, module.check)
