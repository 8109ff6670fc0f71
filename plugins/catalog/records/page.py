"""A page: text that is not a service, such as Impressum or Datenschutz."""

from enum import StrEnum
from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Prose, Section, Sentence, Words, labelled


class Block(StrEnum):
    """A part of a page that is filled from the municipality's own data."""

    PUBLISHER = "publisher"
    ACCESSIBILITY = "accessibility"
    SHORTCUT = "shortcut"
    PRIVACY = "privacy"


class Page(Record):
    """A page of prose, the same in every portal but for its blocks."""

    slug: str = labelled("Adresse", "Dateiname ohne .md")
    title: Words = labelled("Titel")
    summary: Sentence = labelled("Kurztext", "Ein Satz für Suchmaschinen")
    in_footer: bool = labelled("In der Fußzeile", "true oder false", default=True)
    order: int = labelled("Reihenfolge", default=1000)
    blocks: tuple[Block, ...] = labelled(
        "Bausteine",
        "publisher: Anbieter, accessibility: Ansprechstelle, shortcut: Schalter für die Taste /, "
        "privacy: Was das Portal mit Daten macht",
        default=(),
    )
    text: Annotated[Prose, Section("")] = labelled("Text", "Alles unter den Angaben", default="")
