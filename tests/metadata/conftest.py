"""The tiny country with days on which its files changed, and the demo country, read once."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Directory, directory
from plugins.catalog.history import Commit, History
from tests.portals import PROJECT

URL = "https://service.grossstadt.example"


def told(changes: Mapping[str, tuple[str, str]]) -> History:
    """A history: path → the day of its last commit and what its author said."""
    return History(
        {path: Commit(datetime.fromisoformat(f"{day}T10:00:00+01:00"), said) for path, (day, said) in changes.items()}
    )


@pytest.fixture(scope="session")
def grossstadt(world: Catalog) -> Directory:
    """What the town of Großstadt offers."""
    return directory(world, world.municipalities["grossstadt"])


@pytest.fixture(scope="session")
def kleinstadt(world: Catalog) -> Directory:
    """What the town of Kleinstadt offers."""
    return directory(world, world.municipalities["kleinstadt"])


@pytest.fixture(scope="session")
def country() -> Catalog:
    """The catalog of the demo."""
    return load(PROJECT / "content")[0]
