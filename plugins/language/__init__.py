"""How texts read: hints, spelling, readability. Advice for editors; nothing here ever stops a build."""

from plugins.language.hinting import hints_of, hints_on
from plugins.language.ratchet import compare
from plugins.language.readability import Readability, readability_of
from plugins.language.spelling import Speller
from plugins.language.texts import Text, changed_texts, text_of, texts_of

__all__ = [
    "Readability",
    "Speller",
    "Text",
    "changed_texts",
    "compare",
    "hints_of",
    "hints_on",
    "readability_of",
    "text_of",
    "texts_of",
]
