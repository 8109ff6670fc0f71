"""Documents → the files that the search in the browser loads, and back. Twin: `theme/scripts/search/ranking.mjs`.

Every file is a row of columns, deflated. Those of `index.bin`: a head as JSON; the terms, two columns; their postings,
nine; and what is shown of the documents, as JSON. How much stands there depends on the directory:

- a small one has everything in this one file;
- a larger one has `names.bin` before it, an index of what the services are called, which is here in half the time and
  finds most of what people look for;
- a very large one leaves out most words of its texts and has the postings in `postings-0.bin`, `postings-1.bin` …, each
  for some consecutive terms, and most of the rows in many small files. A query loads those it needs.

The terms are always complete. They are the vocabulary that compounds are split with: every part of a compound is itself
the stem of a word of the content.
"""

import json
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from search import analysis, indexing, postings, rows
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.layout import Layout
from search.memory import Memory
from search.packing import ascending, deflated, from_steps, front_coded, inflated, words
from search.postings import Postings

if TYPE_CHECKING:
    from search.ranking import Searchable

NAMES, INDEX = "names.bin", "index.bin"
ROWS = "rows-"


def build(documents: Sequence[SearchDocument], memory: Memory | None = None) -> dict[str, bytes]:
    """The files by name; the same documents in the same order give the same bytes, whatever is remembered of them."""
    memory, layout = memory or Memory(), Layout.of(len(documents))
    places = indexing.postings(documents, layout.words, memory)
    memory.tally.numbers.update({term: one.numbers for term, one in places.items()})
    terms, starts = list(places.values()), layout.shards(memory.tally.numbers.values())
    files = {INDEX: _index(documents, places, layout, starts)}
    if layout.names_first:
        names = {term: found for term, all_places in places.items() if (found := all_places.of_names()).named}
        files = {NAMES: _index(documents, names, Layout(apart=rows.BESIDE)), **files}
    for number, (start, end) in enumerate(pairwise([*starts, len(terms)])):
        files[postings_file(number)] = postings.pack(terms[start:end])
    for number, start in enumerate(range(0, len(documents), layout.chunk) if layout.chunk else ()):
        files[rows_file(number)] = [rows.pack(documents[start : start + layout.chunk], layout.apart)]
    return {name: deflated(content) for name, content in files.items()}


def with_postings(
    files: Mapping[str, bytes],
    before: Sequence[str],
    numbers: Mapping[str, int],
    changed: Mapping[str, Postings],
    as_before: Callable[[str], Postings],
) -> dict[str, bytes]:
    """The files of a very large directory with other postings of some terms, given its terms and what all have now.

    A file of terms that have what they had is the file that there was.
    """
    head, _, _, *inside, shown = inflated(files[INDEX])
    found, terms = json.loads(head), list(numbers)
    there = {
        tuple(before[start:end]): files[postings_file(number)]
        for number, (start, end) in enumerate(pairwise([*found["shards"], len(before)]))
    }
    starts = Layout.of(found["documents"]).shards(numbers.values())
    made = {INDEX: files[INDEX]}
    if terms != before or starts != found["shards"]:
        columns = [json.dumps(found | {"shards": starts}).encode(), *front_coded(terms), *inside, shown]
        made = {INDEX: deflated(columns)}
    for number, (start, end) in enumerate(pairwise([*starts, len(terms)])):
        cut = tuple(terms[start:end])
        same = there.get(cut) if changed.keys().isdisjoint(cut) else None
        made[postings_file(number)] = same or deflated(
            postings.pack([changed.get(term) or as_before(term) for term in cut])
        )
    return made | {name: data for name, data in files.items() if name.startswith(ROWS)}


def with_rows(edited: Iterable[int], read: Callable[[int], SearchDocument], number: int) -> dict[str, bytes]:
    """The files of rows of a very large directory of so many documents in which these stand."""
    layout = Layout.of(number)
    chunks = {place // layout.chunk: range(place // layout.chunk * layout.chunk, number) for place in edited}
    every = {chunk: [read(place) for place in places[: layout.chunk]] for chunk, places in chunks.items()}
    return {rows_file(chunk): deflated([rows.pack(found, layout.apart)]) for chunk, found in every.items()}


def with_common(index: bytes, edited: Mapping[int, SearchDocument]) -> bytes:
    """The index of a very large directory with what these documents have in common with others."""
    *before, shown = inflated(index)
    now = rows.common(shown, edited)
    return index if now == shown else deflated([*before, now])


def opened(files: Collection[str]) -> list[str]:
    """The files to open, one after the other: each is an index in itself, and better than the one before."""
    return [name for name in (NAMES, INDEX) if name in files]


def _index(
    documents: Sequence[SearchDocument], places: Mapping[str, Postings], layout: Layout, starts: Sequence[int] = ()
) -> list[bytes]:
    """The columns of an index file."""
    head = {
        "documents": len(documents),
        "stopwords": sorted(analysis.STOPWORDS),
        "shards": starts,
        "chunk": layout.chunk,
        "weights": _by_value(documents, lambda one: one.weight, usual=1.0),
        "until": _by_value(documents, lambda one: one.valid_until, usual=""),
    }
    inside = postings.pack([] if starts else list(places.values()))
    shown = rows.pack(documents, [name for name in rows.COLUMNS if name not in layout.apart])
    return [json.dumps(head).encode(), *front_coded(list(places)), *inside, shown]


def _by_value(
    documents: Sequence[SearchDocument], value: Callable[[SearchDocument], float | str], usual: float | str
) -> list[tuple[float | str, list[int]]]:
    """Each value that is not the usual one, with the steps between the documents that have it."""
    values = sorted({value(one) for one in documents} - {usual})
    return [(each, ascending(place for place, one in enumerate(documents) if value(one) == each)) for each in values]


def _by_document(values: Sequence[tuple[Any, list[int]]]) -> dict[int, Any]:
    return {place: value for value, steps in values for place in from_steps(steps)}


def load(files: Mapping[str, bytes]) -> "Searchable":
    """The files as the browser reads them; those of postings only when a query needs them."""
    from search.lexicon import Lexicon
    from search.ranking import Searchable, Standing

    packed_head, shared, rests, *packed, _rows = inflated(files[INDEX])
    head = json.loads(packed_head)
    lexicon = Lexicon(words(shared, rests))
    inside = postings.unpack(packed)
    places = _in_shards(files, head["shards"], lexicon.number) if head["shards"] else _within(inside, lexicon.number)
    standing = Standing(_by_document(head["weights"]), _by_document(head["until"]))
    return Searchable(lexicon, Vocabulary.of(lexicon.terms), places, head["documents"], standing)


def places(files: Mapping[str, bytes], terms: Iterable[str]) -> Callable[[str], Postings]:
    """Where each term of a very large directory stands, given these in their order."""
    head: dict[str, Any] = json.loads(inflated(files[INDEX])[0])
    return _in_shards(files, head["shards"], {term: number for number, term in enumerate(terms)}.__getitem__)


def _within(inside: Sequence[Postings], number: Callable[[str], int]) -> Callable[[str], Postings]:
    return lambda term: inside[number(term)]


def _in_shards(
    files: Mapping[str, bytes], starts: Sequence[int], number: Callable[[str], int]
) -> Callable[[str], Postings]:
    """By term: its postings, from the file that holds those of its number."""

    @cache
    def shard(number: int) -> list[Postings]:
        return postings.unpack(inflated(files[postings_file(number)]))

    def found(term: str) -> Postings:
        place = number(term)
        of_shard = bisect_right(starts, place) - 1
        return shard(of_shard)[place - starts[of_shard]]

    return found


def count(index: bytes) -> int:
    """How many documents an index file has."""
    return int(json.loads(inflated(index)[0])["documents"])


def shown(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """What is shown of each document, by the names of the columns."""
    *_, inside = inflated(files[INDEX])
    names = sorted((name for name in files if name.startswith(ROWS)), key=lambda name: int(name[5:-4]))
    apart = [row for name in names for row in rows.unpack(inflated(files[name])[0])]
    found = rows.unpack(inside)
    return [rows.with_address(row | more) for row, more in zip(found, apart or [{}] * len(found), strict=True)]


def postings_file(number: int) -> str:
    """The name of a file of postings."""
    return f"postings-{number}.bin"


def rows_file(number: int) -> str:
    """The name of a file of rows."""
    return f"{ROWS}{number}.bin"
