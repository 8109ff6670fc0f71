"""The A–Z: every service under its title and under the words of the people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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


def a_to_z(directory: Directory, language: Language = Language.GERMAN) -> tuple[Letter, ...]:
    """Titles and citizens' words of all services under their first letters."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries(directory, language):
        found[first_letter(entry.word or entry.title)].append(entry)
    return tuple(_letter(name, entries) for name, entries in sorted(found.items()))


def _letter(name: str, entries: Iterable[Entry]) -> Letter:
    """Those under one letter in their order; of one word, a title comes before the words that lead to it."""
    ordered = sorted(entries, key=lambda entry: (sort_key(entry.word or entry.title), entry.title, entry.word != ""))
    return Letter("0–9" if name == "#" else name, f"buchstabe-{'0' if name == '#' else name.lower()}", tuple(ordered))


def _entries(directory: Directory, language: Language) -> Iterator[Entry]:
    for offer in directory.offers:
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
