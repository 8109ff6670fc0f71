"""Documents → the postings of every term."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search import analysis, fields, pruning
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.memory import Memory, digest
from search.postings import MOST_COUNTED, NAMED, Named, Postings, idf


@dataclass(frozen=True, slots=True)
class Indexed:
    """The terms of one document: how often in which field, and in which phrases."""

    counts: Mapping[str, Mapping[str, int]]
    phrases: Mapping[str, tuple[tuple[int, int], ...]]

    @property
    def only_in_body(self) -> list[str]:
        """The terms that stand nowhere else."""
        return [term for term in self.counts["body"] if not any(term in self.counts[name] for name in NAMED)]


def postings(
    documents: Sequence[SearchDocument], limit: int | None = None, memory: Memory | None = None
) -> dict[str, Postings]:
    """The postings of every term of these documents, sorted by term; `limit` is how many words of a text stay."""
    found = list(indexed(documents, Memory() if memory is None else memory))
    named: dict[str, list[Named]] = {}
    body: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        for term, place in _named(number, one):
            named.setdefault(term, []).append(place)
        for term in one.only_in_body:
            body.setdefault(term, []).append(number)
    full = {term: Postings(tuple(named.get(term, ())), tuple(body.get(term, ()))) for term in sorted({*named, *body})}
    return full if limit is None else _pruned(full, documents, found, limit)


def _pruned(
    full: Mapping[str, Postings], documents: Sequence[SearchDocument], indexed: Sequence[Indexed], limit: int
) -> dict[str, Postings]:
    """The same without what the texts can spare; a term that loses all its places goes."""
    rarity = {term: idf(places.frequency, len(documents)) for term, places in full.items()}
    names = {term for term, places in full.items() if places.named}
    stay = [
        pruning.kept(document, {term: one.counts["body"][term] for term in one.only_in_body}, rarity, names, limit)
        for document, one in zip(documents, indexed, strict=True)
    ]
    pruned = {
        term: places.only({number for number in places.body if term in stay[number]}) for term, places in full.items()
    }
    return {term: places for term, places in pruned.items() if places.named or places.body}


def indexed(documents: Sequence[SearchDocument], memory: Memory) -> Iterator[Indexed]:
    """The terms of each document: as remembered, where neither it nor the words that compounds are made of changed."""
    worded = lru_cache(maxsize=None)(fields.worded)
    own = {document: memory.stems(document, lambda one: _stems(worded(one))) for document in documents}
    vocabulary = Vocabulary.of(set().union(*own.values()))
    split_with = digest(*sorted(vocabulary.stems))
    for document in documents:
        counts, phrases = memory.terms(
            document, split_with, lambda one: (_counts(worded(one), vocabulary.parts), _phrases(one))
        )
        yield Indexed(counts, {term: tuple((place, length) for place, length in of) for term, of in phrases.items()})


def _stems(worded: Mapping[str, Sequence[str]]) -> list[str]:
    return sorted({analysis.stem(word) for words in worded.values() for word in words})


def _counts(worded: Mapping[str, Sequence[str]], parts: Callable[[str], tuple[str, ...]]) -> dict[str, dict[str, int]]:
    return {name: Counter(_with_parts(words, parts)) for name, words in worded.items()}


def _named(number: int, one: Indexed) -> Iterator[tuple[str, Named]]:
    for term in dict.fromkeys(term for name in NAMED for term in one.counts[name]):
        counts = tuple(min(one.counts[name].get(term, 0), MOST_COUNTED) for name in NAMED)
        yield term, Named(number, counts, term in one.counts["body"], one.phrases.get(term, ()))


def _phrases(document: SearchDocument) -> dict[str, tuple[tuple[int, int], ...]]:
    """By term: the titles and synonyms that hold it, each by its number and how many different terms it has."""
    texts = (tuple(dict.fromkeys(analysis.terms(text))) for text in fields.names(document))
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, phrase in enumerate(phrase for phrase in dict.fromkeys(texts) if phrase):
        for term in phrase:
            found[term] = (*found.get(term, ()), (number, len(phrase)))
    return found


def _with_parts(words: Sequence[str], parts: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
    """The stem of each word and, after it, those of its parts."""
    for word in words:
        stem = analysis.stem(word)
        yield stem
        yield from (part for part in parts(word) if part != stem)
