"""The A–Z: every service under its title and under the words of the people."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from plugins.catalog.directory import Directory
from plugins.catalog.german import first_letter, sort_key
from plugins.catalog.offer import Line, Offer
from plugins.catalog.records import Language


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


def a_to_z(directory: Directory) -> Mapping[Language, tuple[Letter, ...]]:
    """Titles and citizens' words of all services under their first letters, in every language of the interface."""
    german = _by_letter(sorted(map(_ordered, _entries(directory.offers, Language.GERMAN))))
    told = {language: _told(directory, german, language) for language in Language}
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


def _told(directory: Directory, german: dict[str, list[Ordered]], language: Language) -> dict[str, list[Ordered]]:
    """What is not written in a language stands there as it does in German."""
    own = {offer.url: offer for offer in directory.offers if language in offer.texts}
    if language is Language.GERMAN or not own:
        return german
    found = {first: [entry for entry in entries if entry[4].url not in own] for first, entries in german.items()}
    for entry in map(_ordered, _entries(own.values(), language)):
        insort(found.setdefault(first_letter(entry[1]), []), entry, key=_PLACE)
    return found


def _letters(found: Mapping[str, Sequence[Any]]) -> tuple[Letter, ...]:
    return tuple(Letter(first, tuple(entries)) for first, entries in sorted(found.items()) if entries)


def _entries(offers: Iterable[Offer], language: Language) -> Iterator[Entry]:
    for offer in offers:
        shown = offer.lines[language]
        yield Entry("", shown.title, shown.url, "de", shown.language)
        for word, spoken in _words(offer, shown):
            yield Entry(word, shown.title, shown.url, spoken, shown.language)


def _words(offer: Offer, shown: Line) -> Iterator[tuple[str, str]]:
    """Each word that leads to a service once, and its language."""
    known = {shown.title.casefold()}
    written = [(word, "de") for word in (offer.title, *offer.service.synonyms)]
    for text in offer.translations:
        language = "en" if text.language is Language.ENGLISH else "de"
        written += [(word, language) for word in (text.title, *text.synonyms)]
    for word, language in written:
        if word.casefold() not in known:
            known.add(word.casefold())
            yield word, language
