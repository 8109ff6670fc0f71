"""Pages that say nearly the same in several portals and are all to be listed, and the reason for that, if any."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from plugins.metadata.showing import Shown

WORDS = 4
"""How many words in a row make a shingle."""

ALIKE_FROM = 0.8
"""The share of common shingles from which two pages are nearly the same."""

_WORD = re.compile(r"\w+")

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of one address that are nearly the same, each like at least one other; `likeness` is the least of pairs."""

    pages: tuple[Shown, ...]
    likeness: float

    @property
    def url(self) -> str:
        """The address that they have in their portals."""
        return self.pages[0].url

    @property
    def reason(self) -> str:
        """Why all of them may be listed; empty when nothing explains it."""
        reasons = {page.indexing.everywhere for page in self.pages}
        return reasons.pop() if len(reasons) == 1 else ""


def groups(pages: Iterable[Shown]) -> Iterator[Group]:
    """The groups in the order of their addresses. Only pages of one address in several portals can be alike."""
    ordered = sorted(pages, key=lambda page: (page.url, page.portal))
    for _, same in groupby(ordered, key=lambda page: page.url):
        yield from _alike(list(same))


def shingles(text: str) -> Shingles:
    """Every run of some words; a shorter text is one."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[start : start + WORDS]) for start in range(max(1, len(words) - WORDS + 1)))


def likeness(one: Shingles, other: Shingles) -> float:
    """The share of shingles that both have, between 0 and 1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def _alike(pages: Sequence[Shown]) -> Iterator[Group]:
    said = [shingles(page.text) for page in pages]
    compared = {pair: likeness(said[pair[0]], said[pair[1]]) for pair in combinations(range(len(pages)), 2)}
    pairs = {pair: found for pair, found in compared.items() if found >= ALIKE_FROM}
    for members in _connected(pairs):
        least = min(found for pair, found in pairs.items() if pair[0] in members)
        yield Group(tuple(pages[number] for number in sorted(members)), least)


def _connected(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """The sets of numbers that pairs join."""
    found: list[set[int]] = []
    for pair in pairs:
        touched = [members for members in found if members.intersection(pair)]
        found = [members for members in found if members not in touched]
        found.append(set(pair).union(*touched))
    return found
