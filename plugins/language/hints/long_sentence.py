"""Kurze Sätze: Was nach dem 20. Wort kommt, hat beim ersten Lesen kaum noch jemand verstanden.

Limits: 20 words in German (DIN 8581-1, Einfache Sprache: 15 to 20), 12 in Leichte Sprache, 25 in English (GOV.UK).
"""

from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import extract, hint
from plugins.language.prose import Form
from plugins.language.readability import words_of
from plugins.language.texts import Text

_LIMITS = {Language.GERMAN: 20, Language.SIMPLE: 12, Language.ENGLISH: 25}


def find(text: Text) -> Iterator[Problem]:
    """Sentences with more words than the language allows; headings and cells of tables are no sentences."""
    limit = _LIMITS[text.language]
    for passage in text.passages:
        for start, words in passage.sentences() if passage.form not in {Form.HEADING, Form.CELL} else ():
            count = len(words_of(words))
            if count > limit:
                message = f"Der Satz hat {count} Wörter: {extract(words)}"
                yield hint(passage, start, message, f"Machen Sie 2 Sätze daraus. Gut sind höchstens {limit} Wörter.")
