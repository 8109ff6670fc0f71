"""What an import changed, guessed or left out: nothing is lost without a line in the report."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """What a finding is about; the value is its heading in the report, the order is the order there."""

    NOT_IMPORTED = "Nicht übernommene Datensätze"
    UNKNOWN = "Bestandteile der Quelle, für die wir kein Feld haben"
    LANGUAGE = "Texte in Sprachen, die wir nicht führen"
    REFUSED = "Angaben, die unser Format nicht zulässt"
    DOUBT = "Vor allem zu prüfen"
    PERSON = "Nennt vielleicht eine Person; Stellen haben Adressen, Personen nicht"
    UNREAD = "Nicht gelesene Seiten"
    UNKNOWN_HEADING = "Überschriften, die keinem Feld entsprechen; ihr Text steht im Volltext"
    LEFT_OUT = "Zeilen ohne Zusammenhang, weggelassen"
    OFFICE = "Gefundene Telefonnummern und Mail-Adressen, für die Dateien der Stellen"
    WRONG_SHAPE = "Felder mit unerwartetem Inhalt"
    NOT_PUBLIC = "In der Quelle als nicht öffentlich gekennzeichnet, trotzdem übernommen"
    NO_DESCRIPTION = "Ohne Beschreibung in der Quelle"
    NO_OFFICE = "Ohne Stelle in der Quelle, der Stadtverwaltung zugeordnet"
    NOT_AVAILABLE = "In der Liste, von hier aus aber nicht zu beantragen"
    WARNING = "Mit einer Warnung übernommen"
    NO_LEVEL = "Unbekannte Stellen, dem Land zugeordnet"
    AUTHORITY = "Stellen: gekürzt und einer Ebene zugeordnet"
    TITLE = "Geänderte Titel und Namen"
    ADDRESS = "Abweichende Dateinamen"
    KEY = "Ungültige Leistungsschlüssel"
    TOPIC = "Vermutete Themen"
    AUDIENCE = "Abgeleitete Zielgruppen"
    SYNONYM = "Gekürzte Stichwörter"
    FEE = "Gebühren als Text übernommen"
    LINK_UPGRADED = "Links von http:// auf https:// umgestellt"
    LINK_DROPPED = "Links zu Text gemacht"
    MARKUP = "Entfernte Bestandteile der Texte"
    INVISIBLE = "Entfernte unsichtbare Zeichen"
    CONTACT = "Unlesbare Kontaktangaben"
    DATE = "Unlesbare Daten"


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One line of the report: which record, and what about it."""

    matter: Matter
    record: str
    detail: str = ""


Note = Callable[[Matter, str], None]
"""Takes down a finding about the record at hand."""


class Findings:
    """All findings of an import, in the order in which they were made."""

    def __init__(self) -> None:
        self._found: dict[Finding, int] = {}

    def about(self, record: str) -> Note:
        """A function that takes down findings about this record."""

        def note(matter: Matter, detail: str = "") -> None:
            finding = Finding(matter, record, detail)
            self._found[finding] = self._found.get(finding, 0) + 1

        return note

    def counted(self) -> dict[Finding, int]:
        """Every finding with the number of times it was made."""
        return dict(self._found)
