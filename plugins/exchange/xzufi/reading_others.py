"""An `organisationseinheit` and an `onlinedienst` as drafts."""

from typing import Any
from xml.etree.ElementTree import Element

from plugins.exchange.findings import Matter, Note
from plugins.exchange.plaintext import shortened
from plugins.exchange.richtext import accepted, read_html
from plugins.exchange.xzufi import week
from plugins.exchange.xzufi.drafts import DraftOffice, DraftOnline
from plugins.exchange.xzufi.elements import parts, text
from plugins.exchange.xzufi.reading_services import language_of
from plugins.exchange.xzufi.vocabulary import MAIL, PHONE


def office(found: Element, note: Note) -> DraftOffice:
    """Where people go, call or write."""
    hours, hint = week.read(text(found, "infoOeffnungszeitenText"))
    values = {
        "name": text(found, "name", "name"),
        "description": shortened(" ".join(read_html(text(found, "beschreibung"), note).lines), 300),
        "address": _address(found),
        **_channels(found, note),
        "opening_hours": hours,
        "opening_note": hint,
        "accessibility": text(found, "infoBarrierefreiheit"),
        "appointment_url": _uri(found, "terminvereinbarung", note),
        "website": _uri(found, "internetadresse", note),
    }
    return DraftOffice(text(found, "id"), {field: value for field, value in values.items() if value})


def _address(found: Element) -> dict[str, str] | None:
    first = next(parts(found, "anschrift"), None)
    if first is None:
        return None
    street = f"{text(first, 'strasse')} {text(first, 'hausnummer')}".strip()
    return {"street": street, "postal_code": text(first, "postleitzahl"), "city": text(first, "ort")}


def _channels(found: Element, note: Note) -> dict[str, str]:
    """Phone and mail; every other channel is reported, because its code may mean a fax."""
    taken: dict[str, str] = {}
    for system in parts(found, "kommunikationssystem"):
        code, value = text(system, "kanal", "code"), text(system, "kennung")
        field = {PHONE: "phone", MAIL: "email"}.get(code, "email" if "@" in value else "")
        if field and field not in taken:
            taken[field] = value
        else:
            note(Matter.CONTACT, f"Kanal „{code}“: {value}")
    return taken


def _uri(found: Element, name: str, note: Note) -> str | None:
    written = text(found, name, "uri")
    return accepted(written, note) if written else None


def online(found: Element, note: Note) -> DraftOnline:
    """Where a service is done in the browser."""
    languages = [language_of(text(one, "languageCode")) for one in parts(found, "sprachversion")]
    link = text(found, "link", "link")
    values: dict[str, Any] = {
        "title": text(found, "bezeichnung"),
        "url": accepted(link, note) if link else None,
        "languages": tuple(one for one in languages if one),
    }
    return DraftOnline(text(found, "id"), {field: value for field, value in values.items() if value})
