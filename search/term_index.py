"""The postings of some terms → a lunr index of just these. Twin: `theme/scripts/search/term-index.mjs`.

lunr's weights hold the whole collection already, and it measures a query only by its own terms: an index of the terms
of a query gives them the same scores as one of all terms.
"""

from collections.abc import Mapping
from typing import Any

from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token_set import TokenSet
from lunr.vector import Vector

from search.postings import BOOSTS, Postings


def term_index(postings: Mapping[str, Postings], documents: int) -> Index:
    """The index of these terms, which are sorted, in a collection of so many documents."""
    inverted: dict[str, dict[str, Any]] = {}
    vectors: dict[str, list[float]] = {}
    for number, (term, places) in enumerate(postings.items()):
        entry: dict[str, Any] = {"_index": number, **{field: {} for field in BOOSTS}}
        for field, document, weight in places.weights(documents):
            entry[field][str(document)] = {}
            vectors.setdefault(f"{field}/{document}", []).extend((number, weight))
        inverted[term] = entry
    field_vectors = {reference: Vector(elements) for reference, elements in vectors.items()}
    return Index(inverted, field_vectors, TokenSet.from_list(list(postings)), list(BOOSTS), Pipeline())
