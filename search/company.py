"""Services among each other: what the terms of each weigh, and which fit to it.

To a service fits what is like it and for the same people. Topics in common help; a topic alone is not enough.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain, islice
from typing import NamedTuple

from search import analysis, vectors
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.vectors import COMMON, Space, Vector, cosine, rarities, unit

TITLE, SYNONYMS, SUMMARY, TOPIC = 3.0, 1.5, 1.0, 3.0
"""What a term weighs by the place where it stands, and a topic as a term of its own."""

PART = 0.5
"""What the part of a compound weighs beside the whole word."""

RELATED_FROM, WORDS_FROM = 0.15, 0.08
"""The least likeness of a service that fits to another, and the least without the help of topics in common."""

MOST_RELATED = 4

MANY = 16
"""So many looks at all services take the time of an index by terms."""

_NEARLY = 1e-5
"""More than adding in another order can make of a likeness."""

Worded = tuple[str, str, str]
"""The folded words of title, synonyms and summary, with blanks between them."""

Fits = tuple[int, ...]
"""The places of those that fit to a service, best first."""


class Peer(NamedTuple):
    """What of a service counts beside its words."""

    slug: str
    topics: tuple[str, ...]
    audience: tuple[str, ...]
    is_by_rule: bool


@dataclass(frozen=True)
class Company:
    """Services in their order, their words, the stems of all of them, and what the terms of each weigh."""

    peers: Sequence[Peer]
    worded: Sequence[Worded]
    stems: frozenset[str]
    weighed: Sequence[Vector]

    @classmethod
    def of(cls, documents: Sequence[SearchDocument]) -> "Company":
        """These documents."""
        every = [*map(worded, documents)]
        stems = frozenset(chain.from_iterable(map(_stems, every)))
        return cls([*map(peer, documents)], every, stems, [*map(_scale(stems), every)])

    def fitting(self, asked: Collection[int]) -> dict[int, Fits]:
        """What fits to those asked for."""
        likenesses = self._looked_through if len(asked) <= MANY else partial(self._space.alike, least=RELATED_FROM)
        return {place: self._best(place, likenesses(place)) for place in asked}

    def edited(self, new: Mapping[int, Worded], peers: Mapping[int, Peer]) -> tuple["Company", frozenset[int]]:
        """With others in some places, and the places at which words count something else or people are others.

        Where a topic has more services or fewer, all may be more or less alike.
        """
        every = [new.get(place, one) for place, one in enumerate(self.worded)]
        stems, touched = self._with_stems(new, every)
        weighed, scale = list(self.weighed), _scale(stems)
        for place in touched:
            weighed[place] = scale(every[place])
        found = Company([peers.get(place, one) for place, one in enumerate(self.peers)], every, stems, weighed)
        if any(self.peers[place].topics != one.topics for place, one in peers.items()):
            return found, frozenset(range(len(every)))
        other = {place for place, one in peers.items() if one != self.peers[place]}
        changed = {place for place in touched if place in new or weighed[place] != self.weighed[place]}
        terms = self._moved(found, changed)
        return found, frozenset(other | changed).union(
            place for place, weights in enumerate(weighed) if not terms.isdisjoint(weights)
        )

    def fitting_again(self, before: Mapping[int, Fits], moved: Set[int]) -> dict[int, Fits]:
        """What fits to each, given what did before terms counted something else at some places."""
        return {**before, **self.fitting(self._in_question(before, moved))}

    def _in_question(self, before: Mapping[int, Fits], moved: Set[int]) -> Collection[int]:
        if len(moved) >= len(before):
            return before.keys()
        sure = {place for place, fits in before.items() if not moved.isdisjoint((place, *fits))}
        pairs = self._pairs(before.keys() - sure, moved)
        return sure.union(other for other, place in pairs if self._may_enter(place, other, before[other]))

    def _pairs(self, asked: Set[int], moved: Set[int]) -> Iterator[tuple[int, int]]:
        """Those asked for, each with those that moved and may be like it: who has no word in common is not."""
        few = len(asked) * len(moved) <= MANY * len(self.peers)
        for place in moved:
            words = self._by_words(place).keys()
            near = asked if few else asked & self._space.alike(place, RELATED_FROM - _NEARLY).keys()
            yield from ((other, place) for other in near if not words.isdisjoint(self.weighed[other]))

    def _may_enter(self, place: int, other: int, fits: Fits) -> bool:
        """True when one may be more like another than the last of those that fit to that."""
        vector = self._standing(other)
        least = cosine(vector, self._standing(fits[-1])) if len(fits) == MOST_RELATED else RELATED_FROM
        return cosine(vector, self._standing(place)) >= least - _NEARLY

    def _with_stems(self, new: Mapping[int, Worded], every: Sequence[Worded]) -> tuple[frozenset[str], set[int]]:
        """The stems, and the places where a word may be split otherwise: it holds one that is new or gone."""
        now = {stem for one in new.values() for stem in _stems(one)}
        lost = {stem for place in new for stem in _stems(self.worded[place])} - now
        said = "\n".join(text for one in every for text in one) if lost else ""
        gone = {stem for stem in lost if not _is_said(stem, said)}
        telling = Vocabulary.of(gone | (now - self.stems)).stems
        touched = {place for place, one in enumerate(every) if any(stem in text for text in one for stem in telling)}
        return self.stems - gone | now, touched.union(new)

    def _moved(self, found: "Company", changed: Collection[int]) -> set[str]:
        """The terms that count something else when these places have other ones."""
        more = Counter(chain.from_iterable(found.weighed[place] for place in changed))
        more.subtract(Counter(chain.from_iterable(self.weighed[place] for place in changed)))
        return {term for term, number in more.items() if number and self._tells(found, term, number)}

    @staticmethod
    def _tells(found: "Company", term: str, number: int) -> bool:
        """False for a term that is common before and after it was said by so many more."""
        now = found._having[term]
        return min(now, now - number) <= COMMON

    @cached_property
    def _having(self) -> Counter[str]:
        """How many services have each term."""
        return Counter(chain.from_iterable(self.weighed))

    @cached_property
    def _rarity(self) -> dict[str, float]:
        return rarities(self._having, len(self.peers))

    @cached_property
    def _standing(self) -> Callable[[int], Vector]:
        """Where one stands by its words and its topics."""
        topics = Counter(chain.from_iterable(map(_topics, self.peers)))
        rarity = {**self._rarity, **rarities(topics, len(self.peers))}
        return cache(lambda place: unit({**self.weighed[place], **_topics(self.peers[place])}, rarity))

    @cached_property
    def _space(self) -> Space:
        """Where all stand."""
        return Space.of([*map(self._standing, range(len(self.peers)))])

    @cached_property
    def _by_words(self) -> Callable[[int], Vector]:
        """Where one stands by its words alone."""
        return cache(lambda place: unit(self.weighed[place], self._rarity))

    def _looked_through(self, place: int) -> dict[int, float]:
        """How alike others are, as far as they have a word in common: of all others nothing fits."""
        words, vector = self._by_words(place).keys(), self._standing(place)
        near = (other for other, weights in enumerate(self.weighed) if not words.isdisjoint(weights))
        likenesses = {other: cosine(vector, self._standing(other)) for other in near if other != place}
        return {other: likeness for other, likeness in likenesses.items() if likeness >= RELATED_FROM}

    def _best(self, place: int, likenesses: Mapping[int, float]) -> Fits:
        """The most alike ones that share words and an audience too, not only topics."""
        ranked = sorted(likenesses, key=lambda other: (-likenesses[other], other))
        audience = set(self.peers[place].audience)
        same_people = (other for other in ranked if audience.intersection(self.peers[other].audience))
        own = self._by_words(place)
        sharing = (other for other in same_people if vectors.product(own, self._by_words(other)) >= WORDS_FROM)
        return tuple(islice(sharing, MOST_RELATED))


def peer(document: SearchDocument) -> Peer:
    """What of a service counts beside its words."""
    return Peer(document.slug, document.topics, document.audience, document.is_by_rule)


def worded(document: SearchDocument) -> Worded:
    """The words by which services are alike; the body is left out, because its boilerplate makes everything alike."""
    title, synonyms, summary = (
        " ".join(analysis.words(text)) for text in (document.title, " ".join(document.synonyms), document.summary)
    )
    return title, synonyms, summary


def _stems(one: Worded) -> Iterator[str]:
    return (analysis.stem(word) for text in one for word in text.split())


def _is_said(stem: str, said: str) -> bool:
    """True when a text has a word of this stem; a stem is how its words begin."""
    return any(analysis.stem(word) == stem for word in re.findall(rf"\b{re.escape(stem)}\w*", said))


def _topics(peer: Peer) -> Vector:
    return {f"#{topic}": TOPIC for topic in peer.topics}


def _scale(stems: Iterable[str]) -> Callable[[Worded], Vector]:
    """Weighs the terms of a service, each by the best place where it stands, as these stems split words."""
    vocabulary = Vocabulary.of(stems)

    @cache
    def terms(word: str) -> list[tuple[str, float]]:
        return [(analysis.stem(word), 1.0), *((part, PART) for part in vocabulary.parts(word))]

    def weigh(one: Worded) -> Vector:
        weights: dict[str, float] = {}
        for text, weight in zip(one, (TITLE, SYNONYMS, SUMMARY), strict=True):
            for word in text.split():
                for term, share in terms(word):
                    weights[term] = max(weights.get(term, 0.0), weight * share)
        return weights

    return weigh
