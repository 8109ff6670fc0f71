"""What is overdue as a feed: Atom (RFC 4287). An entry appears on the day after a review was due."""

import datetime
from xml.etree import ElementTree as Xml

from plugins.status.reviews import Agenda, Review


def as_atom(agenda: Agenda, today: datetime.date) -> bytes:
    """The overdue reviews, the latest first; an empty feed is a feed too."""
    overdue = agenda.overdue(today)[::-1]
    feed = Xml.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "de"})
    _put(feed, "id", f"{agenda.portal_url}/#{agenda.folder.rstrip('/')}")
    _put(feed, "title", f"Prüfung überfällig: {agenda.name}")
    _put(feed, "updated", _moment(max([_EPOCH, *(one.last for one in agenda.reviews), *map(_missed, overdue)])))
    _put(Xml.SubElement(feed, "author"), "name", agenda.name)
    for review in overdue:
        _add(feed, review)
    Xml.indent(feed, " ")
    return bytes(Xml.tostring(feed, "utf-8", xml_declaration=True)) + b"\n"


_EPOCH = datetime.date(1970, 1, 1)


def _add(feed: Xml.Element, review: Review) -> None:
    """The id names the day too: when the next review is missed, that is a new entry."""
    entry = Xml.SubElement(feed, "entry")
    _put(entry, "id", f"{review.url}#{review.due}")
    _put(entry, "title", f"{review.title}: Prüfung überfällig seit {review.due:%d.%m.%Y}")
    _put(entry, "updated", _moment(_missed(review)))
    _put(entry, "link", href=review.url)
    _put(entry, "summary", f"Zuletzt geprüft am {review.last:%d.%m.%Y}. Datei: {review.file}")


def _missed(review: Review) -> datetime.date:
    return review.due + datetime.timedelta(days=1)


def _moment(day: datetime.date) -> str:
    return f"{day}T00:00:00Z"


def _put(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = text
