"""Locations as offices: names that tell them apart, addresses and numbers that can be used."""

import re
from collections import Counter
from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from plugins.catalog.records import Office, PostalAddress
from plugins.catalog.records.fields import MailAddress, Phone
from plugins.exchange.dldb.publisher import publisher
from plugins.exchange.dldb.reading import SourceLocation, label
from plugins.exchange.findings import Findings, Matter, Note
from plugins.exchange.naming import slugs
from plugins.exchange.plaintext import one_line, shortened
from plugins.exchange.richtext import accepted

_PHONE: TypeAdapter[str] = TypeAdapter(Phone)
_MAIL: TypeAdapter[str] = TypeAdapter(MailAddress)


def offices_of(
    locations: tuple[SourceLocation, ...], known: dict[str, str], bookable: set[str], findings: Findings
) -> dict[str, Office]:
    """Offices by the id of their location; `bookable` holds the locations where appointments are given."""
    names = _names(locations, findings)
    named = slugs(names.items(), known, reserved={publisher().switchboard.slug})
    return {
        location.id: _office(
            location, named[location.id], names[location.id], location.id in bookable, _noting(location, findings)
        )
        for location in locations
    }


def _noting(location: SourceLocation, findings: Findings) -> Note:
    return findings.about(shortened(label(location.id, location.name), 120))


def _names(locations: tuple[SourceLocation, ...], findings: Findings) -> dict[str, str]:
    """The name at the door; where several doors have the same, the longer internal name."""
    times = Counter(location.display_name for location in locations)
    names: dict[str, str] = {}
    for location in locations:
        shared = times[location.display_name] > 1
        names[location.id] = shortened(location.name if shared else location.display_name or location.name, 300)
        if shared and location.display_name:
            _noting(location, findings)(Matter.TITLE, f"„{location.display_name}“ gibt es mehrfach; voller Name")
    return names


def _office(location: SourceLocation, slug: str, name: str, bookable: bool, note: Note) -> Office:
    if not location.public:
        note(Matter.NOT_PUBLIC, "Stelle")
    page = location.page.replace("{locationId}", location.id)
    return Office(
        slug=slug,
        municipality=publisher().municipality.slug,
        name=name,
        description=_description(location),
        address=_address(location, note),
        phone=_phone(location.phone, note),
        email=_mail(location.email, note),
        appointment_url=accepted(page, note) if bookable and page else None,
    )


def _description(location: SourceLocation) -> str | None:
    parts = [part for part in (location.unit, location.organization) if part]
    return shortened(one_line(f"Gehört zu: {', '.join(parts)}."), 300) if parts else None


def _address(location: SourceLocation, note: Note) -> PostalAddress | None:
    street = f"{location.street} {location.house_number}".strip()
    if not (street or location.postal_code):
        return None
    try:
        return PostalAddress(street=street, postal_code=location.postal_code, city=location.city)
    except ValidationError:
        note(Matter.CONTACT, f"Anschrift „{street}, {location.postal_code} {location.city}“")
        return None


def _phone(written: str, note: Note) -> str | None:
    """A number in our spelling: `+49 (0)89/233‑1` → `+49 89/233-1`."""
    number = re.sub(r"[‐-–—]", "-", written.replace("(0)", " ")).replace(".", " ")
    return _valid(_PHONE, " ".join(number.split()), "Telefon", note)


def _mail(written: str, note: Note) -> str | None:
    mailbox, at, host = written.partition("@")
    return _valid(_MAIL, f"{mailbox}{at}{host.lower()}", "Mail", note)


def _valid(adapter: TypeAdapter[str], value: str, what: str, note: Note) -> str | None:
    if not value:
        return None
    try:
        return adapter.validate_python(value)
    except ValidationError:
        note(Matter.CONTACT, f"{what} „{value}“")
        return None


def usable(offices: Iterable[Office]) -> bool:
    """True when at least one of the offices can be reached."""
    return any(office.address or office.phone or office.appointment_url for office in offices)
