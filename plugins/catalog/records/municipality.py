"""A municipality: a town, a Gemeinde or a Kreis with a portal of its own."""

from enum import StrEnum
from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import (
    Account,
    Ars,
    Level,
    Line,
    MailAddress,
    Phone,
    RefersTo,
    WebAddress,
    Words,
    labelled,
)
from plugins.catalog.records.office import PostalAddress


class MunicipalityKind(StrEnum):
    """What the municipality is under the Gemeindeordnung; a `city` (kreisfrei) is its own Kreis."""

    TOWN = "town"
    MUNICIPALITY = "municipality"
    CITY = "city"
    DISTRICT = "district"


class Licence(StrEnum):
    """Under which terms others may use the open data; DL-DE is the „Datenlizenz Deutschland“."""

    DL_ZERO = "dl-de-zero-2.0"
    DL_BY = "dl-de-by-2.0"
    CC_ZERO = "cc0-1.0"
    CC_BY = "cc-by-4.0"
    EUPL = "eupl-1.2"


_STATES = {
    "01": "Schleswig-Holstein",
    "02": "Hamburg",
    "03": "Niedersachsen",
    "04": "Bremen",
    "05": "Nordrhein-Westfalen",
    "06": "Hessen",
    "07": "Rheinland-Pfalz",
    "08": "Baden-Württemberg",
    "09": "Bayern",
    "10": "Saarland",
    "11": "Berlin",
    "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern",
    "14": "Sachsen",
    "15": "Sachsen-Anhalt",
    "16": "Thüringen",
}
"""The Länder by the first two digits of the ARS (Destatis)."""


class DataProtection(Record):
    """What the data-protection text of a portal cannot know from its build."""

    officer_email: MailAddress | None = labelled(
        "Mail der Datenschutzbeauftragten", "Postfach der oder des Datenschutzbeauftragten, ohne Namen", default=None
    )
    officer_phone: Phone | None = labelled("Telefon der Datenschutzbeauftragten", default=None)
    hosted_by: Line | None = labelled(
        "Betreiber des Servers", "Name und Ort des Rechenzentrums; Sie selbst: Ihr Name wie oben", default=None
    )
    log_days: int | None = labelled(
        "Tage der Protokolle", "Wie lange der Server Zugriffe aufbewahrt; 0: gar nicht", default=None, ge=0, le=365
    )


class Municipality(Record):
    """The operator of a portal."""

    slug: str = labelled("Kennung", "Name des Ordners")
    name: Line = labelled("Name", "Stadt Rurheim, Kreis Rurland")
    short_name: Words = labelled("Kurzer Name", "Rurheim")
    kind: MunicipalityKind = labelled("Art", "town, municipality, city (kreisfrei) oder district (Kreis)")
    ars: Ars = labelled("Regionalschlüssel", "ARS, 12 Ziffern")
    part_of: Annotated[str, RefersTo("municipality")] | None = labelled("Kreis", "Ordner des Kreises", default=None)
    successor: Annotated[str, RefersTo("municipality")] | None = labelled(
        "Nachfolger",
        "Ordner des Ortes, in dem dieser aufgegangen ist; sein Portal führt dorthin",
        default=None,
    )
    portal_url: WebAddress = labelled("Adresse des Portals")
    website: WebAddress = labelled("Internetauftritt")
    hosts: tuple[str, ...] = labelled("Eigene Server", "Auf diese Server darf verlinkt werden", default=())
    query_hosts: tuple[str, ...] = labelled(
        "Server mit Parametern", "Links zu diesen Servern dürfen ein ? mit Angaben dahinter haben", default=()
    )
    address: PostalAddress = labelled("Anschrift")
    phone: Phone = labelled("Telefon")
    email: MailAddress = labelled("Mail")
    represented_by: Line = labelled("Vertreten durch", "Für das Impressum")
    data_protection: DataProtection | None = labelled("Datenschutz", "Für den Text unter /datenschutz/", default=None)
    personal_data: bool = labelled(
        "Angaben zu Personen",
        "false: Mail-Adressen, Mobilnummern und Namen von Beschäftigten stehen nicht im Portal",
        default=True,
    )
    licence: Licence | None = labelled(
        "Lizenz der Daten", "Unter welcher Lizenz andere die offenen Daten nutzen dürfen", default=None
    )
    popular: Annotated[tuple[str, ...], RefersTo("service")] = labelled("Oft gesucht", "Auf der Startseite", default=())
    editors: tuple[Account, ...] = labelled(
        "Redaktion", "Konten auf GitHub oder GitLab, die für diesen Ort sprechen", default=()
    )

    @property
    def state(self) -> str:
        """The name of its Land."""
        return _STATES[self.ars[:2]]

    @property
    def ags(self) -> str:
        """The 8 digits of the Gemeindeschlüssel in the ARS: Land, Kreis, Gemeinde; a Kreis ends in 000."""
        return self.ars[:5] + self.ars[9:]

    def belongs_with(self, other: "Municipality") -> bool:
        """True for itself, its Kreis, its towns, and those that became one: their portals show words of each other."""
        return self.slug in (other.slug, other.part_of, other.successor) or other.slug in (self.part_of, self.successor)

    @property
    def own_level(self) -> Level:
        """The level of the services that this municipality provides itself."""
        return Level.DISTRICT if self.kind is MunicipalityKind.DISTRICT else Level.MUNICIPAL
