"""Documents → the postings of every term."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from search import analysis, indexed, pruning, tally
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.indexed import Indexed
from search.memory import Memory, name
from search.postings import Named, Postings
from search.tally import Tally


def postings(
    documents: Sequence[SearchDocument], limit: int | None = None, memory: Memory | None = None
) -> dict[str, Postings]:
    """The postings of every term of these documents, sorted by term; `limit` is how many words of a text stay.

    A term that loses all its places goes.
    """
    memory = Memory() if memory is None else memory
    found = _indexed(documents, memory)
    counted, worth = memory.tally, cache(memory.tally.worth)
    named: dict[str, list[Named]] = {}
    body: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        for term, place in one.named.items():
            named.setdefault(term, []).append(Named(number, *place))
        kept = pruning.kept(one.text, worth, limit)
        for term in kept:
            body.setdefault(term, []).append(number)
        counted.least.append(pruning.least(one.text, kept, worth))
    return {
        term: Postings(tuple(named.get(term, ())), tuple(texts := body.get(term, ())), counted.elsewhere(term, texts))
        for term in sorted({*named, *body})
    }


def _indexed(documents: Sequence[SearchDocument], memory: Memory) -> list[Indexed]:
    """What is held of each document: as remembered, unless it or a stem in one of its words is another."""
    names = list(map(name, documents))
    named = dict(zip(names, documents, strict=True))
    words = {name: memory.words(name) or indexed.words(document) for name, document in named.items()}
    stems = Counter(map(analysis.stem, chain.from_iterable(words[name].split() for name in names)))
    vocabulary = Vocabulary.of(stems)
    memory.forget_all_but(words, vocabulary.stems)
    terms = indexed.terms(vocabulary)
    by_name = {name: memory.indexed(name) or indexed.indexed(document, terms) for name, document in named.items()}
    memory.learn(words, by_name)
    found = [by_name[name] for name in names]
    memory.tally = Tally(names, stems, tally.texts(found), tally.fields(found), tally.most(found))
    return found
