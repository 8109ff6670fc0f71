"""The pages that list every service: A–Z, the audiences, the search without JavaScript. A long list comes by letter."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from plugins.catalog import labels, urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.records import Audience, Language
from plugins.interface.speech import Speech
from plugins.pages.a_z import Letter, a_to_z, by_title
from plugins.pages.facets import facets
from plugins.pages.lines import lines
from plugins.pages.view import Part, View, alternates, spoken_view, start

MOST = 1000
"""So many services stand on one page; of more there is a page of letters, and a page for each letter."""

AUDIENCES = {Audience.CITIZENS: urls.CITIZENS, Audience.BUSINESSES: urls.BUSINESSES}

Lists = Mapping[Language, tuple[Letter, ...]]
"""A list by letter in every language of the interface."""


@dataclass(frozen=True)
class Listings:
    """The lists of one portal."""

    directory: Directory

    @cached_property
    def letters(self) -> Lists:
        """The A–Z."""
        return a_to_z(self.directory)

    @cached_property
    def is_long(self) -> bool:
        """True when the A–Z has a page for each letter."""
        return len(self.directory.offers) > MOST

    def a_z(self, spoken: Speech) -> Iterator[View]:
        """The A–Z: the whole of it, or its letters and their pages."""
        whole = spoken_view(
            spoken,
            urls.SERVICES,
            "a-z",
            spoken.gettext("Leistungen von A bis Z"),
            spoken.gettext("Alle Leistungen für %(town)s von A bis Z, mit Stichwörtern.", town=self._town),
            (start(spoken),),
            urls.SERVICES,
            values={"letters": self.letters[spoken.language], "count": len(self.directory.offers)},
        )
        yield from _by_letter(spoken, whole, urls.LETTERS, self.letters, _listed) if self.is_long else [whole]

    def audiences(self, spoken: Speech) -> Iterator[View]:
        """What is offered to citizens and what to businesses."""
        for audience, url in AUDIENCES.items():
            name, found = spoken.gettext(labels.AUDIENCES[audience]), self.directory.by_audience[audience]
            whole = spoken_view(
                spoken,
                url,
                "topic",
                spoken.gettext("Leistungen für %(audience)s", audience=name),
                spoken.gettext(
                    "Alle Leistungen für %(audience)s in %(town)s, von A bis Z.", audience=name, town=self._town
                ),
                (start(spoken),),
                values={"offers": lines(found, spoken.language)},
            )
            is_long = len(found) > MOST
            yield from _by_letter(spoken, whole, url, self._titles[audience], _shown) if is_long else [whole]

    @cached_property
    def _titles(self) -> Mapping[Audience, Lists]:
        return {
            audience: {language: by_title(lines(offers, language)) for language in Language}
            for audience, offers in self.directory.by_audience.items()
        }

    def search(self, catalog: Catalog, spoken: Speech) -> View:
        """The search; without JavaScript it leads to the A–Z or holds it."""
        letters = self.letters[spoken.language]
        portals = [catalog.portals[slug] for slug in ("wsp-nrw", "bundesportal") if slug in catalog.portals]
        return spoken_view(
            spoken,
            urls.SEARCH,
            "search",
            spoken.gettext("Suche"),
            spoken.gettext("Leistungen für %(town)s suchen, in eigenen Worten.", town=self._town),
            (start(spoken),),
            urls.SEARCH,
            values={
                "letters": () if self.is_long else letters,
                "words": self.words if self.is_long else "",
                "way_labels": {kind: spoken.gettext(label) for kind, label in labels.BADGES.items()},
                "portals": portals,
                "facets": facets(self.directory, spoken),
            },
            parts=_parts(spoken, urls.LETTERS, letters) if self.is_long else (),
        )

    @cached_property
    def words(self) -> str:
        """The words of titles and synonyms, each once, the most frequent first: corrections are taken from them."""
        texts = (text for offer in self.directory.offers for text in offer.texts.values())
        said = " ".join(f"{text.title} {' '.join(text.synonyms)}" for text in texts)
        return " ".join(word for word, _ in Counter(said.split()).most_common())

    @property
    def _town(self) -> str:
        return self.directory.municipality.short_name


def _listed(letters: tuple[Letter, ...]) -> dict[str, Any]:
    return {"letters": letters}


def _shown(letters: tuple[Letter, ...]) -> dict[str, Any]:
    return {"offers": [line for letter in letters for line in letter.entries]}


def _parts(spoken: Speech, folder: str, letters: tuple[Letter, ...]) -> tuple[Part, ...]:
    """The pages of a list, in a language."""
    return tuple(
        Part(letter.name, urls.in_language(f"{folder}{letter.key}/", spoken.language), letter.count)
        for letter in letters
    )


def _by_letter(
    spoken: Speech, whole: View, folder: str, lists: Lists, values: Callable[[tuple[Letter, ...]], dict[str, Any]]
) -> Iterator[View]:
    """A long list as a page of letters, and a page for each; `values` are what the template shows of some letters."""
    letters = lists[spoken.language]
    parts = _parts(spoken, folder, letters)
    yield replace(whole, values={**whole.values, **values(())}, parts=parts)
    for letter, part in zip(letters, parts, strict=True):
        yield replace(
            whole,
            url=part.url,
            title=f"{whole.title}: {part.name}",
            description=spoken.gettext("%(list)s Hier: %(letter)s.", list=whole.description, letter=part.name),
            trail=(*whole.trail, (whole.title, dict(whole.languages)[Language.GERMAN])),
            languages=_languages(f"{folder}{letter.key}/", letter, lists),
            values={**values((letter,)), "count": part.services},
            parts=parts,
        )


def _languages(url: str, letter: Letter, lists: Lists) -> tuple[tuple[str, str], ...]:
    """The addresses of a letter in the languages that have it; they name each other where German is among them."""
    found = [language for language, letters in lists.items() if any(one.first == letter.first for one in letters)]
    return alternates(url, found) if Language.GERMAN in found else ()
