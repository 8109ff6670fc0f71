"""The table for the Behördenruf 115: what an agent has to say of every service, one line each."""

from collections.abc import Iterator

from plugins.catalog.directory import Offer
from plugins.catalog.published import Published
from plugins.exchange.table.sheet import pieces
from plugins.exports import words
from plugins.exports.export import Export, File
from plugins.exports.texts import plain
from plugins.interface.speech import GERMAN

PATH = "daten/115.csv"
HEADINGS = (
    *("Leistung", "Amtliche Bezeichnung", "Stichwörter", "Kurztext", "Unterlagen", "Gebühren", "Zuständig"),
    *("Stelle", "Anschrift", "Telefon", "Mail", "Öffnungszeiten", "Weitere Stellen", "Online", "Termin"),
    *("Leistungsschlüssel", "Gebiet", "Regionalschlüssel", "Seite", "Stand"),
)


def files(published: Published) -> Iterator[File]:
    """The one file."""
    lines = (_line(published, offer) for offer in published.directory.offers)
    yield File(PATH, pieces(_headed(lines)))


def _headed(lines: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    yield HEADINGS
    yield from lines


def _line(published: Published, offer: Offer) -> tuple[str, ...]:
    service, here = offer.service, published.directory.municipality
    return (
        *(service.title, service.official_name or "", ", ".join(service.synonyms), service.summary),
        "; ".join(line.removeprefix("- ") for line in plain(service.documents).splitlines()),
        "; ".join(words.fee(fee, GERMAN) for fee in service.fees),
        offer.provider,
        *_contacts(offer),
        *_addresses(offer),
        *(", ".join(service.leika), here.name, here.ars, published.at(offer.url), service.reviewed_on.isoformat()),
    )


def _contacts(offer: Offer) -> tuple[str, ...]:
    """How one reaches who is competent, and the names of the other offices or of the towns to choose from.

    Without an office these are the contacts of the town or of the Kreis; of Land and Bund nobody's.
    """
    if offer.offices:
        first, *others = offer.offices
        contacts = (words.address(first.address), first.phone or "", first.email or "", words.hours(first, GERMAN))
        return first.name, *contacts, ", ".join(office.name for office in others)
    towns = ", ".join(one.town.name for one in offer.towns if one.is_offered)
    if found := offer.provided_by:
        return "", words.address(found.address), found.phone, found.email, "", towns
    return "", "", "", "", "", towns


def _addresses(offer: Offer) -> tuple[str, str]:
    """Where it begins on the screen, and where one gets an appointment."""
    online = next((way.url for way in offer.ways_in if way.is_online), "")
    appointment = next((way.url for way in offer.ways_in if way.kind == "appointment" and way.url), "")
    return online or "", appointment or ""


EXPORT = Export(
    path=PATH,
    title="Tabelle für die Behördennummer 115",
    description="Alle Leistungen mit Stichwörtern, Stelle, Telefon, Öffnungszeiten und Adressen, eine je Zeile.",
    media_type="text/csv",
    files=files,
)
