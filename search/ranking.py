"""A query → the best documents, in the same order as in the browser. Twin: `theme/scripts/search/ranking.mjs`.

lunr finds the documents and scores their terms. On top of that, a document counts more the more words of the query it
has, and the more its title or one of its synonyms is what was typed: „umzug“ is a synonym of its service, and only a
word in the text of others.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr.index import Index
from lunr.query import Query

from search.analysis import Vocabulary
from search.query import Clause, Word, query_words, with_last_resort

PHRASE = 9
"""How many times its score a document gets on top when its title or a synonym is exactly the query."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A search file ready for queries: the index, its words, and the titles and synonyms of each document as terms."""

    index: Index
    vocabulary: Vocabulary
    phrases: Sequence[Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its position in the index, and how well it fits."""

    position: int
    score: float


def hits(searchable: Searchable, text: str, limit: int = 10) -> list[Hit]:
    """The best documents for any text, best first; equally good ones in the order of the index."""
    scoring, matches = found(searchable, text)
    scored = scoring.hits(matches, searchable.phrases)
    return sorted(scored, key=lambda hit: (-hit.score, hit.position))[:limit]


def found(searchable: Searchable, text: str) -> tuple["Scoring", list[Any]]:
    """What lunr finds for any text, not yet in order, and what scores it."""
    words = query_words(text, searchable.vocabulary)
    matches = _matches(searchable.index, words)
    terms = _terms(matches)
    missing = [word for word in words if not any(word.grade(term) for term in terms) and not word.parts]
    if missing:
        words = [with_last_resort(word, searchable.vocabulary) if word in missing else word for word in words]
        matches = _matches(searchable.index, words)
    return Scoring.of(words, _terms(matches)), matches


def clauses(words: Iterable[Word]) -> list[Clause]:
    """What to look up for these words, each thing once: the most it is worth."""
    best: dict[tuple[str, int], Clause] = {}
    for clause in (clause for word in words for clause in word.clauses()):
        known = best.setdefault((clause.term, clause.edits), clause)
        if known.boost < clause.boost:
            best[clause.term, clause.edits] = clause
    return list(best.values())


@dataclass(frozen=True, slots=True)
class Scoring:
    """The words of a query, and for each the grades of the index terms that stand for it."""

    words: Sequence[Word]
    grades: Sequence[Mapping[str, float]]

    @classmethod
    def of(cls, words: Sequence[Word], terms: Iterable[str]) -> "Scoring":
        """Grade each found term once for each word."""
        found = sorted(terms)
        return cls(words, [_graded(word, found) for word in words])

    def hits(self, matches: Sequence[Any], phrases: Sequence[Sequence[Sequence[str]]]) -> list[Hit]:
        """The matches of lunr with our score."""
        return [self._hit(match, phrases[int(match["ref"])]) for match in matches]

    def _hit(self, match: Any, phrases: Sequence[Sequence[str]]) -> Hit:
        coverage = self._found(match["match_data"].metadata) / len(self.words)
        likeness = max(map(self.likeness, phrases), default=0.0)
        alike = likeness * likeness
        return Hit(int(match["ref"]), _rounded(match["score"] * coverage * coverage * (1 + PHRASE * alike * alike)))

    def likeness(self, phrase: Sequence[str]) -> float:
        """How alike query and phrase are (Dice): 1 is the same words in any order."""
        return min(1.0, 2 * self._found(phrase) / (len(self.words) + len(phrase)))

    def _found(self, terms: Iterable[str]) -> float:
        """How many words of the query these terms cover."""
        held = list(terms)
        return sum(
            word.found({term: grades[term] for term in held if term in grades})
            for word, grades in zip(self.words, self.grades, strict=True)
        )


def _graded(word: Word, terms: Iterable[str]) -> dict[str, float]:
    grades = {term: word.grade(term) for term in terms}
    return {term: grade for term, grade in grades.items() if grade or term in word.parts}


def _matches(index: Index, words: Sequence[Word]) -> list[Any]:
    query = Query(index.fields)
    for clause in clauses(words):
        query.term(clause.term, boost=clause.boost, edit_distance=clause.edits, use_pipeline=False)
    return list(index.query(query)) if query.clauses else []


def _terms(matches: Iterable[Any]) -> set[str]:
    return {term for match in matches for term in match["match_data"].metadata}


def _rounded(score: float) -> float:
    """Six digits: below them Python and JavaScript differ, because they add the same numbers in another order."""
    return math.floor(score * 1e6 + 0.5) / 1e6
