"""A query → the best documents, in the same order as in the browser. Twin: `theme/scripts/search/query.mjs`."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from lunr.index import Index
from lunr.query import Query

from search import analysis

MAX_CHARACTERS = 120
MAX_TERMS = 10

EXACT, PREFIX, FUZZY = 10, 3, 1
"""What a whole term, the beginning of a term and a term with one typing error are worth."""

PREFIX_FROM, FUZZY_FROM = 3, 5
"""From how many letters a term also matches as a beginning, and with one typing error."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to look up in the index; a `*` at the end stands for any ending."""

    term: str
    boost: int
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its position in the index, and how well it fits."""

    position: int
    score: float


def query_terms(text: str) -> list[str]:
    """At most ten different terms from the first 120 characters of what was typed."""
    return list(dict.fromkeys(analysis.terms(text[:MAX_CHARACTERS])))[:MAX_TERMS]


def clauses(text: str) -> Iterator[Clause]:
    """What to look up for a query: each term as it is, as a beginning and with one typing error."""
    for term in query_terms(text):
        yield Clause(term, EXACT)
        if len(term) >= PREFIX_FROM:
            yield Clause(f"{term}*", PREFIX)
        if len(term) >= FUZZY_FROM:
            yield Clause(term, FUZZY, edits=1)


def hits(index: Index, text: str, limit: int = 10) -> list[Hit]:
    """The best documents for any text, best first; equally good ones in the order of the index."""
    query = Query(index.fields)
    for clause in clauses(text):
        query.term(clause.term, boost=clause.boost, edit_distance=clause.edits, use_pipeline=False)
    matches = index.query(query) if query.clauses else []
    found = [Hit(int(match["ref"]), _rounded(match["score"])) for match in matches]
    return sorted(found, key=lambda hit: (-hit.score, hit.position))[:limit]


def _rounded(score: float) -> float:
    """Six digits: below them Python and JavaScript differ, because they add the same numbers in another order."""
    return math.floor(score * 1e6 + 0.5) / 1e6
