"""Documents of which a few say something else → their index again, without reading or counting all the others.

A term that stands in more texts than before is worth less in every one of them, so that other documents may keep other
terms now. Of most of them the least that a kept term is worth tells that they do not.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from search import analysis, browser_index, indexed, pruning, tally
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.indexed import Indexed
from search.layout import Layout
from search.memory import MOST_CHANGED, Memory, name
from search.postings import Named, Postings
from search.tally import Counts, Tally

MOST = 300
"""More documents than that are read in about the time in which all are."""

Read = Callable[[int], SearchDocument]
"""The document at a place."""

_NOWHERE = Postings((), ())


def revised(
    files: Mapping[str, bytes], memory: Memory, edited: Mapping[int, SearchDocument], read: Read
) -> dict[str, bytes] | None:
    """The files of an index of a very large directory with these documents in their places.

    `memory` is the one of that index, and then of the new. None, and nothing learned, where all should be read anew.
    """
    names = memory.tally.names
    words = {place: indexed.words(document) for place, document in edited.items()}
    gone, come = _stems(memory.words(names[place]) for place in edited), _stems(words.values())
    stems = _counted(memory.tally.stems, gone, come)
    changed = Vocabulary.of(stem for stem in gone | come if (stem in stems) != (stem in memory.tally.stems)).stems
    having = memory.having(changed)
    others = [place for place, one in enumerate(names) if place not in edited and one in having]
    if len(changed) > MOST_CHANGED or len(others) > MOST:
        return None
    documents = {**{place: read(place) for place in others}, **edited}
    terms = indexed.terms(Vocabulary(memory.stems ^ changed))
    after = {place: indexed.indexed(document, terms) for place, document in documents.items()}
    before = {place: memory.known(names[place]) for place in documents}
    now = _tally(memory.tally, before, after, stems, {place: name(one) for place, one in edited.items()})
    made = _Revision(memory, before, after, now).files(files)
    made[browser_index.INDEX] = browser_index.with_common(made[browser_index.INDEX], edited)
    made |= browser_index.with_rows(edited, lambda place: documents.get(place) or read(place), len(names))
    words |= {place: memory.words(names[place]) for place in others}
    memory.revise(now, memory.stems ^ changed, {place: (words[place], after[place]) for place in documents})
    return made


@dataclass(frozen=True)
class _Revision:
    """What the index held of some documents, by their places, what it holds of them now, and what is counted then."""

    memory: Memory
    before: Mapping[int, Indexed]
    after: Mapping[int, Indexed]
    now: Tally

    def files(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files after it."""
        before = list(self.memory.tally.numbers)
        postings = browser_index.places(files, before)
        named, kept = self._named(), self._kept(postings)
        terms = self._changed() | named.keys() | kept.keys()
        known = {term: postings(term) if term in self.now.numbers else _NOWHERE for term in terms}
        changed = {
            term: self._with(term, one, named.get(term, {}), kept.get(term, set())) for term, one in known.items()
        }
        numbers = self.now.numbers | {term: one.numbers for term, one in changed.items()}
        there = {term: numbers[term] for term in sorted(numbers) if numbers[term] > _NOWHERE.numbers}
        self.now.numbers.clear()
        self.now.numbers.update(there)
        return browser_index.with_postings(files, before, there, changed, postings)

    def _named(self) -> dict[str, dict[int, Named | None]]:
        """By term: where it stands elsewhere than only in a text, and did so in another way."""
        found: dict[str, dict[int, Named | None]] = {}
        for place, one in self.after.items():
            before, after = self.before[place].named, one.named
            for term in before.keys() | after.keys():
                if before.get(term) != (now := after.get(term)):
                    found.setdefault(term, {})[place] = now and Named(place, *now)
        return found

    def _kept(self, postings: Callable[[str], Postings]) -> dict[str, set[int]]:
        """By term: whose text keeps it and did not, or the other way round."""
        found, limit = dict[str, set[int]](), Layout.of(len(self.now.names)).words
        was, now = cache(self.memory.tally.worth), cache(self.now.worth)
        for place in self._doubtful(postings):
            one = self.memory.known(self.memory.tally.names[place])
            before, after = self.before.get(place, one).text, self.after.get(place, one).text
            kept = pruning.kept(after, now, limit)
            self.now.least[place] = pruning.least(after, kept, now)
            for term in {*kept} ^ {*pruning.kept(before, was, limit)}:
                found.setdefault(term, set()).add(place)
        return found

    def _doubtful(self, postings: Callable[[str], Postings]) -> set[int]:
        """The documents that may keep other terms: those that keep one, or for which one may be worth enough now."""
        before = self.memory.tally
        found = {
            place
            for term in self._changed() & before.numbers.keys()
            for place in postings(term).body
            if before.least[place] is not None
        }
        for term in self._changed() & before.most.keys():
            was, now = before.worth(term), self.now.worth(term)
            steps = [(told * was, told * now) for told in pruning.tellings(self.now.most[term])] if was < now else []
            found.update(place for place in self._at(steps) if self.memory.says(before.names[place], term))
        return found.union(self.after)

    def _at(self, steps: Sequence[tuple[float, float]]) -> Iterator[int]:
        """The documents of which the least that is kept lies within one of these steps."""
        for place, least in enumerate(self.memory.tally.least if steps else ()):
            if least is not None and any(low <= least <= high for low, high in steps):
                yield place

    def _changed(self) -> set[str]:
        """The terms that are more or less frequent now."""
        said = {term for one in (*self.before.values(), *self.after.values()) for term in (*one.named, *one.text)}
        tallies = (self.memory.tally, self.now)
        return {term for term in said if len({(one.texts.get(term), one.fields.get(term)) for one in tallies}) > 1}

    def _with(self, term: str, one: Postings, named: Mapping[int, Named | None], moved: Collection[int]) -> Postings:
        """The postings with other named places, and other documents that keep the term."""
        places = {**{place.document: place for place in one.named}, **named}
        body = tuple(sorted({*one.body}.symmetric_difference(moved)))
        return Postings(
            tuple(found for _, found in sorted(places.items()) if found), body, self.now.elsewhere(term, body)
        )


def _tally(
    before: Tally, gone: Mapping[int, Indexed], come: Mapping[int, Indexed], stems: Counts, names: Mapping[int, str]
) -> Tally:
    """The counts after an edit; what documents keep has still to be looked at."""
    most = {term: max(told, before.most.get(term, 0)) for term, told in tally.most(come.values()).items()}
    return Tally(
        [names.get(place, name) for place, name in enumerate(before.names)],
        stems,
        _counted(before.texts, tally.texts(gone.values()), tally.texts(come.values())),
        _counted(before.fields, tally.fields(gone.values()), tally.fields(come.values())),
        {**before.most, **most},
        [*before.least],
        {**before.numbers},
    )


def _stems(texts: Iterable[str]) -> Counter[str]:
    return Counter(analysis.stem(word) for words in texts for word in words.split())


def _counted(before: Counts, gone: Counts, come: Counts) -> dict[str, int]:
    """Counts without those and with these; what is there no more has none."""
    changed = {term: before.get(term, 0) - gone.get(term, 0) + come.get(term, 0) for term in {*gone, *come}}
    return {term: count for term, count in {**before, **changed}.items() if count}
