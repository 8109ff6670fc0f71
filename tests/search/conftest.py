"""The demo content as documents and as an index, read once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from search import browser_index, documents, layout
from search.documents import SearchDocument
from search.ranking import Searchable
from tests.search.node import ROOT


@pytest.fixture(scope="session")
def services() -> list[SearchDocument]:
    """The services of the first town of the demo content."""
    return documents.load(ROOT / "content")


@pytest.fixture(scope="session")
def files(services: list[SearchDocument]) -> dict[str, bytes]:
    """Their search files by name, as a small directory has them: all in one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "WHOLE_UP_TO", len(services))
        return browser_index.build(services)


@pytest.fixture(scope="session")
def search_folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the browser gets them from."""
    return written(files, tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="session")
def sharded(services: list[SearchDocument]) -> dict[str, bytes]:
    """Search files of the same services, cut as those of a very large directory are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "SHARDED_FROM", 10)
        patch.setattr(layout, "SHARD", 500)
        patch.setattr(layout, "WORDS", None)
        return browser_index.build(services)


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """The folder with these files in it."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def index(files: dict[str, bytes]) -> Searchable:
    """What is in them, ready for queries."""
    return browser_index.load(files)
