"""A foreign portal: who runs it, on which hosts, how one logs in."""

from functools import lru_cache
from urllib.parse import urljoin

from plugins.catalog import addresses
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Line, Login, Payment, PortalPath, Scheme, WebAddress, labelled


class Portal(Record):
    """Another administration's portal that services hand over to."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    title: Line = labelled("Name")
    operator: Line = labelled("Betreiber", "Wer das Portal betreibt")
    url: WebAddress = labelled("Startseite", "Zieht das Portal um, ändern Sie nur diese Zeile")
    hosts: tuple[str, ...] = labelled("Weitere Server", "Namen ohne https://, ohne den der Startseite", default=())
    query_hosts: tuple[str, ...] = labelled(
        "Server mit Parametern", "Links zu diesen Servern dürfen ein ? mit Angaben dahinter haben", default=()
    )
    scheme: Scheme | None = labelled(
        "Kurzform", "Damit Links nur den Schlüssel nennen: wsp:99050012104000", default=None
    )
    deep_path: PortalPath | None = labelled(
        "Pfad einer Leistung", "Auf diesem Portal, mit {leika}; darf {ars} enthalten", default=None
    )
    login: tuple[Login, ...] = labelled("Anmeldung", "Welche Konten dort gelten", default=())
    payment: tuple[Payment, ...] = labelled("Bezahlen", default=())

    @property
    def servers(self) -> tuple[str, ...]:
        """The server of the first page, when its address is one, and those that belong to it."""
        own = addresses.host_of(self.url)
        return tuple(dict.fromkeys([*([own] if own else []), *self.hosts]))

    def at(self, path: str) -> str:
        """The address of a path on this portal, wherever it is today."""
        return _joined(self.url, path)


@lru_cache(4096)
def _joined(url: str, path: str) -> str:
    """Remembered, because every portal of ours leads to the same pages of the others."""
    return urljoin(url, path)
