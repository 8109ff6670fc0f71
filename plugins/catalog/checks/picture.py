"""Ein Bild liegt im eigenen Ordner media und hat einen Alternativtext für alle, die es nicht sehen."""

import re
from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.markdown import Picture
from plugins.catalog.places import Problem
from plugins.catalog.records.medium import FOLDER

MAX_WORDS = 200
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|webp|gif|svg)|(?:img|dsc|bild|foto|image)[-_ ]?\d*", re.IGNORECASE)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Pictures of other servers, and those whose words are missing, are only a name, too long, or seen by few."""
    for shown in catalog.pictures:
        for message, hint in _findings(shown.picture):
            yield problem(shown.record, message, hint=hint, field=shown.field, line=shown.picture.line)


def _findings(picture: Picture) -> Iterator[tuple[str, str]]:
    words, address = picture.words.strip(), picture.address
    if not address.startswith(FOLDER):
        hint = "Legen Sie es in content/media/ ab und schreiben Sie: ![Was zu sehen ist](/media/rathaus.jpg)"
        yield "Das Bild liegt nicht im Ordner media", hint
        return
    if not words or _FILE_NAME.fullmatch(words):
        said = (
            f"Der Alternativtext „{words}“ sagt nicht, was zu sehen ist"
            if words
            else "Dem Bild fehlt der Alternativtext"
        )
        yield said, f"Beschreiben Sie, was zu sehen ist: ![Eingang des Rathauses mit Rampe]({address})"
    if len(words) > MAX_WORDS:
        yield (
            f"Der Alternativtext hat {len(words)} Zeichen",
            f"Höchstens {MAX_WORDS}; was länger ist, gehört in den Text neben dem Bild.",
        )
    if picture.title:
        hint = f"Schreiben Sie ihn in den Text und nur: ![{words}]({address})"
        yield f"Den Titel „{picture.title}“ sieht nur, wer mit der Maus zeigt", hint
