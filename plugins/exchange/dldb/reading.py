"""The DLDB export as typed values; whatever has another shape is noted and treated as missing, never fatal."""

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.exchange.findings import Findings, Matter, Note
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.plaintext import one_line, shortened
from plugins.exchange.richtext import cleaned
from plugins.exchange.unopened import reason

MAX_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Link:
    """A link or form of a service."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """A location as a service names it."""

    location: str
    bookable: bool


@dataclass(frozen=True, slots=True)
class SourceService:
    """A service of the export, its texts still HTML."""

    id: str
    name: str
    description: str
    fees: str
    leika: str
    keywords: str
    updated: str
    page: str
    appointment: str
    public: bool
    forms: tuple[Link, ...]
    links: tuple[Link, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """A location of the export; `online` holds (service id, address) of online procedures."""

    id: str
    name: str
    display_name: str
    organization: str
    unit: str
    street: str
    house_number: str
    postal_code: str
    city: str
    phone: str
    email: str
    page: str
    public: bool
    online: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Export:
    """One file of the export: its records, still JSON, and its date."""

    file: str
    records: list[object]
    generated: str
    announced: str
    tree: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Item:
    """A JSON object whose values are asked for by type; a value of another type is noted and empty."""

    values: Mapping[str, object]
    note: Note

    def text(self, key: str) -> str:
        value = self.values.get(key)
        if isinstance(value, str):
            return cleaned(value, self.note)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value not in (None, False, [], {}):
            self._wrong(key, "Text")
        return ""

    def line(self, key: str) -> str:
        return one_line(self.text(key))

    def flag(self, key: str, default: bool) -> bool:
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            self._wrong(key, "true oder false")
        return value if isinstance(value, bool) else default

    def item(self, key: str) -> "_Item":
        value = self.values.get(key)
        if value not in (None, False, []) and not isinstance(value, dict):
            self._wrong(key, "Angaben mit Schlüsseln")
        return _Item(value if isinstance(value, dict) else {}, self.note)

    def items(self, key: str) -> Iterator["_Item"]:
        value = self.values.get(key)
        if value not in (None, False) and not isinstance(value, list):
            self._wrong(key, "Liste")
        for part in value if isinstance(value, list) else ():
            if isinstance(part, dict):
                yield _Item(part, self.note)
            else:
                self._wrong(key, "Liste von Angaben mit Schlüsseln")

    def _wrong(self, key: str, expected: str) -> None:
        self.note(Matter.WRONG_SHAPE, f"„{key}“ ist kein Wert der Art: {expected}")


def read_export(path: Path) -> Export:
    """One export file; raises `ImportRefusedError` when it is missing, no JSON, or no export."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImportRefusedError(f"{path} ist größer als {MAX_BYTES // 1024 // 1024} MiB und wird nicht gelesen.")
        tree = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ImportRefusedError(reason(path, error)) from None
    except RecursionError:
        raise ImportRefusedError(f"{path} ist zu tief verschachtelt.") from None
    except ValueError as error:
        raise ImportRefusedError(f"{path} ist kein gültiges JSON: {error}.") from None
    if not isinstance(tree, dict) or not isinstance(tree.get("data"), list):
        raise ImportRefusedError(f"{path} ist kein DLDB-Export: Es fehlt die Liste „data“.")
    meta = _Item(tree, lambda _matter, _detail: None).item("meta")
    return Export(path.name, tree["data"], meta.line("generated"), meta.line("datacount"), tree)


def exported_on(export: Export) -> datetime.date:
    """The day of the export; amounts and texts are as old as this. Raises `ImportRefusedError` when it is missing."""
    day = day_of(export.generated)
    if day is None:
        raise ImportRefusedError(f"In {export.file} fehlt das Datum des Exports (meta.generated).")
    return day


def day_of(moment: str) -> datetime.date | None:
    """The day of an ISO time: `2026-06-08T07:41:01` → 2026-06-08."""
    try:
        return datetime.date.fromisoformat(moment[:10])
    except ValueError:
        return None


def services(export: Export, findings: Findings) -> tuple[SourceService, ...]:
    """All services that have an id and a name of their own."""
    return tuple(_service(item) for item in _records(export, findings, "Dienstleistung"))


def locations(export: Export, findings: Findings) -> tuple[SourceLocation, ...]:
    """All locations that have an id and a name of their own."""
    return tuple(_location(item) for item in _records(export, findings, "Standort"))


def label(identifier: str, name: str) -> str:
    """How the report names a record."""
    return f"{identifier} {name}"


def _records(export: Export, findings: Findings, kind: str) -> Iterator[_Item]:
    seen: set[str] = set()
    for number, record in enumerate(export.records, 1):
        note = findings.about(f"{kind} Nr. {number} in {export.file}")
        if not isinstance(record, dict):
            note(Matter.NOT_IMPORTED, "ist kein Datensatz mit Schlüsseln")
            continue
        bare = _Item(record, note)
        identifier, name = bare.line("id"), bare.line("name")
        if not identifier or not name:
            note(Matter.NOT_IMPORTED, "„id“ oder „name“ fehlt")
        elif identifier in seen:
            note(Matter.NOT_IMPORTED, f"die Kennung {identifier} gibt es schon")
        else:
            yield _Item(record, findings.about(shortened(label(identifier, name), 120)))
        seen.add(identifier)


def _service(item: _Item) -> SourceService:
    meta = item.item("meta")
    return SourceService(
        id=item.line("id"),
        name=item.line("name"),
        description=item.text("description"),
        fees=item.text("fees"),
        leika=item.line("leika"),
        keywords=meta.line("keywords"),
        updated=meta.line("lastupdate"),
        page=meta.text("url"),
        appointment=item.item("appointment").text("link"),
        public=item.flag("public", default=True),
        forms=_links(item, "forms"),
        links=_links(item, "links"),
        places=tuple(
            Place(place.line("location"), place.item("appointment").flag("allowed", default=False))
            for place in item.items("locations")
        ),
    )


def _links(item: _Item, key: str) -> tuple[Link, ...]:
    return tuple(Link(link.line("name"), link.text("link")) for link in item.items(key))


def _location(item: _Item) -> SourceLocation:
    address, contact = item.item("address"), item.item("contact")
    return SourceLocation(
        id=item.line("id"),
        name=item.line("name"),
        display_name=item.line("displayName"),
        organization=item.line("organization"),
        unit=item.line("organizationUnit"),
        street=address.line("street"),
        house_number=address.line("house_number"),
        postal_code=address.line("postal_code"),
        city=address.line("city"),
        phone=contact.line("phone"),
        email=contact.line("email"),
        page=item.item("meta").text("url"),
        public=item.flag("public", default=True),
        online=tuple(
            (one.line("service"), one.item("onlineprocessing").text("link")) for one in item.items("services")
        ),
    )
