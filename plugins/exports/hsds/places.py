"""Offices as locations with addresses, phones, schedules; who runs them as organizations."""

from collections.abc import Iterator

from plugins.catalog import hours, urls
from plugins.catalog.published import Published
from plugins.catalog.records import Municipality, Office
from plugins.exports.hsds.identity import Object, known

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TIME_ZONE = "Europe/Berlin"


def municipality(record: Municipality) -> Object:
    """A town or a Kreis as an organization; its address is its portal."""
    return known(
        record.portal_url,
        name=record.name,
        description=f"{record.name} ({record.state})",
        email=record.email,
        website=record.website,
        uri=record.portal_url,
        organization_identifiers=[
            known(f"{record.portal_url}#ars", identifier_type="Regionalschlüssel (ARS)", identifier=record.ars)
        ],
    )


def organization(published: Published, office: Office) -> Object:
    """Who runs an office: its municipality; an office of Land or Bund is an organization itself."""
    found = published.catalog.municipalities.get(office.municipality)
    if found:
        return municipality(found)
    return known(
        published.at(urls.office(office.slug)),
        name=office.name,
        description=office.description or office.name,
        email=office.email,
        website=office.website,
    )


def location(published: Published, office: Office) -> Object | None:
    """Where people can go; None for an office that has no door."""
    written = office.address
    if written is None:
        return None
    address = published.at(urls.office(office.slug))
    return known(
        f"{address}#ort",
        location_type="physical",
        name=office.name,
        description=office.description,
        addresses=[
            known(
                f"{address}#anschrift",
                address_1=written.street,
                city=written.city,
                state_province=published.directory.municipality.state,
                postal_code=written.postal_code,
                country="DE",
                address_type="physical",
            )
        ],
        phones=phones(published, office),
        schedules=list(_schedules(address, office)),
        accessibility=[known(f"{address}#zugang", description=office.accessibility)] if office.accessibility else None,
    )


def phones(published: Published, office: Office) -> list[Object]:
    """The number of an office."""
    address = published.at(urls.office(office.slug))
    return [known(f"{address}#telefon", number=office.phone, type="voice")] if office.phone else []


def _schedules(address: str, office: Office) -> Iterator[Object]:
    """A rule of RFC 5545 for all days with the same hours; what holds in some weeks only stays as it is written."""
    written = office.opening_hours
    if not written:
        return
    if not hours.is_plain(written):
        yield known(f"{address}#zeiten", description=written, schedule_link=office.appointment_url)
        return
    days: dict[hours.Span, list[str]] = {}
    for day, spans in zip(_DAYS, hours.schedule(written), strict=True):
        for span in spans:
            days.setdefault(span, []).append(day)
    for span, named in sorted(days.items()):
        yield _weekly(f"{address}#zeiten-{span[0]}-{span[1]}", span, named, office)


def _weekly(address: str, span: hours.Span, days: list[str], office: Office) -> Object:
    return known(
        address,
        freq="WEEKLY",
        interval=1,
        wkst="MO",
        byday=",".join(days),
        opens_at=_clock(span[0]),
        closes_at=_clock(span[1]),
        notes=f"{TIME_ZONE}; an Feiertagen geschlossen" if _is_closed_on_holidays(office) else TIME_ZONE,
        schedule_link=office.appointment_url,
    )


def _is_closed_on_holidays(office: Office) -> bool:
    return hours.closes_on_holidays(office.opening_hours or "")


def _clock(minutes: int) -> str:
    """`08:00`; midnight at the end of a day is `00:00` of the next."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
