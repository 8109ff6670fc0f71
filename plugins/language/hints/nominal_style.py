"""Tätigkeitswörter statt Hauptwörter: „Wir prüfen“ statt „Es erfolgt eine Prüfung“."""

import re
from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.prose import Form
from plugins.language.texts import Text

_MOST = 2
_NOUN = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}(?:ungen|ung|nahmen?|keiten|keit|ierung|ierungen)\b")
_THINGS = re.compile(
    r"(?:wohn|rechn|zeit|versicher|zeichn|verwalt|sitz|kleid|heiz|regier|satz|verordn|mein)ung(?:en)?$", re.IGNORECASE
)


def find(text: Text) -> Iterator[Problem]:
    """Sentences with three nouns or more that hide what somebody does; „Wohnung“ and „Rechnung“ hide nothing."""
    for passage in text.passages if text.language is not Language.ENGLISH else ():
        for start, words in passage.sentences() if passage.form is Form.PARAGRAPH else ():
            nouns = [noun for noun in _NOUN.findall(words) if not _THINGS.search(noun)]
            if len(nouns) > _MOST:
                message = f"Viele Hauptwörter in einem Satz: {', '.join(nouns)}"
                yield hint(passage, start, message, "Sagen Sie mit Tätigkeitswörtern, wer etwas tut.")
