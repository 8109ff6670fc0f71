"""A foreign portal: who runs it, on which hosts, how one logs in."""

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import AddressTemplate, Line, Login, Payment, Scheme, WebAddress, labelled


class Portal(Record):
    """Another administration's portal that services hand over to."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    title: Line = labelled("Name")
    operator: Line = labelled("Betreiber", "Wer das Portal betreibt")
    hosts: tuple[str, ...] = labelled("Server", "Namen ohne https://", min_length=1)
    url: WebAddress = labelled("Startseite")
    scheme: Scheme | None = labelled(
        "Kurzform", "Damit Links nur den Schlüssel nennen: wsp:99050012104000", default=None
    )
    deep_url: AddressTemplate | None = labelled(
        "Adresse einer Leistung", "Mit {leika}; darf {ars} enthalten", default=None
    )
    login: tuple[Login, ...] = labelled("Anmeldung", "Welche Konten dort gelten", default=())
    payment: tuple[Payment, ...] = labelled("Bezahlen", default=())
