"""The A–Z: every service under its title and under the words of the people."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from plugins.catalog.directory import Directory
from plugins.catalog.german import first_letter, sort_key
from plugins.catalog.offer import Line
from plugins.catalog.records import Language, Translation


class Entry(NamedTuple):
    """A line of the A–Z: a service, or a word that leads to one, each with its language (BCP 47)."""

    word: str
    title: str
    url: str
    language: str = "de"
    title_language: str = "de"


@dataclass(frozen=True)
class Letter:
    """Entries of an A–Z or lines of a list under one first letter; `#` is the one of what begins with none."""

    first: str
    entries: tuple[Any, ...]

    @property
    def name(self) -> str:
        """As readers see it."""
        return "0–9" if self.first == "#" else self.first

    @property
    def key(self) -> str:
        """As addresses have it."""
        return "0" if self.first == "#" else self.first.lower()

    @property
    def id(self) -> str:
        """The anchor on the page."""
        return f"buchstabe-{self.key}"

    @cached_property
    def count(self) -> int:
        """How many services it leads to."""
        return len({*map(attrgetter("url"), self.entries)})


Ordered = tuple[str, str, str, bool, Entry]
"""An entry behind what it is sorted by; of one word, a title comes before the words that lead to it."""

_PLACE, _ENTRY = itemgetter(slice(4)), itemgetter(4)


class Named(NamedTuple):
    """What the A–Z takes from a service."""

    url: str
    title: str
    synonyms: tuple[str, ...]
    translations: tuple[Translation, ...]

    def shown(self, language: Language) -> tuple[str, str]:
        """The title in a language, else the German one, and the language it is in (BCP 47)."""
        told = (text.title for text in self.translations if text.language is language)
        return (found, str(language)) if (found := next(told, None)) else (self.title, "de")


def a_to_z(directory: Directory) -> Mapping[Language, tuple[Letter, ...]]:
    """Titles and citizens' words of all services under their first letters, in every language of the interface."""
    return _a_to_z(
        tuple([Named(one.url, one.title, one.service.synonyms, one.translations) for one in directory.offers])
    )


@lru_cache(maxsize=4)
def _a_to_z(services: tuple[Named, ...]) -> Mapping[Language, tuple[Letter, ...]]:
    """Towns that offer the same have the same."""
    german = _by_letter(sorted(map(_ordered, _entries(services, Language.GERMAN))))
    told = {language: _told(services, german, language) for language in Language}
    return {
        language: _letters({first: [*map(_ENTRY, entries)] for first, entries in found.items()})
        for language, found in told.items()
    }


def by_title(shown: Iterable[Line]) -> tuple[Letter, ...]:
    """The lines of a list under the first letters of their titles."""
    found: dict[str, list[Line]] = defaultdict(list)
    for one in sorted(shown, key=lambda one: sort_key(one.title)):
        found[first_letter(one.title)].append(one)
    return _letters(found)


def _ordered(entry: Entry) -> Ordered:
    return *sort_key(entry.word or entry.title), entry.title, entry.word != "", entry


def _by_letter(entries: Iterable[Ordered]) -> dict[str, list[Ordered]]:
    found: dict[str, list[Ordered]] = defaultdict(list)
    for entry in entries:
        found[first_letter(entry[1])].append(entry)
    return found


def _told(services: Iterable[Named], german: dict[str, list[Ordered]], language: Language) -> dict[str, list[Ordered]]:
    """What is not written in a language stands there as it does in German."""
    own = {one.url: one for one in services if any(text.language is language for text in one.translations)}
    if not own:
        return german
    found = {first: [entry for entry in entries if entry[4].url not in own] for first, entries in german.items()}
    for entry in map(_ordered, _entries(own.values(), language)):
        insort(found.setdefault(first_letter(entry[1]), []), entry, key=_PLACE)
    return found


def _letters(found: Mapping[str, Sequence[Any]]) -> tuple[Letter, ...]:
    return tuple(Letter(first, tuple(entries)) for first, entries in sorted(found.items()) if entries)


def _entries(services: Iterable[Named], language: Language) -> Iterator[Entry]:
    for service in services:
        title, spoken = service.shown(language)
        yield Entry("", title, service.url, "de", spoken)
        for word, said in _words(service, title):
            yield Entry(word, title, service.url, said, spoken)


def _words(service: Named, title: str) -> Iterator[tuple[str, str]]:
    """Each word that leads to a service once, and its language."""
    known = {title.casefold()}
    written = [(word, "de") for word in (service.title, *service.synonyms)]
    for text in service.translations:
        language = "en" if text.language is Language.ENGLISH else "de"
        written += [(word, language) for word in (text.title, *text.synonyms)]
    for word, language in written:
        if word.casefold() not in known:
            known.add(word.casefold())
            yield word, language
