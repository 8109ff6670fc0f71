"""A list of words: names and terms of an administration that no dictionary knows."""

from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import DictionaryWord, Unique, labelled


class WordList(Record):
    """Words that are spelled right, for the spelling hints."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    words: Annotated[tuple[DictionaryWord, ...], Unique] = labelled(
        "Wörter", "Eins je Zeile; Beugung wie bei einem bekannten Wort: Parkwapperl/Löffel", min_length=1
    )
