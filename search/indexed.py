"""One document → its words, and what the index holds of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from search import analysis, fields, pruning
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.postings import MOST_COUNTED, NAMED

Place = tuple[tuple[int, ...], bool, tuple[tuple[int, int], ...]]
"""How often a term stands in each named field; whether in the body too; the phrases that hold it: number and length."""

Terms = Callable[[str], Sequence[str]]
"""Text without blanks → the stems of its words and, after each, those of its parts."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index holds of a document: the places of what is named, and what each other term says in the text."""

    named: Mapping[str, Place]
    text: Mapping[str, float]


def words(document: SearchDocument) -> str:
    """The different folded words of a document, one after the other."""
    return " ".join(sorted(set().union(*map(analysis.words, fields.texts(document).values()))))


def terms(vocabulary: Vocabulary) -> Terms:
    """How this vocabulary reads a piece of text; it reads each only once."""

    @cache
    def read(piece: str) -> tuple[str, ...]:
        found = ((analysis.stem(word), vocabulary.parts(word)) for word in analysis.words(piece))
        return tuple(term for stem, parts in found for term in (stem, *(part for part in parts if part != stem)))

    return read


def counts(document: SearchDocument, terms: Terms) -> dict[str, Counter[str]]:
    """By field: how often each term stands in it."""
    pieces = {name: text.split() for name, text in fields.texts(document).items()}
    return {name: Counter(chain.from_iterable(map(terms, listed))) for name, listed in pieces.items()}


def indexed(document: SearchDocument, terms: Terms) -> Indexed:
    """What the index holds of a document."""
    found, phrases = counts(document, terms), _phrases(document)
    body, elsewhere = found["body"], [found[name] for name in NAMED]
    named = {
        term: (
            tuple(min(of_field[term], MOST_COUNTED) for of_field in elsewhere),
            term in body,
            tuple(phrases.get(term, ())),
        )
        for term in dict.fromkeys(chain.from_iterable(elsewhere))
    }
    return Indexed(named, pruning.told(document.body, {term: body[term] for term in body if term not in named}))


def _phrases(document: SearchDocument) -> dict[str, list[tuple[int, int]]]:
    """By term: the titles and synonyms that hold it, each by its number and how many different terms it has."""
    texts = (tuple(dict.fromkeys(analysis.terms(text))) for text in fields.names(document))
    found: dict[str, list[tuple[int, int]]] = {}
    for number, phrase in enumerate(phrase for phrase in dict.fromkeys(texts) if phrase):
        for term in phrase:
            found.setdefault(term, []).append((number, len(phrase)))
    return found
