"""How texts read: hints, spelling, readability. Advice for editors; nothing here ever stops a build."""

from plugins.language.hinting import hints_of
from plugins.language.ratchet import compare
from plugins.language.readability import Readability, readability_of
from plugins.language.texts import Text, text_of, texts_of

__all__ = ["Readability", "Text", "compare", "hints_of", "readability_of", "text_of", "texts_of"]
