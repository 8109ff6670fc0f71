"""A topic: a theme of the administration or an event in life."""

from enum import StrEnum
from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Language, Line, RefersTo, Words, labelled


class TopicKind(StrEnum):
    """Themes sort by subject, life events by what happens to people."""

    THEME = "theme"
    LIFE_EVENT = "life_event"


class TopicText(Record):
    """What a topic is called in another language."""

    language: Language = labelled("Sprache", "en: Englisch, de-simple: Leichte Sprache")
    title: Words = labelled("Titel")
    summary: Line = labelled("Kurztext", "Ein Satz unter dem Titel")


class Topic(Record):
    """A group of services on one page."""

    slug: str = labelled("Adresse", "Dateiname ohne .yaml")
    title: Words = labelled("Titel")
    kind: TopicKind = labelled("Art", "theme: Thema, life_event: Lebenslage")
    summary: Line = labelled("Kurztext", "Ein Satz unter dem Titel")
    first: Annotated[tuple[str, ...], RefersTo("service")] = labelled(
        "Zuerst", "Leistungen, die oben stehen, in dieser Reihenfolge", default=()
    )
    translations: tuple[TopicText, ...] = labelled("In anderen Sprachen", "Titel und Kurztext", default=())
    order: int = labelled("Reihenfolge", "Kleine Zahlen stehen vorn", default=1000)

    def told(self, language: Language) -> "Topic | TopicText":
        """Its title and summary in a language; in German where they are not written in it."""
        return next((text for text in self.translations if text.language is language), self)
