"""What the last build found out about each document, so that an edit costs its own analysis and no other."""

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from search import fields
from search.documents import SearchDocument

Terms = tuple[Mapping[str, Mapping[str, int]], Mapping[str, Any]]
"""How often each term stands in each field, and the phrases of each term."""


def digest(*parts: str) -> str:
    """A name for some text; other parts, another name."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


class Memory:
    """By the digest of a document: its stems, the vocabulary its compounds were split with, and its terms."""

    def __init__(self, known: Mapping[str, Any] = MappingProxyType({})) -> None:
        self._known = known
        self._names: dict[SearchDocument, str] = {}
        self.current: dict[str, Any] = {}
        """What was asked for in this build, to be remembered for the next."""

    def stems(self, document: SearchDocument, found: Callable[[SearchDocument], list[str]]) -> list[str]:
        """The stems of a document, found again only when it is another one."""
        name = self._names[document] = digest(*fields.texts(document).values())
        entry = self.current[name] = self._known.get(name) or {"stems": found(document)}
        stems: list[str] = entry["stems"]
        return stems

    def terms(self, document: SearchDocument, split_with: str, found: Callable[[SearchDocument], Terms]) -> Terms:
        """The terms of a document, found again only when it or the vocabulary is another one."""
        entry = self.current[self._names[document]]
        if entry.get("split_with") != split_with:
            entry["split_with"] = split_with
            entry["terms"] = found(document)
        counts, phrases = entry["terms"]
        return counts, phrases
