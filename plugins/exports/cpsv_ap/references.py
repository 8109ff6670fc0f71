"""What services refer to: codes, areas, organisations, contact points, opening hours, topics and life events."""

from collections.abc import Iterator

from plugins.catalog import hours, labels, urls
from plugins.catalog.published import Published
from plugins.catalog.records import Municipality, Office, PostalAddress, Topic, TopicKind
from plugins.exports.cpsv_ap import names
from plugins.exports.rdf import Node, link, node, said, typed

ORGANISATION = ("cv:PublicOrganisation", "org:Organization")

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def nodes(published: Published) -> Iterator[Node]:
    """Every node that more than one service may refer to."""
    yield from _codes(published)
    directory = published.directory
    kreis = published.catalog.municipalities.get(directory.municipality.part_of or "")
    for municipality in (directory.municipality, *([kreis] if kreis else ()), *directory.towns):
        yield from _municipality(municipality)
    for office in directory.offices:
        yield from _office(published, office)
    for topic in directory.topics:
        yield _topic(published, topic)


def _codes(published: Published) -> Iterator[Node]:
    """The codes that every portal uses, typed here because the shapes look nowhere else."""
    yield node(names.EURO, ["skos:Concept"], {"skos:prefLabel": said("Euro")})
    for language in dict.fromkeys(names.LANGUAGES.values()):
        yield node(language, ["dct:LinguisticSystem"], {})
    for kind, words in labels.WAYS.items():
        yield node(names.concept(published, "kanal", kind), ["skos:Concept"], {"skos:prefLabel": said(words)})
    for audience, words in labels.AUDIENCES.items():
        yield node(names.concept(published, "fuer", audience), ["skos:Concept"], {"skos:prefLabel": said(words)})


def _municipality(municipality: Municipality) -> Iterator[Node]:
    yield node(
        names.area(municipality),
        ["dct:Location", "atu:atu-type"],
        {"dct:identifier": municipality.ars, "skos:prefLabel": said(municipality.name)},
    )
    yield node(
        names.authority(municipality),
        ORGANISATION,
        {
            "dct:identifier": municipality.ars,
            "skos:prefLabel": said(municipality.name),
            "dct:spatial": link(names.area(municipality)),
        },
    )


def _office(published: Published, office: Office) -> Iterator[Node]:
    """An office, how it is reached and when; above town and Kreis all we know of its area is that we are in it."""
    here = published.directory.municipality
    municipality = published.catalog.municipalities.get(office.municipality, here)
    address = names.office(published, office.slug)
    yield node(
        address,
        ORGANISATION,
        {
            "dct:identifier": address,
            "skos:prefLabel": said(office.name),
            "dct:description": said(office.description) if office.description else None,
            "dct:spatial": link(names.area(municipality)),
            "locn:address": link(f"{address}#anschrift") if office.address else None,
            "cv:contactPoint": link(f"{address}#kontakt"),
        },
    )
    if office.address:
        yield _address(f"{address}#anschrift", office.address)
    yield from _contact(address, office)


def _address(address: str, written: PostalAddress) -> Node:
    full = f"{written.street}, {written.postal_code} {written.city}"
    return node(
        address,
        ["locn:Address"],
        {
            "locn:fullAddress": said(full),
            "locn:thoroughfare": said(written.street),
            "locn:postCode": written.postal_code,
            "locn:postName": said(written.city),
        },
    )


def _contact(address: str, office: Office) -> Iterator[Node]:
    opening = list(_opening(address, office))
    pages = [page for page in (office.appointment_url, office.website) if page]
    yield node(
        f"{address}#kontakt",
        ["cv:ContactPoint"],
        {
            "cv:telephone": office.phone,
            "cv:email": office.email,
            "cv:contactPage": [link(page) for page in pages],
            "cv:openingHours": [link(one["@id"]) for one in opening if "time:TemporalEntity" in one["@type"]],
        },
    )
    yield from (node(page, ["foaf:Document"], {}) for page in pages)
    yield from opening


def _opening(address: str, office: Office) -> Iterator[Node]:
    """Each span of a week; what holds in some weeks only stays as it is written."""
    written = office.opening_hours
    if not written:
        return
    if not hours.is_plain(written):
        yield node(f"{address}#zeiten", ["time:TemporalEntity"], {"dct:description": said(written)})
        return
    for day, spans in enumerate(hours.schedule(written)):
        for number, span in enumerate(spans, 1):
            yield from _span(f"{address}#zeiten-{day + 1}-{number}", day, span)


def _span(address: str, day: int, span: hours.Span) -> Iterator[Node]:
    begin, end = span
    words = f"{_DAYS[day]} {hours.clock(begin)}–{hours.clock(end)} Uhr"
    parts = {"time:hasBeginning": link(f"{address}-von"), "time:hasEnd": link(f"{address}-bis")}
    yield node(address, ["time:TemporalEntity"], {"dct:description": said(words), **parts})
    for name, minutes in (("von", begin), ("bis", end)):
        moment = f"{address}-{name}"
        yield node(moment, ["time:Instant"], {"time:inDateTime": link(f"{moment}-uhr")})
        yield _moment(f"{moment}-uhr", (day + minutes // (24 * 60)) % 7, minutes % (24 * 60))


def _moment(address: str, day: int, minutes: int) -> Node:
    return node(
        address,
        ["time:DateTimeDescription"],
        {
            "time:unitType": link("http://www.w3.org/2006/time#unitMinute"),
            "time:dayOfWeek": link(f"http://www.w3.org/2006/time#{_WEEKDAYS[day]}"),
            "time:hour": typed(str(minutes // 60), "xsd:nonNegativeInteger"),
            "time:minute": typed(str(minutes % 60), "xsd:nonNegativeInteger"),
        },
    )


def _topic(published: Published, topic: Topic) -> Node:
    """A theme is a concept; a life event is an event."""
    address = published.at(urls.topic(topic.slug))
    titles = [said(topic.title), *(said(one.title, one.language) for one in topic.translations)]
    if topic.kind is TopicKind.THEME:
        return node(address, ["skos:Concept"], {"skos:prefLabel": titles})
    return node(
        address,
        ["cv:Event", "cv:LifeEvent"],
        {"dct:identifier": address, "dct:title": titles, "dct:description": said(topic.summary)},
    )
