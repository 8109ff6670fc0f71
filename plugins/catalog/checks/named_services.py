"""Ein Text handelt von seiner Leistung: Wer darin viele andere aufzählt, verdrängt diese in der Suche."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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


def check(catalog: Catalog) -> Iterator[Problem]:
    """Texts with the titles of many other services, in any spelling and whatever stands between the words."""
    titles = _titles(catalog.services)
    every: tuple[Service | Translation, ...] = (*catalog.written, *catalog.translations)
    for texts in every:
        named = _named(texts, titles)
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
    return tuple(re.findall(r"[a-z0-9]+", transliterate(text)))
