"""Zahlen stehen als Ziffern da: Wer eine Seite überfliegt, findet „14 Tage“ leichter als „vierzehn Tage“.

„Ein“ und „eine“ bleiben Wörter, auch feste Wendungen wie „außer Acht lassen“.
"""

import re
from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.texts import Text

_TWO_TO_TWELVE = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_NUMBERS = {word: str(number) for number, word in enumerate(f"{_TWO_TO_TWELVE} {_TEENS}".split(), 2)} | {
    "zwanzig": "20",
    "dreißig": "30",
    "vierzig": "40",
    "fünfzig": "50",
    "sechzig": "60",
    "siebzig": "70",
    "achtzig": "80",
    "neunzig": "90",
    "hundert": "100",
    "tausend": "1.000",
}
_NUMBER = re.compile(rf"(?<![\w-])(?:{'|'.join(_NUMBERS)})(?![\w-])", re.IGNORECASE)
_PHRASE = re.compile(r"\b(?:außer\s+Acht|in\s+Acht\s+nehmen|Acht\s+geben|unter\s+vier\s+Augen)\b")


def find(text: Text) -> Iterator[Problem]:
    """Number words from two on, in German."""
    for passage in text.passages if text.language is not Language.ENGLISH else ():
        words = _PHRASE.sub(lambda phrase: " " * len(phrase[0]), passage.text)
        for found in _NUMBER.finditer(words):
            remedy = f"Schreiben Sie die Ziffern: {_NUMBERS[found[0].lower()]}"
            yield hint(passage, found.start(), f"„{found[0]}“ ist ein Zahlwort", remedy)
