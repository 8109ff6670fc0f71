"""What was typed → the words to look for, and how well an index term stands for each.

Twin: `theme/scripts/search/query.mjs`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search import analysis
from search.analysis import Vocabulary
from search.analysis.compounds import shared_letters

MAX_CHARACTERS = 120
MAX_TERMS = 10

EXACT, FORM, PART, PREFIX = 10, 6, 5, 2
"""What lunr gives for a whole term, another form, a part, and the beginning of a term."""

UNKNOWN_PREFIX, UNKNOWN_FUZZY = 8, 7
"""What it gives for a word that the content does not have: it is most likely unfinished or has a typing error."""

PREFIX_FROM, FUZZY_FROM = 3, 5
"""From how many letters a term also matches as a beginning, and with one typing error."""

SAME, OTHER_FORM, ALL_PARTS, BEGINNING, ONE_EDIT = 1.0, 0.8, 0.8, 0.6, 0.5
"""How much of a word of the query is found when the document has that."""

JOINED = 3
"""How many neighbours are tried as one word: „wohn berechtigungs schein“."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to look up in the index; a `*` at the end stands for any ending."""

    term: str
    boost: int
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query: its stem, the words it makes with its neighbours, its other forms, and its parts."""

    text: str
    stem: str
    known: bool = True
    joined: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def may_be_misspelled(self) -> bool:
        """A word that the content has is meant as it is, and short ones are too much alike."""
        return not self.known and len(self.stem) >= FUZZY_FROM

    def clauses(self) -> Iterator[Clause]:
        """What to look up for this word."""
        yield from (Clause(term, EXACT) for term in (self.stem, *self.joined))
        yield from (Clause(term, FORM) for term in self.forms)
        yield from (Clause(term, PART) for term in self.parts)
        if len(self.stem) >= PREFIX_FROM:
            yield Clause(f"{self.stem}*", PREFIX if self.known else UNKNOWN_PREFIX)
        if self.may_be_misspelled:
            yield Clause(self.stem, UNKNOWN_FUZZY, edits=1)

    def grade(self, term: str) -> float:
        """How well one index term stands for the whole word; parts are counted together, elsewhere."""
        if term == self.stem or term in self.joined:
            return SAME
        if term in self.forms:
            return OTHER_FORM
        if len(self.stem) >= PREFIX_FROM and term.startswith(self.stem):
            return BEGINNING
        return ONE_EDIT if self.may_be_misspelled and within_one_edit(self.stem, term) else 0.0

    def found(self, grades: Mapping[str, float]) -> float:
        """How much of the word these terms cover, given the grade of each; 1 is all of it."""
        best = max(grades.values(), default=0.0)
        if not self.parts:
            return best
        return max(best, ALL_PARTS * sum(part in grades for part in self.parts) / len(self.parts))


def query_terms(text: str) -> list[str]:
    """At most ten different terms from the first 120 characters of what was typed."""
    return list(dict.fromkeys(map(analysis.stem, _typed(text))))[:MAX_TERMS]


def query_words(text: str, vocabulary: Vocabulary) -> list[Word]:
    """The words of a query with everything in the vocabulary that may stand for them."""
    typed = _typed(text)
    joined = _joined(typed, vocabulary)
    by_stem: dict[str, Word] = {}
    for word, runs in zip(typed, joined, strict=True):
        stem = analysis.stem(word)
        forms = tuple(dict.fromkeys(form for form in analysis.forms(word) if form in vocabulary.stems and form != stem))
        parts = tuple(part for part in dict.fromkeys(vocabulary.parts(word)) if part != stem)
        by_stem.setdefault(stem, Word(word, stem, stem in vocabulary.stems, runs, forms, parts))
    return list(by_stem.values())[:MAX_TERMS]


def with_last_resort(word: Word, vocabulary: Vocabulary) -> Word:
    """The word with its kin and its known rest, for when nothing else is found: „dackelsteuer“ → „steuer“."""
    rest = vocabulary.rest(word.text)
    return replace(word, forms=vocabulary.kin(word.stem), parts=(rest, word.stem) if rest else ())


def within_one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less, changed, or two neighbours swapped make one word the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = shared_letters(one, other)
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _typed(text: str) -> list[str]:
    return analysis.words(text[:MAX_CHARACTERS])


def is_read_whole(text: str) -> bool:
    """Whether no word of a text is beyond what is read of a query."""
    return len(text) <= MAX_CHARACTERS and len(set(analysis.terms(text))) <= MAX_TERMS


def _joined(typed: Sequence[str], vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """For each word, the known words that it makes with its neighbours: „eltern geld“, „wohn geld antrag“."""
    joined: list[list[str]] = [[] for _ in typed]
    for start in range(len(typed)):
        for end in range(start + 2, min(start + JOINED, len(typed)) + 1):
            stem = analysis.stem("".join(typed[start:end]))
            if stem in vocabulary.stems:
                for covered in joined[start:end]:
                    covered.append(stem)
    return [tuple(dict.fromkeys(runs)) for runs in joined]
