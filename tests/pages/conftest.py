"""The theme without Pelican, and one municipality of the tiny country as data."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.pages import assets
from plugins.pages.compiling import PageMacro
from tests.pages.building import Builder
from tests.pages.theme import environment
from tests.portals import PROJECT, TINY_DAY


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
    real: Any = PageMacro.__call__

    def call(self: PageMacro, *values: Any, **named: Any) -> Any:
        names.append(self.name)
        return real(self, *values, **named)

    monkeypatch.setattr(PageMacro, "__call__", call)
    return names


@pytest.fixture
def build(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Builder:
    """The tiny country, built once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))
    content = shutil.copytree(PROJECT / "tests" / "world" / "content", tmp_path / "content")
    assets.bundle(PROJECT, PROJECT / ".cache" / "assets")
    shutil.copytree(PROJECT / ".cache" / "assets", tmp_path / "cache" / "assets")
    found = Builder(content, tmp_path / "output", tmp_path / "cache", capsys)
    found()
    return found
