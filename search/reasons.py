"""Why a document is a hit: which word of the query stands for which word of the document, how, and where.

The scoring itself is asked; nothing is computed a second time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from search import analysis, fields, ranking
from search.analysis import Vocabulary
from search.desk import Desk
from search.documents import SearchDocument
from search.postings import Phrase
from search.query import ALL_PARTS, BEGINNING, ONE_EDIT, OTHER_FORM, SAME, Word, query_words
from search.ranking import Hit, Scoring

MANNERS = {SAME: "gleich", OTHER_FORM: "andere Form", BEGINNING: "Wortanfang", ONE_EDIT: "Tippfehler"}
JOINED, PART = "zusammengeschrieben", "Wortteil"

Where = Mapping[str, Sequence[str]]
"""Name of a field → the terms in it that match."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the query and the word of the document that stands best for it in one field."""

    word: str
    field: str
    written: str
    manner: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A hit with its reasons, and the title or synonym most like the query (between 0 and 1)."""

    document: SearchDocument
    score: float
    reasons: tuple[Reason, ...]
    name: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The best hits, and the words of the query that the content does not have."""

    hits: tuple[Explained, ...]
    unknown: tuple[str, ...]


def explain(desk: Desk, text: str, limit: int = 10) -> Explanation:
    """The hits of the browser for any text, each with its reasons."""
    scoring, matches = ranking.found(desk.searchable, text)
    fields_of = {int(match["ref"]): _where(match["match_data"].metadata) for match in matches}
    best = ranking.hits(desk.searchable, text, limit, desk.today)
    explained = tuple(_explained(desk, scoring, hit, fields_of[hit.position]) for hit in best)
    return Explanation(explained, tuple(_unknown(text, desk.searchable.vocabulary)))


def _unknown(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    for word in query_words(text, vocabulary):
        if not (word.known or word.joined or word.forms or word.parts):
            yield word.text


def _where(metadata: Mapping[str, Mapping[str, object]]) -> Where:
    found: dict[str, list[str]] = {}
    for term, places in metadata.items():
        for field in places:
            found.setdefault(field, []).append(term)
    return found


def _explained(desk: Desk, scoring: Scoring, hit: Hit, where: Where) -> Explained:
    document = desk.documents[hit.position]
    names = [(_likeness(scoring, name), name) for name in fields.names(document)]
    likeness, name = max(names, key=lambda one: one[0])
    reasons = _reasons(scoring, document, where, desk.searchable.vocabulary)
    return Explained(document, hit.score, tuple(reasons), name, likeness)


def _likeness(scoring: Scoring, name: str) -> float:
    terms = list(dict.fromkeys(analysis.terms(name)))
    return scoring.likeness(Phrase(len(terms), terms))


def _reasons(scoring: Scoring, document: SearchDocument, where: Where, vocabulary: Vocabulary) -> Iterator[Reason]:
    """For each word of the query, the best word of each field that has one."""
    for word, grades in zip(scoring.words, scoring.grades, strict=True):
        for field, text in fields.texts(document).items():
            standing = [term for term in where.get(field, ()) if term in grades]
            if standing:
                best = min(standing, key=lambda term: (-grades[term], term not in word.joined, term))
                yield _reason(word, field, best, text, vocabulary)


def _reason(word: Word, field: str, term: str, text: str, vocabulary: Vocabulary) -> Reason:
    """With the first word of a text whose stem the term is, else the first compound that has it as a part."""
    words = list(fields.written_words(text))
    whole = next((written for written, folded in words if analysis.stem(folded) == term), None)
    compound = (written for written, folded in words if term in vocabulary.parts(folded))
    return Reason(word.text, field, whole or next(compound, term), _manner(word, term, is_whole=bool(whole)))


def _manner(word: Word, term: str, *, is_whole: bool) -> str:
    grade = word.grade(term)
    if (term in word.parts and grade < ALL_PARTS) or (grade == SAME and not is_whole):
        return PART
    return JOINED if term in word.joined else MANNERS[grade]
