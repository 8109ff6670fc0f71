"""Documents → the files that the search in the browser loads, and back. Twin: `theme/scripts/search/ranking.mjs`.

Every file is a row of columns, deflated. Those of `index.bin`: a head as JSON; the terms, two columns; their postings,
nine; and what is shown of the documents, as JSON. How much stands there depends on the directory:

- a small one has everything in this one file;
- a larger one leaves out most words of its texts, and the summaries stand apart, in `rows-0.bin`;
- a very large one has the postings in `postings-0.bin`, `postings-1.bin` …, each for some consecutive terms, and the
  rows in many small files. A query loads those it needs.

The terms are always complete. They are the vocabulary that compounds are split with: every part of a compound is itself
the stem of a word of the content.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from search import analysis, indexing, postings, pruning, rows
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.layout import Layout
from search.lexicon import Lexicon
from search.packing import deflated, front_coded, inflated, words
from search.postings import Postings
from search.ranking import Searchable

INDEX = "index.bin"


def build(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """The files by name; the same documents in the same order give the same bytes."""
    layout = Layout.of(len(documents))
    places = indexing.postings(documents, pruning.most(len(documents)))
    terms = list(places.values())
    starts = layout.shards(terms)
    head = {
        "documents": len(documents),
        "stopwords": sorted(analysis.STOPWORDS),
        "shards": starts,
        "chunk": layout.chunk,
    }
    inside = postings.pack([] if starts else terms)
    shown = rows.pack(documents, [name for name in rows.COLUMNS if name not in layout.apart])
    files = {INDEX: [json.dumps(head).encode(), *front_coded(list(places)), *inside, shown]}
    for number, (start, end) in enumerate(pairwise([*starts, len(terms)])):
        files[postings_file(number)] = postings.pack(terms[start:end])
    for number, start in enumerate(range(0, len(documents), layout.chunk) if layout.chunk else ()):
        files[rows_file(number)] = [rows.pack(documents[start : start + layout.chunk], layout.apart)]
    return {name: deflated(content) for name, content in files.items()}


def load(files: Mapping[str, bytes]) -> Searchable:
    """The files as the browser reads them; those of postings only when a query needs them."""
    packed_head, shared, rests, *packed, _rows = inflated(files[INDEX])
    head = json.loads(packed_head)
    lexicon = Lexicon(words(shared, rests))
    starts: list[int] = head["shards"]
    inside = postings.unpack(packed)

    @cache
    def shard(number: int) -> list[Postings]:
        return postings.unpack(inflated(files[postings_file(number)]))

    def places(term: str) -> Postings:
        number = lexicon.number(term)
        if not starts:
            return inside[number]
        of_shard = bisect_right(starts, number) - 1
        return shard(of_shard)[number - starts[of_shard]]

    return Searchable(lexicon, Vocabulary.of(lexicon.terms), places, head["documents"])


def shown(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """What is shown of each document, by the names of the columns."""
    *_, inside = inflated(files[INDEX])
    names = sorted((name for name in files if name.startswith("rows-")), key=lambda name: int(name[5:-4]))
    apart = [row for name in names for row in rows.unpack(inflated(files[name])[0])]
    found = rows.unpack(inside)
    return [rows.with_address(row | more) for row, more in zip(found, apart or [{}] * len(found), strict=True)]


def postings_file(number: int) -> str:
    """The name of a file of postings."""
    return f"postings-{number}.bin"


def rows_file(number: int) -> str:
    """The name of a file of rows."""
    return f"rows-{number}.bin"
