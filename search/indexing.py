"""Documents → the postings of every term."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from search import analysis, indexed, pruning
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.indexed import Indexed
from search.memory import Memory, name
from search.postings import Named, Postings, idf


def postings(
    documents: Sequence[SearchDocument], limit: int | None = None, memory: Memory | None = None
) -> dict[str, Postings]:
    """The postings of every term of these documents, sorted by term; `limit` is how many words of a text stay.

    A term that loses all its places goes.
    """
    found = _indexed(documents, Memory() if memory is None else memory)
    named: dict[str, list[Named]] = {}
    body: dict[str, list[int]] = {}
    texts = Counter(chain.from_iterable(one.text for one in found))
    for number, one in enumerate(found):
        for term, place in one.named.items():
            named.setdefault(term, []).append(Named(number, *place))
    for number, terms in enumerate(_kept(found, named, texts, limit)):
        for term in terms:
            body.setdefault(term, []).append(number)
    return {
        term: Postings(tuple(named.get(term, ())), tuple(places := body.get(term, ())), texts[term] - len(places))
        for term in sorted({*named, *body})
    }


def _kept(
    found: Sequence[Indexed], named: dict[str, list[Named]], texts: Counter[str], limit: int | None
) -> Iterable[Iterable[str]]:
    """Of each text the terms that it cannot spare."""
    if limit is None:
        return (one.text for one in found)
    frequency = {term: texts[term] + sum(one.fields for one in named.get(term, ())) for term in texts}
    worth = {
        term: idf(places, len(found)) * (1 if term in named else pruning.UNNAMED) for term, places in frequency.items()
    }
    return (pruning.kept(one.text, worth, limit) for one in found)


def _indexed(documents: Sequence[SearchDocument], memory: Memory) -> list[Indexed]:
    """What is held of each document: as remembered, unless it or a stem in one of its words is another."""
    names = list(map(name, documents))
    named = dict(zip(names, documents, strict=True))
    words = {name: memory.words(name) or indexed.words(document) for name, document in named.items()}
    vocabulary = Vocabulary.of(map(analysis.stem, set(chain.from_iterable(map(str.split, words.values())))))
    memory.forget_all_but(words, vocabulary.stems)
    terms = indexed.terms(vocabulary)
    found = {name: memory.indexed(name) or indexed.indexed(document, terms) for name, document in named.items()}
    memory.learn(words, found)
    return [found[name] for name in names]
