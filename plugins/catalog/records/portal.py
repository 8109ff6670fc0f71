"""A foreign portal: who runs it, on which hosts, how one logs in."""

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Line, Login, Payment, WebAddress, labelled


class Portal(Record):
    """Another administration's portal that services hand over to."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    title: Line = labelled("Name")
    operator: Line = labelled("Betreiber", "Wer das Portal betreibt")
    hosts: tuple[str, ...] = labelled("Server", "Namen ohne https://", min_length=1)
    url: WebAddress = labelled("Startseite")
    login: tuple[Login, ...] = labelled("Anmeldung", "Welche Konten dort gelten", default=())
    payment: tuple[Payment, ...] = labelled("Bezahlen", default=())
