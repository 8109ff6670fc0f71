"""Leichte Sprache trennt lange Wörter mit Bindestrich: „Hunde-Steuer“."""

import re
from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.texts import Text

_MOST = 14
_LONG = re.compile(rf"[^\W\d_]{{{_MOST + 1},}}")


def find(text: Text) -> Iterator[Problem]:
    """Words of more than 14 letters without a hyphen, in Leichte Sprache only."""
    for passage in text.passages if text.language is Language.SIMPLE else ():
        for found in _LONG.finditer(passage.text):
            remedy = "Nehmen Sie ein kürzeres Wort, oder trennen Sie es mit Bindestrich: Aufenthalts-Erlaubnis"
            yield hint(passage, found.start(), f"„{found[0]}“ ist für Leichte Sprache zu lang", remedy)
