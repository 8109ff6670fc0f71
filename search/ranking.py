"""A query → the best documents, in the same order as in the browser. Twin: `theme/scripts/search/ranking.mjs`.

lunr finds the documents and scores their terms. On top of that, a document counts more the more words of the query it
has, and the more its title or one of its synonyms is what was typed: „umzug“ is a synonym of its service, and only a
word in the text of others.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr.query import Query

from search.analysis import Vocabulary
from search.lexicon import Lexicon
from search.postings import Phrase, Postings, phrases_of
from search.query import Clause, Word, query_words, with_last_resort
from search.term_index import term_index

PHRASE = 9
"""How many times its score a document gets on top when its title or a synonym is exactly the query."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for a document whatever is asked: its weight where it is not 1, its last day where it has one."""

    weights: Mapping[int, float]
    until: Mapping[int, str]

    def is_over(self, position: int, today: str) -> bool:
        """Whether the last day of a document, an ISO date like today, has passed."""
        return self.until.get(position, today) < today


@dataclass(frozen=True, slots=True)
class Searchable:
    """An index ready for queries: its terms, their postings, the number of documents, and how each stands."""

    lexicon: Lexicon
    vocabulary: Vocabulary
    postings: Callable[[str], Postings]
    documents: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its position in the index, and how well it fits."""

    position: int
    score: float


def hits(searchable: Searchable, text: str, limit: int = 10, today: str = "") -> list[Hit]:
    """The best documents for any text, best first; equally good ones in the order of the index.

    What was over before `today`, an ISO date, comes behind everything else.
    """
    scoring, matches = found(searchable, text)
    is_over = searchable.standing.is_over
    order = sorted(scoring.hits(matches), key=lambda hit: (is_over(hit.position, today), -hit.score, hit.position))
    return order[:limit]


def found(searchable: Searchable, text: str) -> tuple["Scoring", list[Any]]:
    """What lunr finds for any text, not yet in order, and what scores it."""
    words = query_words(text, searchable.vocabulary)
    boosts = searchable.lexicon.boosts(clauses(words))
    missing = [word for word in words if not any(word.grade(term) for term in boosts) and not word.parts]
    if missing:
        words = [with_last_resort(word, searchable.vocabulary) if word in missing else word for word in words]
        boosts = searchable.lexicon.boosts(clauses(words))
    postings = {term: searchable.postings(term) for term in boosts}
    matches = _matches(postings, boosts, searchable.documents)
    grades = [_graded(word, boosts) for word in words]
    return Scoring(words, grades, phrases_of(postings), searchable.standing.weights), matches


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
    """The words of a query, for each the grades of the index terms that stand for it, and the phrases they are in."""

    words: Sequence[Word]
    grades: Sequence[Mapping[str, float]]
    phrases: Mapping[int, Sequence[Phrase]]
    weights: Mapping[int, float]

    def hits(self, matches: Sequence[Any]) -> list[Hit]:
        """The matches of lunr with our score."""
        return [self._hit(match) for match in matches]

    def _hit(self, match: Any) -> Hit:
        position = int(match["ref"])
        coverage = self._found(match["match_data"].metadata) / len(self.words)
        likeness = max(map(self.likeness, self.phrases.get(position, ())), default=0.0)
        alike = likeness * likeness
        names = 1 + PHRASE * alike * alike
        return Hit(position, _rounded(match["score"] * coverage * coverage * names * self.weights.get(position, 1)))

    def likeness(self, phrase: Phrase) -> float:
        """How alike query and phrase are (Dice): 1 is the same words in any order."""
        return min(1.0, 2 * self._found(phrase.terms) / (len(self.words) + phrase.length))

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


def _matches(postings: Mapping[str, Postings], boosts: Mapping[str, int], documents: int) -> list[Any]:
    index = term_index(postings, documents)
    query = Query(index.fields)
    for term, boost in boosts.items():
        query.term(term, boost=boost, use_pipeline=False)
    return list(index.query(query)) if query.clauses else []


def _rounded(score: float) -> float:
    """Six digits: below them Python and JavaScript differ, because they add the same numbers in another order."""
    return math.floor(score * 1e6 + 0.5) / 1e6
