"""The demo country with its eleven portals, read once."""

import pytest

from plugins.catalog.catalog import Catalog, load
from tests.portals import PROJECT


@pytest.fixture(scope="session")
def country() -> Catalog:
    """The catalog of the demo."""
    return load(PROJECT / "content")[0]
