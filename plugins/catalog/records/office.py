"""An office: where a citizen can go, call or write. Offices have mail addresses, persons do not."""

from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import (
    Account,
    Level,
    Line,
    MailAddress,
    Phone,
    PostalCode,
    RefersTo,
    WebAddress,
    Words,
    labelled,
)


class PostalAddress(Record):
    """A street address in Germany."""

    street: Line = labelled("Straße und Hausnummer")
    postal_code: PostalCode = labelled("Postleitzahl")
    city: Words = labelled("Ort")


class Office(Record):
    """An office (zuständige Stelle). Its file name is its role, the same in every town."""

    computed = frozenset({"slug", "municipality"})

    slug: str = labelled("Rolle", "Dateiname ohne .yaml")
    municipality: str = labelled("Ort", "Ordner, in dem die Datei liegt; leer: überörtlich", default="")
    name: Line = labelled("Name", "Name an der Tür")
    level: Level | None = labelled("Ebene", "Nur für überörtliche Stellen: state, federal oder chamber", default=None)
    description: Line | None = labelled("Beschreibung", "Ein oder zwei Sätze ohne Links", default=None)
    address: PostalAddress | None = labelled("Anschrift", default=None)
    phone: Phone | None = labelled("Telefon", default=None)
    email: MailAddress | None = labelled("Mail", "Adresse der Stelle, nicht einer Person", default=None)
    opening_hours: Line | None = labelled("Öffnungszeiten", "OSM-Schreibweise: Mo-Fr 08:00-12:00", default=None)
    opening_note: Line | None = labelled("Hinweis zu Öffnungszeiten", default=None)
    appointment_url: WebAddress | None = labelled("Terminvergabe", "Link zum Termin", default=None)
    accessibility: Line | None = labelled("Barrierefreiheit", "Zugang ohne Stufen, Aufzug, WC", default=None)
    website: WebAddress | None = labelled("Eigene Seite", default=None)
    portal: Annotated[str, RefersTo("portal")] | None = labelled("Portal", "Datei in content/portals/", default=None)
    personal_data: bool = labelled(
        "Angaben zu Personen",
        "true: Mail-Adresse, Mobilnummer oder Name einer Person stehen hier mit Absicht",
        default=False,
    )
    editors: tuple[Account, ...] = labelled(
        "Redaktion", "Konten auf GitHub oder GitLab, die für diese Stelle sprechen", default=()
    )
