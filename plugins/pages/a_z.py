"""The A–Z: every service under its title and under the words of the people."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import first_letter, sort_key
from plugins.catalog.records import Language
from plugins.pages.lines import Line, line


class Entry(NamedTuple):
    """A line of the A–Z: a service, or a word that leads to one, each with its language (BCP 47)."""

    word: str
    title: str
    url: str
    language: str = "de"
    title_language: str = "de"


@dataclass(frozen=True, slots=True)
class Letter:
    """All entries under one letter; `id` is the anchor on the page."""

    name: str
    id: str
    entries: tuple[Entry, ...]


def a_to_z(directory: Directory) -> Mapping[Language, tuple[Letter, ...]]:
    """Titles and citizens' words of all services under their first letters, in every language of the interface."""
    german = _by_letter(_entries(directory.offers, Language.GERMAN))
    return {language: _letters(_told(directory, german, language)) for language in Language}


def _by_letter(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[first_letter(entry.word or entry.title)].append(entry)
    return {name: sorted(found[name], key=_order) for name in found}


def _order(entry: Entry) -> tuple[object, ...]:
    """Of one word, a title comes before the words that lead to it."""
    return sort_key(entry.word or entry.title), entry.title, entry.word != ""


def _told(directory: Directory, german: dict[str, list[Entry]], language: Language) -> dict[str, list[Entry]]:
    """What is not written in a language stands there as it does in German."""
    own = {offer.url: offer for offer in directory.offers if language in offer.texts}
    if language is Language.GERMAN or not own:
        return german
    found = {name: [entry for entry in entries if entry.url not in own] for name, entries in german.items()}
    for entry in _entries(own.values(), language):
        insort(found.setdefault(first_letter(entry.word or entry.title), []), entry, key=_order)
    return found


def _letters(found: dict[str, list[Entry]]) -> tuple[Letter, ...]:
    return tuple(
        Letter("0–9" if name == "#" else name, f"buchstabe-{'0' if name == '#' else name.lower()}", tuple(entries))
        for name, entries in sorted(found.items())
        if entries
    )


def _entries(offers: Iterable[Offer], language: Language) -> Iterator[Entry]:
    for offer in offers:
        shown = line(offer, language)
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
