"""All records of a content folder, and every problem found on the way."""

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from plugins.catalog import source
from plugins.catalog.kinds import kind_of
from plugins.catalog.links import Link, links_of
from plugins.catalog.places import Place, Problem, Severity
from plugins.catalog.reading import read_record
from plugins.catalog.records import (
    Form,
    Law,
    Municipality,
    Office,
    Page,
    Portal,
    Service,
    Topic,
    Translation,
)
from plugins.catalog.records.base import Record
from plugins.catalog.source import Source

Kept = TypeVar("Kept", bound=Record)


@dataclass(frozen=True)
class Catalog:
    """Everything that was read, sorted by path. `names` also holds files that had problems, so that
    one broken file is reported once and not again by everything that refers to it."""

    records: tuple[Record, ...]
    sources: tuple[Source, ...] = ()
    names: frozenset[tuple[str, str]] = frozenset()
    today: datetime.date = datetime.date.max

    def all(self, model: type[Kept]) -> tuple[Kept, ...]:
        """The records of one kind, in the order of their paths."""
        return tuple(record for record in self.records if type(record) is model)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """All services."""
        return self.all(Service)

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """All texts in other languages."""
        return self.all(Translation)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """All topics in their own order."""
        return tuple(sorted(self.all(Topic), key=lambda topic: (topic.order, topic.slug)))

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages in their own order."""
        return tuple(sorted(self.all(Page), key=lambda page: (page.order, page.slug)))

    @cached_property
    def portals(self) -> dict[str, Portal]:
        """Foreign portals by name."""
        return {portal.slug: portal for portal in self.all(Portal)}

    @cached_property
    def forms(self) -> dict[str, Form]:
        """Online forms by name."""
        return {form.slug: form for form in self.all(Form)}

    @cached_property
    def laws(self) -> dict[str, Law]:
        """Laws by name."""
        return {law.slug: law for law in self.all(Law)}

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """Municipalities by folder."""
        return {municipality.slug: municipality for municipality in self.all(Municipality)}

    @cached_property
    def offices(self) -> dict[tuple[str, str], Office]:
        """Offices by (municipality, role); the municipality of a state or federal office is empty."""
        return {(office.municipality, office.slug): office for office in self.all(Office)}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link of every record, in its fields and in its texts."""
        return tuple(link for record in self.records for link in links_of(record))


def load(folder: Path, today: datetime.date | None = None) -> tuple[Catalog, list[Problem]]:
    """Read a content folder. The catalog holds every record that could be read; the list, all problems of reading."""
    records: list[Record] = []
    sources: list[Source] = []
    problems: list[Problem] = []
    names: set[tuple[str, str]] = set()
    for path in content_files(folder):
        found = kind_of(path.relative_to(folder).as_posix())
        if found is None:
            problems.append(_stray(path, folder))
            continue
        kind, computed = found
        names.add((kind.name, computed["slug"]))
        outcome = source.read(path, folder)
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        sources.append(outcome)
        record = read_record(outcome, kind.model, **computed)
        if isinstance(record, Record):
            records.append(record)
        else:
            problems += record
    if not names:
        problems.append(
            Problem(
                Place(""), f"Im Ordner {folder} sind keine Inhalte", "Geben Sie den Ordner an: CONTENT=…", rule="file"
            )
        )
    return Catalog(tuple(records), tuple(sources), frozenset(names), today or berlin_today()), problems


def content_files(folder: Path) -> Iterator[Path]:
    """All files below a folder in a fixed order; hidden files and folders (`.git`) are no content."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        yield from (Path(parent) / name for name in sorted([*files, *links]) if not name.startswith("."))


def _stray(path: Path, folder: Path) -> Problem:
    name = path.relative_to(folder).as_posix()
    if name.lower() in {"readme.md", "license", "licence", "source.txt"}:
        return Problem(Place(name), "Diese Datei wird nicht veröffentlicht", severity=Severity.HINT, rule="file")
    return Problem(
        Place(name),
        "Diese Datei gehört zu keinem Ordner der Inhalte",
        "Dienstleistungen liegen als services/<name>.md, andere Angaben als <ordner>/<name>.yaml.",
        rule="file",
    )


def berlin_today() -> datetime.date:
    """The day in Germany; `SOURCE_DATE_EPOCH` fixes it for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    berlin = ZoneInfo("Europe/Berlin")
    moment = datetime.datetime.fromtimestamp(int(epoch), berlin) if epoch else datetime.datetime.now(berlin)
    return moment.date()
