"""Wer tut was? Passiv hinter Passiv sagt es nicht."""

import re
from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records.fields import Language
from plugins.language.hints import extract, hint
from plugins.language.prose import Passage
from plugins.language.texts import Text

_AUXILIARY = re.compile(r"\b(?:wird|werden|wurden?|worden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:ab|an|auf|aus|bei|durch|ein|her|hin|mit|nach|um|vor|weg|zu|zurück|zusammen)?"
    r"(?:ge[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]{3,}iert|(?:be|emp|ent|er|ver|zer)[a-zäöüß]{3,}t)\b"
)
_NO_PARTICIPLE = re.compile(
    r"ge(?:gen|recht|ben|hen|hören|lten|lingen|nießen|nügen|raten|schehen|statten|winnen|währen|fährden|stalten|sund"
    r"|samt(?:en)?|eignet|werblichen|meinsamen|setzlichen|nannten|bühren)|bereit|berechtigt|bekannt|verwandt"
)


def find(text: Text) -> Iterator[Problem]:
    """Two passives or more in a sentence, or in two sentences one after the other; a chain counts once."""
    for passage in text.passages if text.language is not Language.ENGLISH else ():
        before = False
        for start, words in passage.sentences():
            count = _passives(words)
            if count > 1 or (count and before):
                yield _hint(passage, start, words)
            before = count == 1 and not before


def _hint(passage: Passage, start: int, words: str) -> Problem:
    remedy = "Sagen Sie, wer etwas tut: „Wir prüfen …“, „Sie bekommen …“."
    return hint(passage, start, f"Mehrere Passive hintereinander: {extract(words)}", remedy)


def _passives(sentence: str) -> int:
    """How many forms of „werden“ have a participle: „wird kommen“ has none."""
    participles = [word for word in _PARTICIPLE.findall(sentence) if not _NO_PARTICIPLE.fullmatch(word)]
    return min(len(_AUXILIARY.findall(sentence)), len(participles))
