"""Which file holds what: the one place that knows the layout of a content folder."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from plugins.catalog.files import MAX_BYTES
from plugins.catalog.records import (
    Form,
    Landing,
    Law,
    Ledger,
    LocalService,
    Medium,
    Municipality,
    Office,
    Page,
    Portal,
    Register,
    Server,
    Service,
    Tombstone,
    Topic,
    Translation,
    WordList,
)
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name in references, its German name, and where its files lie."""

    name: str
    german: str
    model: type[Record]
    pattern: re.Pattern[str]
    example: str
    max_bytes: int = MAX_BYTES

    @property
    def is_text(self) -> bool:
        """False for pictures and PDFs, in which nothing is to be read, mended or renamed as words."""
        return self.model is not Medium

    @property
    def headings(self) -> Mapping[str, Section]:
        """The headings of its texts, each with its declaration; a page, whose text is one, has the empty heading."""
        return _headings(self.model)


@cache
def _headings(model: type[Record]) -> Mapping[str, Section]:
    return MappingProxyType({mark.heading: mark for mark in marked_fields(model, Section).values()})


_ALLOWED = {"language": r"en|de\-simple", "host": r"[^/]+", "file": r"[^/]+"}
"""What a part of a path may be; any other is a name without a dot."""


def _kind(name: str, german: str, model: type[Record], path: str, example: str, max_bytes: int = MAX_BYTES) -> Kind:
    pattern = re.escape(path).replace(r"\{", "{").replace(r"\}", "}")
    for field in model.computed:
        allowed = _ALLOWED.get(field, r"[^/.]+")
        pattern = pattern.replace("{" + field + "}", f"(?P<{field}>{allowed})")
    return Kind(name, german, model, re.compile(pattern), example, max_bytes)


KINDS = (
    _kind("service", "Dienstleistung", Service, "services/{slug}.md", "content/services/hund-anmelden.md"),
    _kind(
        "translation",
        "Übersetzung",
        Translation,
        "services/{slug}.{language}.md",
        "content/services/hund-anmelden.en.md",
    ),
    _kind("topic", "Thema", Topic, "topics/{slug}.yaml", "content/topics/tiere.yaml"),
    _kind("portal", "Portal", Portal, "portals/{slug}.yaml", "content/portals/wsp-nrw.yaml"),
    _kind("form", "Formular", Form, "forms/{slug}.yaml", "content/forms/hund-anmelden.yaml"),
    _kind(
        "form",
        "Formular",
        Form,
        "municipalities/{municipality}/forms/{slug}.yaml",
        "content/municipalities/x/forms/hund-anmelden.yaml",
    ),
    _kind("server", "Formularserver", Server, "servers/{slug}.yaml", "content/servers/kreis.yaml"),
    _kind("landing", "Einstiegsseite", Landing, "landings/{slug}.yaml", "content/landings/veranstaltungen.yaml"),
    _kind("law", "Gesetz", Law, "laws/{slug}.yaml", "content/laws/pauswg.yaml"),
    _kind("page", "Seite", Page, "pages/{slug}.md", "content/pages/impressum.md"),
    _kind(
        "municipality",
        "Ort",
        Municipality,
        "municipalities/{slug}/municipality.yaml",
        "content/municipalities/x/municipality.yaml",
    ),
    _kind("office", "Stelle", Office, "offices/{slug}.yaml", "content/offices/finanzamt.yaml"),
    _kind(
        "office",
        "Stelle",
        Office,
        "municipalities/{municipality}/offices/{slug}.yaml",
        "content/municipalities/x/offices/y.yaml",
    ),
    _kind(
        "local",
        "Dienstleistung vor Ort",
        LocalService,
        "municipalities/{municipality}/services/{slug}.md",
        "content/municipalities/x/services/hund-anmelden.md",
    ),
    _kind("words", "Wörterliste", WordList, "words/{slug}.yaml", "content/words/namen.yaml"),
    _kind(
        "tombstone",
        "Aufgehobene Seite",
        Tombstone,
        "tombstones/{slug}.yaml",
        "content/tombstones/jugendfischereischein.yaml",
    ),
    _kind(
        "tombstone",
        "Aufgehobene Seite",
        Tombstone,
        "municipalities/{municipality}/tombstones/{slug}.yaml",
        "content/municipalities/x/tombstones/jugendfischereischein.yaml",
    ),
    _kind(
        "register",
        "Adressverzeichnis",
        Register,
        "addresses/{slug}.yaml",
        "content/addresses/shared.yaml",
        4 * 1024 * 1024,
    ),
    _kind("medium", "Bild oder PDF", Medium, "media/{file}", "content/media/rathaus.jpg"),
    _kind(
        "medium",
        "Bild oder PDF",
        Medium,
        "municipalities/{municipality}/media/{file}",
        "content/municipalities/x/media/rathaus.jpg",
    ),
    _kind(
        "ledger", "Linkprüfung", Ledger, "links/{host}.yaml", "content/links/www.bauportal.nrw.yaml", 4 * 1024 * 1024
    ),
)


def kind_of(path: str) -> tuple[Kind, dict[str, str]] | None:
    """The kind of a file and the fields that follow from its path (`slug`, `language`, `municipality`)."""
    for kind in KINDS:
        found = kind.pattern.fullmatch(path)
        if found:
            return kind, found.groupdict()
    return None
