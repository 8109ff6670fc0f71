"""Documents as lines of JSON, by their names: what is kept of a build, and read only where somebody looks."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any

from search.blocks import Blocks
from search.documents import SearchDocument

_VALUES = attrgetter(*(field.name for field in fields(SearchDocument)))


@dataclass(frozen=True)
class Lines:
    """The documents of a portal in their order, as they are kept; `slugs` are theirs."""

    slugs: tuple[str, ...]
    blocks: Blocks

    @classmethod
    def of(cls, documents: Iterable[SearchDocument]) -> "Lines":
        """These documents."""
        every = tuple(documents)
        found = cls(tuple(one.slug for one in every), Blocks.of([*map(_line, every)]))
        vars(found)["documents"] = every
        return found

    @cached_property
    def documents(self) -> tuple[SearchDocument, ...]:
        """All of them. Raises `MissingError` when something of what was kept is gone, as all that follows."""
        return tuple(map(_document, self.blocks))

    def at(self, place: int) -> SearchDocument:
        """The document at a place."""
        return _document(self.blocks[place])

    def edited(self, new: Iterable[SearchDocument]) -> "Lines":
        """With these in the place of those of the same name."""
        return Lines(self.slugs, self.blocks.replaced({self.slugs.index(one.slug): _line(one) for one in new}))

    def other(self, before: "Lines") -> Iterator[int]:
        """The places of the documents that were not the same before, when they had the same names."""
        return self.blocks.other(before.blocks)


def _document(line: bytes) -> SearchDocument:
    """The document of a line; every list of one is a tuple."""
    values: Any = (tuple(value) if isinstance(value, list) else value for value in json.loads(line))
    return SearchDocument(*values)


def _line(document: SearchDocument) -> bytes:
    return json.dumps(_VALUES(document)).encode()
