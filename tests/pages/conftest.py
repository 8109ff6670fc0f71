"""The theme without Pelican, and one municipality of the tiny country as data."""

from typing import Any

import pytest
from jinja2 import Environment
from jinja2.runtime import Macro

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


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the macros that are called from now on."""
    names: list[str] = []
    real: Any = Macro._invoke

    def invoke(self: Macro, *rest: Any) -> Any:
        names.append(self.name)
        return real(self, *rest)

    monkeypatch.setattr(Macro, "_invoke", invoke)
    return names
