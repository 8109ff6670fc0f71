"""A municipality: a town, a Gemeinde or a Kreis with a portal of its own."""

from enum import StrEnum
from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Ars, Level, Line, MailAddress, Phone, RefersTo, WebAddress, Words, labelled
from plugins.catalog.records.office import PostalAddress


class MunicipalityKind(StrEnum):
    """What the municipality is under the Gemeindeordnung; a `city` (kreisfrei) is its own Kreis."""

    TOWN = "town"
    MUNICIPALITY = "municipality"
    CITY = "city"
    DISTRICT = "district"


class Municipality(Record):
    """The operator of a portal."""

    slug: str = labelled("Kennung", "Name des Ordners")
    name: Line = labelled("Name", "Stadt Rurheim, Kreis Rurland")
    short_name: Words = labelled("Kurzer Name", "Rurheim")
    kind: MunicipalityKind = labelled("Art", "town, municipality, city (kreisfrei) oder district (Kreis)")
    ars: Ars = labelled("Regionalschlüssel", "ARS, 12 Ziffern")
    part_of: Annotated[str, RefersTo("municipality")] | None = labelled("Kreis", "Ordner des Kreises", default=None)
    portal_url: WebAddress = labelled("Adresse des Portals")
    website: WebAddress = labelled("Internetauftritt")
    hosts: tuple[str, ...] = labelled("Eigene Server", "Auf diese Server darf verlinkt werden", default=())
    address: PostalAddress = labelled("Anschrift")
    phone: Phone = labelled("Telefon")
    email: MailAddress = labelled("Mail")
    represented_by: Line = labelled("Vertreten durch", "Für das Impressum")
    popular: Annotated[tuple[str, ...], RefersTo("service")] = labelled("Oft gesucht", "Auf der Startseite", default=())

    @property
    def own_level(self) -> Level:
        """The level of the services that this municipality provides itself."""
        return Level.DISTRICT if self.kind is MunicipalityKind.DISTRICT else Level.MUNICIPAL
