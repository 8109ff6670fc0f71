"""What the last build found out about each document, so that an edit costs its own analysis and no other."""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cache

from plugins.catalog.kept import Kept
from search import blocks, fields
from search.blocks import NOWHERE, Blocks
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

    def __init__(self, stored: bytes | None = None, kept: Kept = NOWHERE) -> None:
        self._blocks, rest = blocks.named(stored or b"\n\n\n", kept)
        build, stems, tally = rest.split(b"\n", 2)
        self.build, self.stems = build.decode(), frozenset(stems.decode().split())
        self.tally = Tally.read(tally) if tally else Tally()
        self._places = {name: place for place, name in enumerate(self.tally.names)}
        self._learned: dict[str, bytes] = {}

    def words(self, name: str) -> str:
        """The words of a document; empty when it is a stranger."""
        return self._words(name).decode() if self._is_known(name) else ""

    def having(self, texts: Collection[str]) -> frozenset[str]:
        """The names of the documents in one of whose words one of these stands."""
        wanted = [text.encode() for text in texts]
        names = self.tally.names if wanted else ()
        return frozenset(name for name in names if any(text in self._words(name) for text in wanted))

    def says(self, name: str, term: str) -> bool:
        """Whether a term may stand in a document; who says no is right."""
        return term.encode() in self._line(name)

    def forget_all_but(self, names: Collection[str], stems: frozenset[str]) -> None:
        """From here on words are split with these stems."""
        changed, self.stems = sorted(self.stems ^ stems), stems
        known = [] if len(changed) > MOST_CHANGED else [name for name in self._places if name in names]
        having = self.having(changed) if known else frozenset()
        self._learned = {name: self._line(name) for name in known if name not in having}
        self._places = {}

    def indexed(self, name: str) -> Indexed | None:
        """What the index holds of a document."""
        return self.known(name) if self._is_known(name) else None

    def learn(self, words: Mapping[str, str], found: Mapping[str, Indexed]) -> None:
        """What was not known of documents."""
        new = {name: _line(name, words[name], one) for name, one in found.items() if not self._is_known(name)}
        self._learned |= new

    def known(self, name: str) -> Indexed:
        """The same of a document of the last build."""
        return _read(self._line(name))

    def revise(self, tally: Tally, stems: frozenset[str], found: Mapping[int, tuple[str, Indexed]]) -> None:
        """What is so after an edit: words and what the index holds, of the documents where that is something else."""
        self._blocks = self._lines.replaced({place: _line(tally.names[place], *one) for place, one in found.items()})
        self._places = {name: place for place, name in enumerate(tally.names)}
        self.tally, self.stems, self._learned = tally, stems, {}

    def stored(self, kept: Kept) -> bytes:
        """All of it as bytes; the lines are kept beside it."""
        head = (self.build, " ".join(filter(self.stems.__contains__, self.tally.stems)))
        return b"\n".join([self._lines.put(kept), *map(str.encode, head), self.tally.stored()])

    @property
    def _lines(self) -> Blocks:
        """Those of all documents, in their order."""
        return Blocks.of([self._learned[name] for name in self.tally.names]) if self._learned else self._blocks

    def _is_known(self, name: str) -> bool:
        return name in self._learned or name in self._places

    def _line(self, name: str) -> bytes:
        return self._learned.get(name) or self._blocks[self._places[name]]

    def _words(self, name: str) -> bytes:
        return self._line(name).split(b"\t", 2)[1]


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
