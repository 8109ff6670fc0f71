"""XZuFi 2.2.0, for the Portalverbund and the editing systems of the Länder; experimental until an XSD is at hand."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.catalog.published import Published
from plugins.catalog.records import Medium
from plugins.exchange.xzufi.publication import Publication
from plugins.exchange.xzufi.writing import message
from plugins.exports import words
from plugins.exports.export import Export, File
from plugins.interface.speech import GERMAN

PATH = "daten/xzufi.xml"


def files(published: Published) -> Iterator[File]:
    """One message with everything that editors wrote."""
    publication = Publication(
        published.directory,
        published.url,
        replace(published.around, media=_to_read(published.around.media)),
        _written_at(published),
        lambda offer: published.changed_at(offer),
        lambda office: words.hours(office, GERMAN),
    )
    yield File(PATH, message(publication))


def _to_read(media: Mapping[str, Medium]) -> Mapping[str, Medium]:
    """Documents only: what stands in another portal must not load pictures from ours."""
    return {written: medium for written, medium in media.items() if not medium.is_picture}


def _written_at(published: Published) -> datetime.datetime:
    """The last change of the content; without a history the start of the last day on which a text was reviewed."""
    last = max(published.history.commits.values(), default=None)
    reviewed_on = max((offer.service.reviewed_on for offer in published.directory.offers), default=datetime.date.min)
    return last.at if last else datetime.datetime.combine(reviewed_on, datetime.time(), datetime.UTC)


EXPORT = Export(
    path=PATH,
    title="XZuFi 2.2.0, experimentell",
    description=(
        "Leistungen, Stellen, Online-Dienste und Zuständigkeiten für den Portalverbund. Nach bekannten Elementnamen "
        "geschrieben; gegen das amtliche XML-Schema ist die Datei noch nicht geprüft."
    ),
    media_type="application/xml",
    files=files,
    conforms_to="http://xoev.de/schemata/xzufi/2_2_0",
)
