"""The terms of an index in their order: what a clause of a query stands for. Twin: `theme/scripts/search/lexicon.mjs`.

lunr would find the same terms by intersecting automata. Asked only for terms that exist, it needs none of all terms,
and only the postings of these.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from search.query import Clause, within_one_edit


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sorted terms."""

    terms: Sequence[str]

    def number(self, term: str) -> int:
        """The place of a term, or where it would be."""
        return bisect_left(self.terms, term)

    def boosts(self, clauses: Iterable[Clause]) -> dict[str, int]:
        """Every term that a clause stands for and what all its clauses are worth, sorted by term."""
        boosts: dict[str, int] = {}
        for clause in clauses:
            for term in self._terms(clause):
                boosts[term] = boosts.get(term, 0) + clause.boost
        return dict(sorted(boosts.items()))

    def _terms(self, clause: Clause) -> Iterator[str]:
        if clause.edits:
            return (term for term in self.terms if within_one_edit(clause.term, term))
        if clause.term.endswith("*"):
            return self._beginning(clause.term[:-1])
        return (term for term in self.terms[self.number(clause.term) :][:1] if term == clause.term)

    def _beginning(self, letters: str) -> Iterator[str]:
        following = (self.terms[place] for place in range(self.number(letters), len(self.terms)))
        return takewhile(lambda term: term.startswith(letters), following)
