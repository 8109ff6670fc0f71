"""All records of a content folder, and every problem found on the way."""

import datetime
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast
from urllib.parse import urldefrag

from plugins.catalog import source
from plugins.catalog.files import content_names, excess, is_note, stray, text_of
from plugins.catalog.kinds import Kind, kind_of
from plugins.catalog.links import Link, Shown, links_of, texts_of
from plugins.catalog.markdown import may_be_marked, pictures
from plugins.catalog.places import Place, Problem
from plugins.catalog.reading import read_record
from plugins.catalog.records import (
    OUT_OF_ORDER,
    CheckedLink,
    Choice,
    Form,
    Landing,
    Law,
    Ledger,
    Local,
    LocalService,
    Medium,
    Municipality,
    MunicipalityKind,
    Office,
    Page,
    Portal,
    Server,
    Service,
    Topic,
    Translation,
)
from plugins.catalog.records.base import Record
from plugins.catalog.records.medium import FOLDER
from plugins.catalog.source import Outline
from plugins.catalog.today import berlin_today
from plugins.media import reading as media

Name = tuple[str, str]
"""The kind of a record and its slug; a translation's slug ends in its language: `hund-anmelden.en`."""

Kept = TypeVar("Kept", bound=Record)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Broken:
    """A file with mistakes: what it would be, and what is written in it as far as that can be told."""

    kind: str
    slug: str
    text: str


@dataclass(frozen=True)
class Catalog:
    """Everything that was read, sorted by path.

    `names` also holds files that had problems, so that one broken file is reported once and not again by everything
    that refers to it. Of those files, `partial` holds what could be read and `broken` the text: for rules, never for
    outputs.
    """

    records: tuple[Record, ...]
    outlines: tuple[Outline, ...] = ()
    names: frozenset[Name] = frozenset()
    today: datetime.date = datetime.date.max
    partial: tuple[Record, ...] = ()
    broken: tuple[Broken, ...] = ()

    def once(self, make: "Callable[[Catalog], Made]") -> Made:
        """What a function makes of this catalog: made when somebody asks first, then the very same for all."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    def all(self, model: type[Kept]) -> tuple[Kept, ...]:
        """The records of one kind, in the order of their paths."""
        if model not in self._by_kind:
            self._by_kind[model] = tuple(record for record in self.records if isinstance(record, model))
        return cast(tuple[Kept, ...], self._by_kind[model])

    @cached_property
    def _by_kind(self) -> dict[type[Record], tuple[Record, ...]]:
        return {}

    @cached_property
    def plain_files(self) -> frozenset[str]:
        """The files of which one pass has told when they were read that some rules find nothing in them."""
        return frozenset(outline.path for outline in self.outlines if outline.is_plain)

    def with_partial(self) -> "Catalog":
        """The same with the records of files that have mistakes among the others, for rules."""
        records = sorted((*self.records, *self.partial), key=lambda record: record.origin.path)
        return replace(self, records=tuple(records), partial=()) if self.partial else self

    def is_sound(self, kind: str, slug: str) -> bool:
        """True when every file of this name exists and could be read as a whole."""
        return (kind, slug) in self.names and (kind, slug) not in self._broken_names

    @cached_property
    def _broken_names(self) -> frozenset[Name]:
        return frozenset((one.kind, one.slug) for one in self.broken)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """All services."""
        return self.all(Service)

    @cached_property
    def local(self) -> dict[tuple[str, str], Local]:
        """What differs in one municipality, by (municipality, service)."""
        return {(local.municipality, local.slug): local for local in self.all(LocalService)}

    @cached_property
    def written_locally(self) -> frozenset[str]:
        """The services of which something differs somewhere: few of all."""
        return frozenset(slug for _, slug in self.local)

    @cached_property
    def written(self) -> tuple[Service, ...]:
        """The services and what differs of them somewhere, for rules about single fields."""
        return (*self.services, *cast(tuple[Service, ...], self.all(LocalService)))

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
    def forms(self) -> dict[tuple[str, str], Form]:
        """Online forms by (municipality, name); the municipality of a shared form is empty."""
        return {(form.municipality, form.slug): form for form in self.all(Form)}

    @cached_property
    def choices(self) -> dict[tuple[str, str], tuple[Landing, Choice]]:
        """What can be chosen in other portals, by (portal, LeiKa key), with the first page on which it can."""
        found: dict[tuple[str, str], tuple[Landing, Choice]] = {}
        for landing in self.all(Landing):
            for choice in landing.choices:
                found.setdefault((landing.portal, choice.leika), (landing, choice))
        return found

    @cached_property
    def servers(self) -> dict[str, Server]:
        """Form servers by name."""
        return {server.slug: server for server in self.all(Server)}

    @cached_property
    def media(self) -> dict[tuple[str, str], Medium]:
        """Pictures and PDFs by (municipality, file name); the municipality of shared ones is empty."""
        return {(medium.municipality, medium.file): medium for medium in self.all(Medium)}

    @cached_property
    def laws(self) -> dict[str, Law]:
        """Laws by name."""
        return {law.slug: law for law in self.all(Law)}

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """Municipalities by folder."""
        return {municipality.slug: municipality for municipality in self.all(Municipality)}

    @cached_property
    def current(self) -> dict[str, Municipality]:
        """Municipalities that still exist, by folder; of the former ones, their successor says what they offer."""
        return {slug: one for slug, one in self.municipalities.items() if not one.successor}

    @property
    def first_municipality(self) -> Municipality | None:
        """Whose portal is meant when nobody says: the first that is no Kreis, because a Kreis offers only a part."""
        every = sorted(self.current.values(), key=lambda one: (one.kind is MunicipalityKind.DISTRICT, one.slug))
        return next(iter(every), None)

    @cached_property
    def offices(self) -> dict[tuple[str, str], Office]:
        """Offices by (municipality, role); the municipality of a state or federal office is empty."""
        return {(office.municipality, office.slug): office for office in self.all(Office)}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link of every record, in its fields and in its texts."""
        return tuple(link for _, links in self.linked for link in links)

    @cached_property
    def linked(self) -> tuple[tuple[Record, tuple[Link, ...]], ...]:
        """Every record with its links."""
        return tuple((record, tuple(links_of(record))) for record in self.records)

    @cached_property
    def _texts(self) -> tuple[tuple[Record, list[tuple[str, str]]], ...]:
        return tuple((record, texts) for record in self.records if (texts := texts_of(record)))

    @cached_property
    def texts(self) -> tuple[tuple[Record, str, str], ...]:
        """Every text in Markdown that somebody wrote, with its record and its field."""
        return tuple((record, *text) for record, texts in self._texts for text in texts)

    @cached_property
    def marked_texts(self) -> tuple[tuple[Record, str, str], ...]:
        """The texts of records in which is more than words, emphasis, lists and tables: links, pictures, code, HTML."""
        marked = (one for one in self._texts if may_be_marked("\n".join([text for _, text in one[1]])))
        return tuple((record, *text) for record, texts in marked for text in texts)

    @cached_property
    def pictures(self) -> tuple[Shown, ...]:
        """Every picture in a text of every record."""
        every = ((record, field, pictures(text)) for record, field, text in self.marked_texts)
        return tuple(Shown(record, field, picture) for record, field, found in every for picture in found)

    @cached_property
    def named_media(self) -> frozenset[str]:
        """How pictures and PDFs are called by those who name them: `/media/rathaus.jpg`."""
        led = (link.address for link in self.links if link.address.startswith(FOLDER))
        return frozenset((*led, *(shown.picture.address for shown in self.pictures)))

    @cached_property
    def checked_links(self) -> dict[str, CheckedLink]:
        """What the link ledger knows, by address."""
        return {link.address: link for ledger in self.all(Ledger) for link in ledger.links}

    def out_of_order(self, address: str | None) -> CheckedLink | None:
        """What the ledger says of an address that is broken or dangerous; None for any other."""
        plain = urldefrag(address).url if address and "#" in address else address
        link = self.checked_links.get(plain) if plain else None
        return link if link and link.state in OUT_OF_ORDER else None


def load(folder: Path, today: datetime.date | None = None) -> tuple[Catalog, list[Problem]]:
    """Read a content folder. The catalog holds every record that could be read; the list, all problems of reading."""
    loading = _Loading(folder)
    names = list(content_names(folder))
    too_much = excess([(name, os.lstat(f"{folder}/{name}").st_size) for name in names])
    loading.problems += [too_much] if too_much else []
    for name in names if not too_much else ():
        loading.take(name)
    if not loading.names and not too_much:
        hint = "Geben Sie den Ordner an: CONTENT=…"
        loading.problems.append(Problem(Place(""), f"Im Ordner {folder} sind keine Inhalte", hint, rule="file"))
    return loading.catalog(today or berlin_today()), loading.problems


def part(folder: Path, paths: Iterable[str], today: datetime.date) -> tuple[Catalog, list[Problem]]:
    """The records of these files alone, for who knows that they are what is asked about."""
    loading = _Loading(folder)
    for path in sorted(paths):
        loading.take(path)
    return loading.catalog(today), loading.problems


def name_of(path: str) -> Name | None:
    """What the record of a file is called; None for a file that holds none."""
    found = None if is_note(path) else kind_of(path)
    return _name(*found) if found else None


def _name(kind: Kind, computed: Mapping[str, str]) -> Name:
    slug = ".".join(computed[part] for part in ("slug", "file", "language", "host") if part in computed)
    return kind.name, slug


class _Loading:
    """What was found so far, file by file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.records: list[Record] = []
        self.partial: list[Record] = []
        self.outlines: list[Outline] = []
        self.broken: list[Broken] = []
        self.names: set[Name] = set()
        self.problems: list[Problem] = []

    def catalog(self, today: datetime.date) -> Catalog:
        return Catalog(
            tuple(self.records),
            tuple(self.outlines),
            frozenset(self.names),
            today,
            tuple(self.partial),
            tuple(self.broken),
        )

    def take(self, name: str) -> None:
        """Read one file."""
        found = None if is_note(name) else kind_of(name)
        if found is None:
            self.problems.append(stray(name))
            return
        kind, computed = found
        self.names.add(_name(kind, computed))
        if not self.read(name, kind, computed):
            self.broken.append(Broken(*_name(kind, computed), text_of(self.folder / name)))

    def read(self, name: str, kind: Kind, computed: dict[str, str]) -> bool:
        """Keep the record of a file; false when there are mistakes in it, so that it is only for rules."""
        if kind.model is Medium:
            return self.keep(media.read(self.folder / name, self.folder, computed.get("municipality", "")))
        outcome = source.read(name, self.folder, kind.headings, kind.max_bytes)
        if isinstance(outcome, Problem):
            self.problems.append(outcome)
            return False
        self.outlines.append(outcome.outline)
        reading = read_record(outcome, kind.model, **computed)
        self.problems += reading.problems
        (self.records if reading.whole else self.partial).append(reading.record)
        return reading.whole

    def keep(self, outcome: Medium | Problem) -> bool:
        """Keep a medium, which has no text to be read in part."""
        if isinstance(outcome, Problem):
            self.problems.append(outcome)
            return False
        self.records.append(outcome)
        return True
