"""Portals built in this very process, again and again into the same folder, with what a build remembers."""

import gc
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import read_settings

from plugins.pages.run import PortalRun
from tests.portals import PROJECT, TINY_URL


@dataclass(frozen=True)
class Built:
    """What came of a build: the line about the portal without its seconds, and the problems it told."""

    said: str
    told: str


@dataclass(frozen=True)
class Builder:
    """Builds Großstadt in this process; what a build remembers lies in `cache`."""

    content: Path
    output: Path
    cache: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, **settings: Any) -> Built:
        self.capture.readouterr()
        try:
            PortalRun(self.settings(**settings)).run()
        except SystemExit as refused:
            return Built("", f"{self.capture.readouterr().err}{refused.code}")
        finally:
            gc.unfreeze()
            gc.enable()
        out, err = self.capture.readouterr()
        return Built(out.partition(" (")[0], err)

    def settings(self, **settings: Any) -> dict[str, Any]:
        """Those of the project with these."""
        paths = {"PATH": str(self.content), "OUTPUT_PATH": str(self.output), "CACHE_PATH": str(self.cache)}
        asked = {"MUNICIPALITY": "grossstadt", "SITEURL": TINY_URL, **paths, **settings}
        found: dict[str, Any] = read_settings(str(PROJECT / "pelicanconf.py"), asked)
        return found

    def afresh(self, folder: Path) -> "Builder":
        """Somebody who builds the same elsewhere and remembers nothing but styles and templates."""
        cache = folder / "cache"
        cache.mkdir(parents=True)
        for name in ("assets", "templates"):
            (cache / name).symlink_to(self.cache / name)
        return replace(self, output=folder / "output", cache=cache)
