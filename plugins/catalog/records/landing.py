"""A landing page: where another portal lets people choose one of several services."""

from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Audience, Day, LeikaKey, Level, Line, PortalPath, RefersTo, labelled


class Choice(Record):
    """One service to choose there. Where no service of ours has its key, the portals get a page for it by rule."""

    main = "title"

    title: Line = labelled("Dort wählen", "Wie die Leistung im anderen Portal heißt")
    leika: LeikaKey = labelled("Leistungsschlüssel", "LeiKa: 14 Ziffern")
    level: Level = labelled("Ebene", "Wer die Leistung anbietet")
    competent: Line | None = labelled("Zuständig", "Wer laut Betreiber entscheidet", default=None)
    one_body: bool = labelled("Eine Stelle", "false: „Zuständig“ nennt keine oder mehrere", default=True)
    available: bool = labelled("Verfügbar", "false: von hier aus nicht zu beantragen", default=True)
    warning: Line | None = labelled("Warnung", "Was der Betreiber dazu sagt", default=None)


class Landing(Record):
    """A page of another portal with what can be chosen on it."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    title: Line = labelled("Titel")
    portal: Annotated[str, RefersTo("portal")] = labelled("Portal", "Datei in content/portals/")
    path: PortalPath = labelled("Pfad", "Auf diesem Portal: /antrag/gewerbe/")
    checked_on: Day = labelled("Stand", "Wann die Angaben stimmten")
    audience: tuple[Audience, ...] = labelled("Zielgruppe", "Für wen", min_length=1)
    topics: Annotated[tuple[str, ...], RefersTo("topic")] = labelled("Themen", min_length=1)
    choices: tuple[Choice, ...] = labelled("Leistungen", "Was dort zu wählen ist", min_length=1)
