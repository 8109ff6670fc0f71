"""The whole portal as one document in the words of schema.org."""

import json
from types import GeneratorType

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.history import History
from plugins.catalog.published import Published
from plugins.exports.schema_org import EXPORT
from tests.metadata.schema_org.vocabulary import expanded, misuse, unknown_terms

URL = "https://service.grossstadt.example"


@pytest.fixture
def published(world: Catalog) -> Published:
    return Published(world, directory(world, world.municipalities["grossstadt"]), URL, History())


def test_it_is_one_document_with_all_services_offices_and_the_municipality(published: Published) -> None:
    [file] = EXPORT.files(published)
    document = json.loads(b"".join(file.pieces))
    names = {node["@id"].removeprefix(URL) for node in document["@graph"]}
    assert file.path == EXPORT.path
    assert {"/#portal", "/#ort", "/#gebiet", "/stellen/buergerbuero/#stelle"} <= names
    assert {f"{offer.url}#leistung" for offer in published.directory.offers} <= names
    assert len(names) == 3 + len(published.directory.offices) + len(published.directory.offers)


def test_it_is_written_in_the_words_of_schema_org(published: Published) -> None:
    [file] = EXPORT.files(published)
    graph = expanded(json.loads(b"".join(file.pieces)), URL)
    assert len(graph) > 200
    assert unknown_terms(graph) == set()
    assert misuse(graph) == []


def test_it_comes_node_by_node(published: Published) -> None:
    [file] = EXPORT.files(published)
    assert isinstance(file.pieces, GeneratorType)
    pieces = list(file.pieces)
    assert len(pieces) == 1 + 3 + len(published.directory.offices) + len(published.directory.offers)
