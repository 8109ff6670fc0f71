"""Portals built as an operator builds them, for tests that look at files or open them in a browser."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup

PROJECT = Path(__file__).resolve().parents[1]
_OURS = {
    "ADMIN",
    "ALLOW",
    "CONTENT",
    "EXPORTS",
    "FORGE",
    "FORGE_LOGIN",
    "GATED",
    "INDEXNOW_KEY",
    "JOBS",
    "MUNICIPALITY",
    "OUTPUT",
    "PORTALS",
    "PREVIEW",
    "PROFILE",
    "SCHEDULER",
    "SITEURL",
}

_EVERYWHERE = {
    "home": "/",
    "service": "/leistungen/gewerbe-anmelden/",
    "service.de-simple": "/leistungen/hund-anmelden/de-simple/",
    "a-z": "/leistungen/",
    "topics": "/themen/",
    "topic": "/themen/ausweise/",
    "topic.audience": "/unternehmen/",
    "offices": "/stellen/",
    "office": "/stellen/buergerbuero/",
    "forms": "/formulare/",
    "search": "/suche/",
    "data": "/daten/",
    "page": "/barrierefreiheit/",
    "page.publisher": "/impressum/",
    "404": "/404.html",
    "patterns": "/muster/",
}
DEMO_KINDS = _EVERYWHERE | {
    "service.en": "/leistungen/personalausweis-beantragen/en/",
    "page.picture": "/hilfe/",
    "service.by-rule": "/leistungen/versteigerergewerbe-erlaubnis/",
}
"""One page per kind: template, then a variant → address."""

IN_LANGUAGES = tuple(
    f"{address}{tag}/"
    for tag in ("en", "de-simple")
    for kind, address in _EVERYWHERE.items()
    if kind in {"home", "a-z", "topics", "topic", "topic.audience", "offices", "office", "forms", "search", "data"}
)
"""The pages of the interface in other languages, one per kind and language."""

TINY_URL = "https://service.grossstadt.example"
DEMO_URL = "https://service.rurheim.example"
KREIS_URL = "https://service.kreis-rurland.example"
"""Where the portals that tests look at would be published."""

TINY_DAY = 1793491200
"""The first of November 2026, the day the tiny country lives in, as `SOURCE_DATE_EPOCH`."""

TINY_KINDS = _EVERYWHERE | {
    "service.en": "/leistungen/hund-anmelden/en/",
    "home.en": "/en/",
    "search.en": "/suche/en/",
    "office.de-simple": "/stellen/buergerbuero/de-simple/",
}


@dataclass(frozen=True)
class Portal:
    """A built portal."""

    folder: Path

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The address of every page, in alphabetical order."""
        return tuple(sorted(self._address(file) for file in self.folder.rglob("*.html")))

    def file(self, address: str) -> Path:
        """The file that answers an address without anchor and query."""
        path = self.folder / address.lstrip("/")
        return path / "index.html" if address.endswith("/") else path

    def html(self, address: str) -> str:
        """The source of a page."""
        return self.file(address).read_text("utf-8")

    @cached_property
    def pages(self) -> Mapping[str, BeautifulSoup]:
        """Every page, parsed."""
        return {address: BeautifulSoup(self.html(address), "html.parser") for address in self.addresses}

    @cached_property
    def whole_pages(self) -> Mapping[str, BeautifulSoup]:
        """The pages with a header and a menu: not those that only say where something has gone, nor the 404 page."""
        return {address: page for address, page in self.pages.items() if page.find("nav") and address != "/404.html"}

    def _address(self, file: Path) -> str:
        return f"/{file.relative_to(self.folder).as_posix()}".removesuffix("index.html")


def inherited() -> dict[str, str]:
    """The environment without any setting of ours."""
    return {name: value for name, value in os.environ.items() if name not in _OURS}


def pelican(*arguments: str, **environment: str | int | Path) -> subprocess.CompletedProcess[str]:
    """Run Pelican in a process of its own; keywords are environment variables."""
    return pelican_in(PROJECT, *arguments, **environment)


def pelican_in(project: Path, *arguments: str, **environment: str | int | Path) -> subprocess.CompletedProcess[str]:
    """The same in another checkout."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", *arguments],
        cwd=project,
        env=inherited() | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        encoding="utf-8",
    )


def build(content: Path, municipality: str, output: Path, public: str = "", **environment: str | int | Path) -> Portal:
    """A portal that must come out without errors; `public` is its address, without it search engines stay away."""
    address = ("--extra-settings", f"SITEURL={json.dumps(public)}") if public else ()
    done = pelican(*address, CONTENT=content, MUNICIPALITY=municipality, OUTPUT=output, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return Portal(output)
