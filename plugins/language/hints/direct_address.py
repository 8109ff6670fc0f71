"""Ein Text spricht die Leute an, die ihn lesen."""

import re
from collections.abc import Iterator

from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Translation
from plugins.catalog.records.fields import Language
from plugins.language.hints import hint
from plugins.language.readability import words_of
from plugins.language.texts import Text

_ADDRESS = re.compile(r"\b(?:Sie|Ihr|Ihre[mnrs]?|Ihnen)\b")
_FEW = 40
"""Words of a text that is too short to need an address."""


def find(text: Text) -> Iterator[Problem]:
    """German descriptions of a service, as it is true everywhere, that never say „Sie“ or „Ihr“."""
    if text.language is Language.ENGLISH or not isinstance(text.record, Service | Translation):
        return
    passages = [passage for passage in text.passages if passage.form.is_running_text]
    words = " ".join(passage.text for passage in passages)
    if len(words_of(words)) > _FEW and not _ADDRESS.search(words):
        remedy = "Schreiben Sie „Sie brauchen …“ statt „Antragstellende benötigen …“."
        yield hint(passages[0], 0, "Der Text spricht niemanden mit „Sie“ an", remedy)
