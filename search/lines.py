"""Documents as lines of JSON, by their names: what is kept of a build, and read only where somebody looks."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any

from search.documents import SearchDocument

_VALUES = attrgetter(*(field.name for field in fields(SearchDocument)))


@dataclass(frozen=True)
class Lines:
    """The documents of a portal in their order, as they are kept."""

    written: bytes

    @classmethod
    def of(cls, documents: Iterable[SearchDocument]) -> "Lines":
        """These documents."""
        every = tuple(documents)
        found = cls(b"\n".join(map(_line, every)))
        vars(found)["documents"] = every
        return found

    @cached_property
    def each(self) -> Sequence[bytes]:
        """The lines."""
        return self.written.split(b"\n") if self.written else []

    @cached_property
    def documents(self) -> tuple[SearchDocument, ...]:
        """All of them."""
        return tuple(map(document, self.each))

    def edited(self, new: Iterable[SearchDocument]) -> "Lines":
        """With these in the place of those of the same name; a line begins with the name of its document."""
        by_name = {line.split(b'"', 2)[1]: line for line in map(_line, new)}
        return Lines(b"\n".join([by_name.get(line.split(b'"', 2)[1], line) for line in self.each]))


def document(line: bytes) -> SearchDocument:
    """The document of a line; every list of one is a tuple."""
    values: Any = (tuple(value) if isinstance(value, list) else value for value in json.loads(line))
    return SearchDocument(*values)


def _line(document: SearchDocument) -> bytes:
    return json.dumps(_VALUES(document)).encode()
