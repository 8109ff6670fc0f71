"""Services as records: facts from fields and prose, text under our headings, always a way in."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from plugins.catalog.records import Form, Office, Service
from plugins.exchange.dldb.offices import usable
from plugins.exchange.dldb.publisher import publisher
from plugins.exchange.dldb.reading import Link, SourceService, day_of, label
from plugins.exchange.dldb.topics import place_of
from plugins.exchange.fees import Origin, fees_of
from plugins.exchange.findings import Matter, Note
from plugins.exchange.plaintext import shortened, summary
from plugins.exchange.richtext import accepted, link, read_html

_KEY = re.compile(r"(?:99|77)\d{12}")
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|rtf)(?:$|[?#])|formular", re.IGNORECASE)
_REACHED: tuple[tuple[str, Callable[[Office], object]], ...] = (
    ("appointment", lambda office: office.appointment_url),
    ("in_person", lambda office: office.address),
    ("phone", lambda office: office.phone),
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a service needs to know beside itself: names given to all, offices by location, online procedures."""

    exported_on: datetime.date
    titles: dict[str, str]
    slugs: dict[str, str]
    offices: dict[str, Office]
    online: dict[str, str]


def record_name(service: SourceService) -> str:
    """How the report names a service."""
    return shortened(label(service.id, service.name), 120)


def service_of(source: SourceService, around: Surroundings, note: Note) -> tuple[Service, Form | None] | None:
    """The record of a service and of its online form; None when it cannot be one, with the reason noted."""
    form = _form(source, around, note)
    try:
        return Service.model_validate(_values(source, around, form, note)), form
    except ValidationError as error:
        names = {str(found["loc"][0]) for found in error.errors() if found["loc"]}
        note(Matter.NOT_IMPORTED, f"unzulässige Werte in: {', '.join(sorted(names))}")
        return None


def _values(source: SourceService, around: Surroundings, form: Form | None, note: Note) -> dict[str, object]:
    title = around.titles[source.id]
    if not source.public:
        note(Matter.NOT_PUBLIC, "Dienstleistung")
    leika = _keys(source.leika, note)
    topics, audience = place_of(title, leika, note)
    offices = _offices(source, around, note)
    reviewed_on = _reviewed_on(source, around.exported_on, note)
    page = source.page.replace("{serviceId}", source.id)
    return {
        "slug": around.slugs[source.id],
        "title": title,
        "leika": leika,
        "level": publisher().municipality.own_level,
        "audience": audience,
        "topics": topics,
        "synonyms": _synonyms(source.keywords, note),
        "owner": offices[0].slug,
        "offices": tuple(office.slug for office in offices),
        "reviewed_on": reviewed_on,
        "review_by": a_year_after(reviewed_on),
        "forms": (form.slug,) if form else (),
        "channels": tuple(_channels(source, offices, form)),
        "source_url": accepted(page, note) if page else None,
        **_texts(source, title, around, note),
    }


def _texts(source: SourceService, title: str, around: Surroundings, note: Note) -> dict[str, object]:
    town = publisher().municipality
    description = read_html(source.description, note)
    if not description.lines:
        note(Matter.NO_DESCRIPTION, "")
    fees, costs = fees_of(read_html(source.fees, note), Origin(around.exported_on, f"Stadt {town.short_name}"), note)
    forms, further = _links(source, note)
    return {
        "summary": summary(description.prose or description.lines)
        or f"Informationen zu „{title}“ bei der {town.name}.",
        "full_text": description.markdown,
        "fees": fees,
        "costs": costs,
        "form_notes": forms,
        "further": further,
    }


def _keys(written: str, note: Note) -> tuple[str, ...]:
    found = [part for part in re.split(r"[\s,;]+", written) if part]
    for part in found:
        if not _KEY.fullmatch(part):
            note(Matter.KEY, f"„{shortened(part, 60)}“")
    return tuple(dict.fromkeys(part for part in found if _KEY.fullmatch(part)))


def _synonyms(keywords: str, note: Note) -> tuple[str, ...]:
    """Keywords as words of the people: each once, at most 60 characters, at most 20."""
    words: dict[str, str] = {}
    for keyword in filter(None, (part.strip() for part in keywords.split(","))):
        if len(keyword) > 60:
            note(Matter.SYNONYM, f"zu lang: „{shortened(keyword, 100)}“")
        else:
            words.setdefault(keyword.casefold(), keyword)
    kept = list(words.values())
    if len(kept) > 20:
        note(Matter.SYNONYM, f"mehr als 20: {', '.join(kept[20:])}")
    return tuple(kept[:20])


def _reviewed_on(source: SourceService, exported_on: datetime.date, note: Note) -> datetime.date:
    """The day of the last update, never after the export."""
    day = day_of(source.updated)
    if day is None:
        note(Matter.DATE, f"lastupdate „{shortened(source.updated, 40)}“; Datum des Exports")
    return min(day or exported_on, exported_on)


def a_year_after(day: datetime.date) -> datetime.date:
    """The same day next year; after 29 February the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _offices(source: SourceService, around: Surroundings, note: Note) -> tuple[Office, ...]:
    """The offices of a service; the switchboard joins them when none can be reached."""
    named = dict.fromkeys(place.location for place in source.places)
    for identifier in named:
        if identifier not in around.offices:
            note(Matter.CONTACT, f"Standort „{shortened(identifier, 40)}“ gibt es nicht")
    found = tuple(around.offices[identifier] for identifier in named if identifier in around.offices)
    if usable(found):
        return found
    note(Matter.NO_OFFICE, "keine der Stellen ist erreichbar" if found else "")
    return (*found, publisher().switchboard)


def _channels(source: SourceService, offices: tuple[Office, ...], form: Form | None) -> Iterator[dict[str, str]]:
    """The ways in that lead on; a channel names its office when it is not the first one."""
    if form:
        yield {"kind": "online", "form": form.slug}
    bookable = any(place.bookable for place in source.places)
    for kind, reached in _REACHED:
        office = next((office for office in offices if reached(office)), None)
        if office and (bookable or kind != "appointment"):
            yield {"kind": kind} if office is offices[0] else {"kind": kind, "office": office.slug}


def _form(source: SourceService, around: Surroundings, note: Note) -> Form | None:
    """The online form of a service; an address on the appointment page is none."""
    written = around.online.get(source.id, "")
    appointment_page = source.appointment.split("#")[0]
    if not written or (appointment_page and written.split("#")[0] == appointment_page):
        return None
    address = accepted(written, note)
    slug, title = around.slugs[source.id], around.titles[source.id]
    return Form(slug=slug, title=title, url=address) if address and "{" not in address else None


def _links(source: SourceService, note: Note) -> tuple[str, str]:
    """Two lists of links: forms and documents, everything else. The export gives many links in both of its lists."""
    in_forms, in_links = ({one.url for one in links} for links in (source.forms, source.links))
    forms: dict[str, None] = {}
    further: dict[str, None] = {}
    for one in dict.fromkeys((*source.forms, *source.links)):
        written = link(one.name, one.url, note)
        is_form = one.url in in_forms and (one.url not in in_links or _is_document(one))
        if written:
            (forms if is_form else further)[f"- {written}"] = None
    return "\n".join(forms), "\n".join(further)


def _is_document(one: Link) -> bool:
    return bool(_DOCUMENT.search(one.url) or "formular" in one.name.lower())
