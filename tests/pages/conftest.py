"""The theme without Pelican, and one municipality of the tiny country as data."""

import pytest
from jinja2 import Environment

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from tests.pages.theme import environment


@pytest.fixture(scope="session")
def theme() -> Environment:
    """The templates with their filters, for a portal at the root of its server."""
    return environment()


@pytest.fixture(scope="session")
def grossstadt(world: Catalog) -> Directory:
    """What the town of Großstadt offers."""
    return directory(world, world.municipalities["grossstadt"])
