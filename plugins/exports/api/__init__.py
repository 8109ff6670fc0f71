"""The portal as a JSON API of static files, with its OpenAPI description and schemas."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plugins.catalog.published import Published
from plugins.exports.api import addresses, documents, openapi, others, services
from plugins.exports.api.documents import Document
from plugins.exports.export import Distribution, Export, File


def files(published: Published) -> Iterator[File]:
    """Index, lists, one document for each service and office, description and schemas."""
    here, licence = published.directory, services.licence(published)
    yield _file(addresses.INDEX, others.index(published))
    lines = (services.line(published, offer) for offer in here.offers)
    yield File(addresses.SERVICES, _list(documents.Services(licence=licence, services=()), lines))
    offices = (others.office_line(published, office) for office in here.offices)
    yield File(addresses.OFFICES, _list(documents.Offices(licence=licence, offices=()), offices))
    topics = (others.topic(published, topic) for topic in here.topics)
    yield File(addresses.TOPICS, _list(documents.Topics(licence=licence, topics=()), topics))
    for offer in here.offers:
        yield _file(addresses.service(offer.slug), services.document(published, offer))
    for office in here.offices:
        yield _file(addresses.office(office.slug), others.office(published, office))
    yield _described(addresses.OPENAPI, openapi.description(published))
    for name in openapi.KINDS:
        yield _described(addresses.schema(name), openapi.schema(name))


def _file(path: str, document: Document) -> File:
    return File(path, iter([document.model_dump_json().encode() + b"\n"]))


def _list(empty: Document, entries: Iterable[Document]) -> Iterator[bytes]:
    """A list whose entries take the place of the empty one that its document ends with."""
    yield empty.model_dump_json().removesuffix("]}").encode()
    comma = b"\n"
    for entry in entries:
        yield comma + entry.model_dump_json().encode()
        comma = b",\n"
    yield b"\n]}\n"


def _described(path: str, description: dict[str, Any]) -> File:
    return File(path, iter([json.dumps(description, ensure_ascii=False, indent=1).encode() + b"\n"]))


EXPORT = Export(
    path=addresses.INDEX,
    title="Alle Leistungen für Programme",
    description="Leistungen, Stellen und Themen mit OpenAPI-Beschreibung und JSON-Schemas.",
    media_type="application/json",
    files=files,
    conforms_to="https://spec.openapis.org/oas/v3.1.0",
    others=(Distribution(addresses.OPENAPI, "application/json", "Beschreibung mit OpenAPI"),),
)
