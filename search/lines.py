"""Documents as lines of JSON, by their names: what is kept of a build, and read only where somebody looks."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any

from search.documents import SearchDocument

_VALUES = attrgetter(*(field.name for field in fields(SearchDocument)))


@dataclass(frozen=True)
class Lines:
    """The documents of a portal in their order."""

    by_name: Mapping[str, str]

    @classmethod
    def of(cls, documents: Iterable[SearchDocument]) -> "Lines":
        """These documents."""
        return cls({one.slug: json.dumps(_VALUES(one)) for one in documents})

    @classmethod
    def read(cls, lines: Iterable[str]) -> "Lines":
        """What was written; a document begins with its name."""
        return cls({line.split('"', 2)[1]: line for line in lines})

    @property
    def written(self) -> Iterable[str]:
        """The lines one after the other."""
        return self.by_name.values()

    @cached_property
    def documents(self) -> tuple[SearchDocument, ...]:
        """All of them; every list of one is a tuple."""
        return tuple(map(document, self.written))

    def edited(self, new: Iterable[SearchDocument]) -> "Lines":
        """With these in the place of those of the same name."""
        found = Lines.of(one for one in new if one.slug in self.by_name)
        return Lines({**self.by_name, **found.by_name})


def document(line: str) -> SearchDocument:
    """The document of a line."""
    values: Any = (tuple(value) if isinstance(value, list) else value for value in json.loads(line))
    return SearchDocument(*values)
