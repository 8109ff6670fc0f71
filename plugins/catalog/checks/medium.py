"""Ein Bild oder PDF, das ein Text nennt, liegt im Ordner media, und zwar dort, wo der Text gilt."""

from collections.abc import Iterator, Mapping

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import did_you_mean
from plugins.catalog.nearest import Nearest, media_of
from plugins.catalog.places import Problem
from plugins.catalog.records import Medium
from plugins.catalog.records.base import Record
from plugins.catalog.records.medium import FOLDER

_UPLOAD = "Legen Sie die Datei in content/media/ ab."


def check(catalog: Catalog) -> Iterator[Problem]:
    """Media that are not there, those of another place, links to pictures, and PDFs where a picture stands."""
    seen = _Seen(catalog)
    for link in catalog.links:
        is_file = link.address.startswith(FOLDER) and addresses.is_own_page(link.address)
        if is_file and (found := seen.finding(link.record, link.address, is_picture=False)):
            yield problem(link.record, found[0], hint=found[1], field=link.field, line=link.line)
    for shown in catalog.pictures:
        address, line = shown.picture.address, shown.picture.line
        if address.startswith(FOLDER) and (found := seen.finding(shown.record, address, is_picture=True)):
            yield problem(shown.record, found[0], hint=found[1], field=shown.field, line=line)


class _Seen:
    """Which media a record may name: its place's, its Kreis's, and the shared ones."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.by_place: dict[str, Mapping[str, Medium]] = {}
        self.broken = {FOLDER + file.slug for file in catalog.broken if file.kind == "medium"}

    def of(self, record: Record) -> Mapping[str, Medium]:
        place = getattr(record, "municipality", "")
        if place not in self.by_place:
            town = self.catalog.municipalities.get(place)
            self.by_place[place] = Nearest(self.catalog, town).media if town else media_of(self.catalog, (place, ""))
        return self.by_place[place]

    def finding(self, record: Record, address: str, *, is_picture: bool) -> tuple[str, str] | None:
        """Message and remedy; nothing about a file with mistakes, which is reported itself."""
        seen = self.of(record)
        medium = seen.get(address)
        if medium is None:
            return (
                None if address in self.broken else (f"{address} gibt es nicht", did_you_mean(address, seen) or _UPLOAD)
            )
        if medium.is_picture and not is_picture:
            return f"{address} ist ein Bild, kein Dokument", f"Zeigen Sie es: ![Was zu sehen ist]({address})"
        if is_picture and not medium.is_picture:
            return f"{address} ist kein Bild", f"Verlinken Sie es: [Wie es heißt]({address})"
        return None
