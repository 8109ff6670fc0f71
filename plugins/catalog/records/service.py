"""What is a service? One Markdown file: facts in the front matter, text under the FIM headings."""

from decimal import Decimal
from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.channel import Channel
from plugins.catalog.records.fields import (
    Audience,
    Day,
    Euro,
    FormerUrl,
    Language,
    LeikaKey,
    Level,
    Line,
    MaturityModel,
    Name,
    Prose,
    RefersTo,
    SdgCode,
    Section,
    SectionNumber,
    Summary,
    Unique,
    WebAddress,
    Words,
    labelled,
)

FEW, MANY = 20, 100
"""How long a list may be: more than any service of a real city needs, and no more than costs others nothing."""

Title = Annotated[Name, labelled("Titel", "Name in Alltagssprache, mit Verb: „Hund anmelden“")]
Synonyms = Annotated[
    tuple[Words, ...],
    labelled("Wörter der Leute", "Wonach Menschen suchen, auch Umgangssprache", max_length=FEW),
    Unique,
]


class Texts(Record):
    """The words of a service in one language. Codes: FIM-Leistungen, Textmodule."""

    title: Title
    synonyms: Synonyms = ()
    summary: Annotated[Summary, Section("Kurztext", "05", plain=True)] = labelled(
        "Kurztext", "Ein bis zwei Sätze für Suchergebnisse"
    )
    full_text: Annotated[Prose, Section("Volltext", "06")] = labelled("Volltext", "Worum es geht", default="")
    requirements: Annotated[Prose, Section("Voraussetzungen", "09")] = labelled(
        "Voraussetzungen", "Wer die Leistung bekommt", default=""
    )
    documents: Annotated[Prose, Section("Erforderliche Unterlagen", "08")] = labelled(
        "Erforderliche Unterlagen", "Eine Liste mit -, ein Ding je Zeile", default=""
    )
    steps: Annotated[Prose, Section("Verfahrensablauf", "11")] = labelled(
        "Verfahrensablauf", "Eine nummerierte Liste", default=""
    )
    costs: Annotated[Prose, Section("Kosten")] = labelled("Kosten", "Nur, was die Gebührenliste nicht sagt", default="")
    deadlines: Annotated[Prose, Section("Fristen")] = labelled("Fristen", "Bis wann etwas zu tun ist", default="")
    processing_time: Annotated[Prose, Section("Bearbeitungsdauer")] = labelled(
        "Bearbeitungsdauer", "Wie lange es dauert", default=""
    )
    form_notes: Annotated[Prose, Section("Formulare", "14")] = labelled(
        "Formulare", "Hinweise zu Formularen", default=""
    )
    legal_notes: Annotated[Prose, Section("Rechtsgrundlagen", "07")] = labelled(
        "Rechtsgrundlagen", "Nur, was die Liste der Rechtsgrundlagen nicht sagt", default=""
    )
    remedy: Annotated[Prose, Section("Rechtsbehelf", "25")] = labelled(
        "Rechtsbehelf", "Was man gegen die Entscheidung tun kann", default=""
    )
    competent_office: Annotated[Prose, Section("Zuständige Stelle", "22")] = labelled(
        "Zuständige Stelle", "Nur, was die Stellenangaben nicht sagen", default=""
    )
    contact: Annotated[Prose, Section("Ansprechpunkt", "23")] = labelled(
        "Ansprechpunkt", "Wer bei Fragen hilft", default=""
    )
    notes: Annotated[Prose, Section("Hinweise", "16")] = labelled("Hinweise", "Was sonst zu wissen ist", default="")
    further: Annotated[Prose, Section("Weiterführende Informationen", "15")] = labelled(
        "Weiterführende Informationen", "Links zum Weiterlesen", default=""
    )


class Fee(Record):
    """A fee: fixed, a range, or words (XZuFi: Kosten); a fact with its date and source."""

    main = "note"

    label: Line | None = labelled("Wofür", "Zum Beispiel: Ab 24 Jahren", default=None)
    amount: Euro | None = labelled("Betrag", "In Euro: 26,50", default=None)
    lower: Euro | None = labelled("Von", "Kleinster Betrag einer Spanne", default=None)
    upper: Euro | None = labelled("Bis", "Größter Betrag einer Spanne", default=None)
    note: Line | None = labelled("Erklärung", "Zum Beispiel: gebührenfrei", default=None)
    as_of: Day | None = labelled("Stand", "Wann die Angabe stimmte", default=None)
    source: Line | None = labelled("Quelle", "Woher die Angabe stammt", default=None)

    @property
    def is_free(self) -> bool:
        """True when its words say that it costs nothing."""
        return self.amount is None and (self.note or "").casefold() in _FREE

    @property
    def price(self) -> Decimal | None:
        """The one amount, 0.00 for what is free; None for a range and for other words."""
        return Decimal("0.00") if self.is_free else self.amount


_FREE = frozenset({"gebührenfrei", "kostenfrei", "kostenlos"})


class LegalBasis(Record):
    """A norm: a law from `content/laws/` with its section, or the name of a local statute."""

    main = "name"

    law: Annotated[str, RefersTo("law")] | None = labelled("Gesetz", "Datei in content/laws/", default=None)
    name: Line | None = labelled("Name", "Ortsrecht oder Gesetz ohne Datei", default=None)
    section: SectionNumber | None = labelled("Paragraf", "Nur die Nummer: 9 oder 34c", default=None)
    title: Line | None = labelled("Überschrift", "Überschrift des Paragrafen", default=None)


class Maturity(Record):
    """OZG maturity level; the model's version belongs to it (1.1: 0–4, 2.0: 0–7)."""

    level: int = labelled("Stufe", "", ge=0, le=7)
    model: MaturityModel = labelled("Modell", "1.1 oder 2.0")


class Service(Texts):
    """A service (Verwaltungsleistung) as it is true everywhere."""

    slug: str = labelled("Adresse", "Dateiname ohne .md")
    official_name: Line | None = labelled("Amtliche Bezeichnung", "FIM-Modul 02", default=None)
    leika: Annotated[tuple[LeikaKey, ...], Unique] = labelled(
        "Leistungsschlüssel", "LeiKa: 14 Ziffern; unbekannt: weglassen", default=(), max_length=FEW
    )
    ozg_id: Words | None = labelled("OZG-Nummer", "Nummer im OZG-Umsetzungskatalog", default=None)
    sdg: tuple[SdgCode, ...] = labelled(
        "SDG-Codes",
        "Codes der EU-Verordnung Single Digital Gateway, zum Beispiel R1 für Geburtsurkunde",
        default=(),
        max_length=FEW,
    )
    level: Level = labelled("Ebene", "Wer die Leistung anbietet")
    audience: tuple[Audience, ...] = labelled("Zielgruppe", "Für wen sie ist", min_length=1)
    topics: Annotated[tuple[str, ...], RefersTo("topic")] = labelled(
        "Themen", "Themen und Lebenslagen", min_length=1, max_length=FEW
    )
    owner: Annotated[str, RefersTo("office")] = labelled("Fachamt", "Wer diesen Text pflegt")
    offices: Annotated[tuple[str, ...], RefersTo("office")] = labelled(
        "Zuständige Stellen", "Rollen", default=(), max_length=FEW
    )
    reviewed_on: Day = labelled("Zuletzt geprüft am", "Datum")
    review_by: Day = labelled("Wieder prüfen bis", "Datum")
    valid_until: Day | None = labelled("Gilt bis", "Letzter Tag der Leistung; leer: unbefristet", default=None)
    fees: tuple[Fee, ...] = labelled("Gebühren", "Keine Gebühr: - note: gebührenfrei", min_length=1, max_length=MANY)
    legal_basis: tuple[LegalBasis, ...] = labelled(
        "Rechtsgrundlagen", "Gesetze mit Paragraf", default=(), max_length=MANY
    )
    forms: Annotated[tuple[str, ...], RefersTo("form")] = labelled(
        "Formulare", "Dateien in content/forms/", default=(), max_length=FEW
    )
    channels: tuple[Channel, ...] = labelled(
        "Wege", "Wege zur Leistung, der beste zuerst", min_length=1, max_length=FEW
    )
    related: Annotated[tuple[str, ...], RefersTo("service")] = labelled(
        "Verwandte Leistungen", "", default=(), max_length=FEW
    )
    maturity: Maturity | None = labelled("Reifegrad", "OZG-Reifegrad mit Modell", default=None)
    former_urls: Annotated[tuple[FormerUrl, ...], Unique] = labelled(
        "Frühere Adressen", "Adressen, die hierher weiterleiten: /leistungen/hund-melden/", default=(), max_length=MANY
    )
    source_url: WebAddress | None = labelled("Herkunft", "Seite, von der ein Text übernommen wurde", default=None)


class Translation(Texts):
    """The text of a service in another language; its facts come from the German file beside it."""

    computed = frozenset({"slug", "language"})

    slug: str = labelled("Adresse", "Dateiname ohne Sprache und .md")
    language: Language = labelled("Sprache", "Mittlerer Teil des Dateinamens: en oder de-simple")
