"""The words of the interface in other languages: `theme/locale/<folder>/LC_MESSAGES/fundstelle.po`, compiled in memory.

What is to be translated is the German sentence as it stands in a template, a script or the code.
"""

import io
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from plugins.catalog import holidays, labels
from plugins.catalog.records import Language

LOCALE = Path(__file__).parents[2] / "theme" / "locale"
FOLDERS = {Language.ENGLISH: "en", Language.SIMPLE: "de_simple"}
"""gettext names folders after locales, and a locale has no hyphen."""


def catalog(language: Language) -> Catalog:
    """The translations into a language; none for German, which everything is written in."""
    return read_po(io.BytesIO(written(language))) if language in FOLDERS else Catalog()


def written(language: Language) -> bytes:
    """The file of the translations into a language; nothing for German."""
    folder = FOLDERS.get(language)
    return (LOCALE / folder / "LC_MESSAGES" / "fundstelle.po").read_bytes() if folder else b""


def compiled(found: Catalog) -> NullTranslations:
    """What Python and Jinja ask for words."""
    if not len(found):
        return NullTranslations()
    file = io.BytesIO()
    write_mo(file, found)
    file.seek(0)
    return GNUTranslations(file)


def for_scripts(found: Catalog) -> dict[str, Any]:
    """What the scripts of a page say, by the German words: a text, or one for „1“ and one for all other numbers."""
    said = (message for message in found if _is_of_a_script(message))
    return {_german(message): message.string for message in sorted(said, key=_german)}


def _is_of_a_script(message: Message) -> bool:
    return message.id in labels.PROVIDERS or any(file.endswith(".mjs") for file, _ in message.locations)


def _german(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def words_of_tables(*_: object, **__: object) -> Iterator[tuple[int, str, str, list[str]]]:
    """What Babel extracts beside the sentences in the code: German words that stand in tables of the catalog."""
    for word in dict.fromkeys([*labels.shown(), *holidays.names()]):
        yield 1, "_", word, []
