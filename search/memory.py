"""What the last build found out about each document, so that an edit costs its own analysis and no other."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from search import fields
from search.documents import SearchDocument
from search.indexed import Indexed, Place

MOST_CHANGED = 200
"""From so many new or lost stems on, reading all documents again costs less than asking which of them have these."""


def digest(*parts: str) -> str:
    """A name for some text; other parts, another name."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of a document, and what the index holds of it; as text, for most of it is never looked at."""

    words: str
    named: str
    places: str
    text: Sequence[tuple[float, str]]

    @classmethod
    def of(cls, words: str, indexed: Indexed) -> "Entry":
        """What is to be remembered."""
        text: dict[float, list[str]] = {}
        for term, told in indexed.text.items():
            text.setdefault(told, []).append(term)
        alike = [(told, " ".join(terms)) for told, terms in text.items()]
        return cls(words, " ".join(indexed.named), " ".join(map(_written, indexed.named.values())), alike)

    @property
    def indexed(self) -> Indexed:
        """What the index holds of it."""
        named = dict(zip(self.named.split(), map(_place, self.places.split()), strict=True))
        return Indexed(named, {term: told for told, terms in self.text for term in terms.split()})

    def has_any(self, stems: Collection[str]) -> bool:
        """Whether one of these stands in one of its words."""
        return len(stems) > MOST_CHANGED or any(stem in self.words for stem in stems)


class Memory:
    """Entries by the names of documents, and the stems that their words were split with.

    A part of a word begins with its stem. So other stems split the words of a document in another way only if one that
    is new or gone stands in one of them.
    """

    def __init__(self, stored: bytes | None = None) -> None:
        known: Any = json.loads(stored) if stored else {"stems": "", "documents": {}}
        self._entries = {name: Entry(*entry) for name, entry in known["documents"].items()}
        self._stems = frozenset(known["stems"].split())
        self._learned: dict[str, tuple[str, Indexed]] = {}

    def words(self, name: str) -> str:
        """The words of a document; empty when it is a stranger."""
        return self._entries[name].words if name in self._entries else ""

    def forget_all_but(self, names: Collection[str], stems: frozenset[str]) -> None:
        """From here on words are split with these stems."""
        changed, self._stems = sorted(self._stems ^ stems), stems
        self._entries = {
            name: entry for name, entry in self._entries.items() if name in names and not entry.has_any(changed)
        }

    def indexed(self, name: str) -> Indexed | None:
        """What the index holds of a document."""
        return self._entries[name].indexed if name in self._entries else None

    def learn(self, words: Mapping[str, str], found: Mapping[str, Indexed]) -> None:
        """What was not known of documents."""
        self._learned = {name: (words[name], one) for name, one in found.items() if name not in self._entries}

    def stored(self) -> bytes:
        """All of it as bytes."""
        entries = self._entries | {name: Entry.of(*learned) for name, learned in self._learned.items()}
        documents = {name: [one.words, one.named, one.places, one.text] for name, one in entries.items()}
        return json.dumps({"stems": " ".join(sorted(self._stems)), "documents": documents}).encode()


def name(document: SearchDocument) -> str:
    """What a document is remembered under: the digest of what is searched of it."""
    return digest(*fields.names(document), document.official_name, document.summary, document.body)


@cache
def _written(place: Place) -> str:
    return json.dumps(place, separators=(",", ":"))


@cache
def _place(written: str) -> Place:
    counts, in_body, phrases = json.loads(written)
    return tuple(counts), in_body, tuple((number, length) for number, length in phrases)
