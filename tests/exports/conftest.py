"""What the tests of exports share: portals of the tiny country and of the demo, as the public sees them."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import directory
from plugins.catalog.history import Commit, History
from plugins.catalog.published import Published
from tests.portals import PROJECT

COMMITTED = datetime.datetime(2026, 10, 25, 9, 30, tzinfo=datetime.UTC)
HISTORY = History({"services/hund-anmelden.md": Commit(COMMITTED, "Hund: neue Gebühr")})


def published(catalog: Catalog, municipality: str) -> Published:
    """The portal of a municipality at its own address; one service has a commit."""
    here = catalog.municipalities[municipality]
    return Published(catalog, directory(catalog, here), here.portal_url.rstrip("/"), HISTORY)


@pytest.fixture(scope="session")
def grossstadt(world: Catalog) -> Published:
    """The town of the tiny country that has its own Bauaufsicht."""
    return published(world, "grossstadt")


@pytest.fixture(scope="session")
def demo_catalog() -> Catalog:
    """The content of the demo."""
    return load(PROJECT / "content", datetime.date(2026, 11, 1))[0]


@pytest.fixture(scope="session")
def rurheim(demo_catalog: Catalog) -> Published:
    """A demo town."""
    return published(demo_catalog, "rurheim")


@pytest.fixture(scope="session")
def rurland(demo_catalog: Catalog) -> Published:
    """The demo's Kreis."""
    return published(demo_catalog, "kreis-rurland")


@pytest.fixture
def portal_of() -> Callable[[Path, str], Published]:
    """The portal of a municipality of a content folder."""
    return lambda folder, municipality: published(load(folder, datetime.date(2026, 11, 1))[0], municipality)
