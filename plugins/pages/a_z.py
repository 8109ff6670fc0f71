"""The A–Z: every service under its title and under the words of the people."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import first_letter, sort_key
from plugins.catalog.records import Language
from plugins.pages.lines import Line, line


@dataclass(frozen=True, slots=True)
class Entry:
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


def a_to_z(directory: Directory, language: Language = Language.GERMAN) -> tuple[Letter, ...]:
    """Titles and citizens' words of all services under their first letters."""
    found = [(offer, line(offer, language)) for offer in directory.offers]
    entries = [_entry("", shown, "de") for _, shown in found]
    for offer, shown in found:
        entries += [_entry(word, shown, spoken) for word, spoken in _words(offer, shown)]
    entries.sort(key=lambda entry: (sort_key(entry.word or entry.title), entry.title))
    entries.sort(key=lambda entry: first_letter(entry.word or entry.title))
    grouped = groupby(entries, key=lambda entry: first_letter(entry.word or entry.title))
    return tuple(
        Letter("0–9" if name == "#" else name, f"buchstabe-{'0' if name == '#' else name.lower()}", tuple(group))
        for name, group in grouped
    )


def _entry(word: str, shown: Line, language: str) -> Entry:
    return Entry(word, shown.title, shown.url, language, shown.language)


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
