"""Ein Text handelt von seiner Leistung: Wer darin viele andere aufzählt, verdrängt diese in der Suche."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Translation
from plugins.catalog.records.fields import Section

MOST = 8
"""So many other services the texts of one may name; 4 are the most in the 287 services of Munich."""

Words = tuple[str, ...]

_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_APART = {code: " " for code in range(128) if not (chr(code).islower() or chr(code).isdigit())}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Texts with the titles of many other services, in any spelling and whatever stands between the words."""
    titles = _titles(catalog.services)
    rarest = _rarest(titles)
    every: tuple[Service | Translation, ...] = (*catalog.written, *catalog.translations)
    for texts in every:
        named = _named(texts, titles) if _may_name_many(texts, rarest) else {}
        if len(named) > MOST:
            some = ", ".join(f"„{title}“" for title in list(named.values())[:3])
            yield problem(
                texts,
                f"Die Texte nennen {len(named)} andere Leistungen beim Namen: {some} …",
                hint=f"Nennen Sie höchstens {MOST}; für alles Weitere gibt es die Themen und „Verwandte Leistungen“.",
            )


def _titles(services: Sequence[Service]) -> Mapping[str, list[tuple[Words, Service]]]:
    """Every title as its words, by the first of them."""
    found: defaultdict[str, list[tuple[Words, Service]]] = defaultdict(list)
    for service in services:
        words = _words(service.title)
        if words:
            found[words[0]].append((words, service))
    return found


def _rarest(titles: Mapping[str, list[tuple[Words, Service]]]) -> Mapping[str, list[Set[str]]]:
    """The words of every title by the one that the fewest others have."""
    every = [words for named in titles.values() for words, _ in named]
    counts = Counter(word for words in every for word in words)
    found: defaultdict[str, list[Set[str]]] = defaultdict(list)
    for words in every:
        found[min(words, key=lambda word: counts[word])].append(frozenset(words))
    return found


def _may_name_many(texts: Service | Translation, rarest: Mapping[str, list[Set[str]]]) -> bool:
    """False where the words of a few titles at most stand in the texts at all, in whatever order: in most."""
    words = set(_words("\n".join(text for _, _, text in texts.marked(Section))))
    return sum(title <= words for word in words & rarest.keys() for title in rarest[word]) > MOST


def _named(texts: Service | Translation, titles: Mapping[str, list[tuple[Words, Service]]]) -> dict[str, str]:
    """The titles of other services by their names, in the order in which the texts say them."""
    found: dict[str, str] = {}
    for _, _, text in texts.marked(Section):
        words = _words(_ADDRESS.sub(" ", text))
        for start, first in enumerate(words):
            for title, service in titles.get(first, ()):
                if service.slug != texts.slug and words[start : start + len(title)] == title:
                    found[service.slug] = service.title
    return found


def _words(text: str) -> Words:
    return tuple(transliterate(text).translate(_APART).split())
