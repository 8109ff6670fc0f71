"""What the last build found out about each document, so that an edit costs its own analysis and no other."""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cache

from search import fields
from search.documents import SearchDocument
from search.indexed import Indexed, Place
from search.tally import Tally

MOST_CHANGED = 200
"""From so many new or lost stems on, reading all documents again costs less than asking which of them have these."""

_NAME = 32


def digest(*parts: str) -> str:
    """A name for some text; other parts, another name."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_NAME]


class Memory:
    """The words of documents and what the index holds of them, and the stems that their words were split with.

    A part of a word begins with its stem. So other stems split the words of a document in another way only if one that
    is new or gone stands in one of them. A document is a line behind its name: most of them are never looked at.
    `tally` is what was counted over all documents of the last build, `build` the name of that.
    """

    def __init__(self, stored: bytes | None = None) -> None:
        build, stems, tally, *lines = (stored or b"\n\n{}").split(b"\n")
        self.build, self.stems = build.decode(), frozenset(stems.decode().split())
        self.tally = Tally(**json.loads(tally))
        self._lines = {line[:_NAME].decode(): line for line in lines}

    def words(self, name: str) -> str:
        """The words of a document; empty when it is a stranger."""
        return self._words(name).decode() if name in self._lines else ""

    def has_any(self, name: str, texts: Collection[str]) -> bool:
        """Whether one of these stands in one of the words of a document."""
        words = self._words(name)
        return any(text.encode() in words for text in texts)

    def says(self, name: str, term: str) -> bool:
        """Whether a term may stand in a document; who says no is right."""
        return term.encode() in self._lines[name]

    def forget_all_but(self, names: Collection[str], stems: frozenset[str]) -> None:
        """From here on words are split with these stems."""
        changed, self.stems = sorted(self.stems ^ stems), stems
        known = [] if len(changed) > MOST_CHANGED else [name for name in self._lines if name in names]
        self._lines = {name: self._lines[name] for name in known if not self.has_any(name, changed)}

    def indexed(self, name: str) -> Indexed | None:
        """What the index holds of a document."""
        return _read(self._lines[name]) if name in self._lines else None

    def learn(self, words: Mapping[str, str], found: Mapping[str, Indexed]) -> None:
        """What was not known of documents."""
        new = {name: _line(name, words[name], one) for name, one in found.items() if name not in self._lines}
        self._lines |= new

    def known(self, name: str) -> Indexed:
        """The same of a document of the last build."""
        return _read(self._lines[name])

    def revise(self, tally: Tally, stems: frozenset[str], found: Mapping[str, tuple[str, Indexed]]) -> None:
        """What is so after an edit: words and what the index holds, of the documents where that is something else."""
        for gone in {*self.tally.names}.difference(tally.names):
            del self._lines[gone]
        self._lines |= {name: _line(name, *one) for name, one in found.items()}
        self.tally, self.stems = tally, stems

    def stored(self) -> bytes:
        """All of it as bytes."""
        tally = json.dumps(vars(self.tally))
        head = (self.build, " ".join(sorted(self.stems)), tally)
        return b"\n".join([*map(str.encode, head), *self._lines.values()])

    def _words(self, name: str) -> bytes:
        return self._lines[name].split(b"\t", 2)[1]


def name(document: SearchDocument) -> str:
    """What a document is remembered under: the digest of what is searched of it."""
    return digest(*fields.names(document), document.official_name, document.summary, document.body)


def _line(name: str, words: str, indexed: Indexed) -> bytes:
    alike: dict[float, list[str]] = {}
    for term, told in indexed.text.items():
        alike.setdefault(told, []).append(term)
    text = "\t".join(" ".join([str(told), *terms]) for told, terms in alike.items())
    places = " ".join(map(_written, indexed.named.values()))
    return "\t".join([name, words, " ".join(indexed.named), places, text]).encode()


def _read(line: bytes) -> Indexed:
    _, _, named, places, *text = line.decode().split("\t")
    told = {term: float(told) for told, *terms in map(str.split, filter(None, text)) for term in terms}
    return Indexed(dict(zip(named.split(), map(_place, places.split()), strict=True)), told)


@cache
def _written(place: Place) -> str:
    return json.dumps(place, separators=(",", ":"))


@cache
def _place(written: str) -> Place:
    counts, in_body, phrases = json.loads(written)
    return tuple(counts), in_body, tuple((number, length) for number, length in phrases)
