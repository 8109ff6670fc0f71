"""The choice of languages that every page offers, also where it is not written in one of them."""

from dataclasses import dataclass
from functools import lru_cache

from plugins.catalog import labels, urls
from plugins.catalog.records import Language
from plugins.interface.speech import speech
from plugins.pages.view import View


@dataclass(frozen=True, slots=True)
class Choice:
    """A language: the page in it, or its start page and the words that say why. Nothing leads to the current page."""

    tag: str
    name: str
    address: str = ""
    is_current: bool = False
    missing: str = ""
    instead: str = ""


def language_menu(view: View) -> tuple[Choice, ...]:
    """German, English, Leichte Sprache; each in its own words."""
    return _menu(view.language, view.languages)


@lru_cache
def _menu(current: Language, languages: tuple[tuple[str, str], ...]) -> tuple[Choice, ...]:
    """Pages in one language only have the same."""
    addresses = dict(languages)
    return tuple(_choice(language, current, addresses.get(language)) for language in Language)


def _choice(language: Language, current: Language, address: str | None) -> Choice:
    name = labels.LANGUAGES[language]
    if language is current:
        return Choice(str(language), name, is_current=True)
    if address:
        return Choice(str(language), name, address)
    own = speech(language)
    missing = own.gettext("Diese Seite gibt es nicht auf Deutsch.")
    return Choice(
        own.tag,
        name,
        urls.in_language(urls.HOME, language),
        missing=missing,
        instead=own.gettext("Zur Startseite auf Deutsch"),
    )
