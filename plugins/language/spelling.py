"""Spelling: hunspell with the German dictionary, the words of the administration, and the names in the records."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from plugins.catalog.catalog import Catalog
from plugins.catalog.german import nearest
from plugins.catalog.places import Problem
from plugins.catalog.records import Law, Office, Portal, WordList
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.texts import Text
from plugins.language.wordlists import administrative_words, replacements

DICTIONARY = Path(__file__).parents[2] / "node_modules" / "dictionary-de"
_MODEL = "Mannheim"
"""A name in the dictionary that has a genitive, and no other forms: new words take after it."""
_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?:[-’'][^\W\d_]+)*-?(?![\w@/])")
_CITED = re.compile(r"„[\w-]+“")
"""One word in quotes: somebody types it so."""
_NAME = re.compile(r"[^\W\d_]{2,}")
_ABBREVIATION = re.compile(r".+[A-ZÄÖÜ].*")
"""A capital letter that is not the first: „GdB“, „eID“, „BundID“."""

_MOST_SUGGESTIONS = 8


class Speller:
    """Knows which words are right; `words` are added to the dictionary, each as `Wort` or `Wort/Muster`."""

    def __init__(self, words: Iterable[str]) -> None:
        self._hunspell = Hunspell("index", hunspell_data_dir=str(DICTIONARY))
        self._suggested = 0
        self.is_right = cache(self._is_right)
        self._remedy = cache(self._compute_remedy)
        self.needless = [word for word in words if not self._learn(word)]
        """Words that the dictionary knew already, or the words before them."""

    @classmethod
    def of(cls, catalog: Catalog) -> "Speller":
        """The speller for a catalog: its own word lists count, and the names of its places, offices, portals, laws."""
        own = (word for listed in catalog.all(WordList) for word in listed.words)
        return cls([*administrative_words(), *own, *_names(catalog)])

    def find(self, text: Text) -> Iterator[Problem]:
        """Each word that is in no list, in German texts, once per text; abbreviations have a hint of their own."""
        seen: set[str] = set()
        for passage in text.passages if text.language is not Language.ENGLISH else ():
            words = _CITED.sub(lambda cited: " " * len(cited[0]), passage.text)
            short = {span.start for span, _ in replacements("abkuerzungen").find(passage)}
            for found in _WORD.finditer(words):
                word = found[0]
                if word not in seen and found.start() not in short and not self.is_right(word):
                    seen.add(word)
                    message = f"„{word}“ steht in keinem Wörterbuch"
                    yield hint(passage, found.start(), message, self._remedy(word))

    def _learn(self, word: str) -> bool:
        """Add a word that is not right yet; without a known model it is bent like a name."""
        new, _, model = word.partition("/")
        if self._hunspell.spell(new):
            return False
        self._hunspell.add_with_affix(new, model if model and self._hunspell.spell(model) else _MODEL)
        return True

    def _is_right(self, word: str) -> bool:
        parts = word.rstrip("-").split("-")
        joined = parts[0] + "".join(parts[1:]).lower()
        if self._hunspell.spell(word) or self._hunspell.spell(joined):
            return True
        if len(parts) > 1 or word.endswith("-"):
            return all(map(self._is_part, parts))
        return bool(_ABBREVIATION.fullmatch(word))

    def _is_part(self, part: str) -> bool:
        """True for what may stand before or behind a hyphen: „Geburts-“, „eID-“, „Um-“."""
        forms = (part, part.capitalize(), part.lower(), part.removesuffix("s"))
        return any(map(self._hunspell.spell, forms)) or bool(_ABBREVIATION.fullmatch(part))

    def _compute_remedy(self, word: str) -> str:
        """The nearest right word. Asking is slow, so after some words the rest go without."""
        self._suggested += 1
        found = self._hunspell.suggest(word) if self._suggested <= _MOST_SUGGESTIONS else ()
        meant = nearest(word, [one for one in found if one.strip("-") == one])
        stays = "Ist das Wort richtig, tragen Sie es in content/words/ ein."
        return f"Meinten Sie „{meant}“? {stays}" if meant else stays


def _names(catalog: Catalog) -> Iterator[str]:
    """The words of the names of places, offices, portals and laws."""
    for name in _written_names(catalog):
        yield from _NAME.findall(name)


def _written_names(catalog: Catalog) -> Iterator[str]:
    for place in catalog.municipalities.values():
        yield from (place.name, place.short_name, place.represented_by, place.address.street, place.address.city)
    for office in catalog.all(Office):
        yield office.name
        yield from (office.address.street, office.address.city) if office.address else ()
    for portal in catalog.all(Portal):
        yield from (portal.title, portal.operator)
    for law in catalog.all(Law):
        yield from (law.abbreviation, law.title)
    yield from (basis.name for service in catalog.services for basis in service.legal_basis if basis.name)
