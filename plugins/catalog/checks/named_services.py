"""Ein Text handelt von seiner Leistung: Wer darin viele andere aufzählt, verdrängt diese in der Suche."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Translation
from plugins.catalog.records.fields import Section

MOST = 8
"""So many other services the texts of one may name; 4 are the most in the 287 services of Munich."""

Words = tuple[bytes, ...]

_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_APART = bytes(code if chr(code).islower() or chr(code).isdigit() else 32 for code in range(128)).ljust(256)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Texts with the titles of many other services, in any spelling and whatever stands between the words."""
    titles = _titles(catalog.services)
    rarest = _rarest(titles)
    vocabulary = frozenset(word for title in chain(*rarest.values()) for word in title)
    every: tuple[Service | Translation, ...] = (*catalog.written, *catalog.translations)
    for texts in every:
        named = _named(texts, titles) if _may_name_many(texts, rarest, vocabulary) else {}
        if len(named) > MOST:
            some = ", ".join(f"„{title}“" for title in list(named.values())[:3])
            yield problem(
                texts,
                f"Die Texte nennen {len(named)} andere Leistungen beim Namen: {some} …",
                hint=f"Nennen Sie höchstens {MOST}; für alles Weitere gibt es die Themen und „Verwandte Leistungen“.",
            )


def _titles(services: Sequence[Service]) -> Mapping[bytes, list[tuple[Words, Service]]]:
    """Every title as its words, by the first of them."""
    found: defaultdict[bytes, list[tuple[Words, Service]]] = defaultdict(list)
    for service in services:
        words = tuple(_words(service.title))
        if words:
            found[words[0]].append((words, service))
    return found


def _rarest(titles: Mapping[bytes, list[tuple[Words, Service]]]) -> Mapping[bytes, list[Set[bytes]]]:
    """The words of every title by the one that the fewest others have."""
    every = [words for named in titles.values() for words, _ in named]
    counts = Counter(word for words in every for word in words)
    found: defaultdict[bytes, list[Set[bytes]]] = defaultdict(list)
    for words in every:
        found[min(words, key=lambda word: counts[word])].append(frozenset(words))
    return found


def _may_name_many(
    texts: Service | Translation, rarest: Mapping[bytes, list[Set[bytes]]], vocabulary: frozenset[bytes]
) -> bool:
    """False where the words of a few titles at most stand in the texts at all, in whatever order: in most."""
    words = vocabulary.intersection(_words("\n".join([text for _, _, text in texts.marked(Section)])))
    return sum(title <= words for word in words if word in rarest for title in rarest[word]) > MOST


def _named(texts: Service | Translation, titles: Mapping[bytes, list[tuple[Words, Service]]]) -> dict[str, str]:
    """The titles of other services by their names, in the order in which the texts say them."""
    found: dict[str, str] = {}
    for _, _, text in texts.marked(Section):
        words = tuple(_words(_ADDRESS.sub(" ", text)))
        for start, first in enumerate(words):
            for title, service in titles.get(first, ()):
                if service.slug != texts.slug and words[start : start + len(title)] == title:
                    found[service.slug] = service.title
    return found


def _words(text: str) -> list[bytes]:
    return transliterate(text).encode().translate(_APART).split()
