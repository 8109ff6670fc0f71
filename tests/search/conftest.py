"""The demo content as documents and as an index, read once."""

from pathlib import Path

import pytest

from search import browser_index, documents
from search.documents import SearchDocument
from search.ranking import Searchable
from tests.search.node import ROOT


@pytest.fixture(scope="session")
def services() -> list[SearchDocument]:
    """The services of the first town of the demo content."""
    return documents.load(ROOT / "content")


@pytest.fixture(scope="session")
def search_file(services: list[SearchDocument], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their search file, as the browser gets it."""
    path = tmp_path_factory.mktemp("search") / "search.json"
    path.write_bytes(browser_index.build(services))
    return path


@pytest.fixture(scope="session")
def index(search_file: Path) -> Searchable:
    """What is in it, ready for queries."""
    return browser_index.load(search_file.read_bytes())
