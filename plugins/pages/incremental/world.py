"""What lies around the services of a content folder: read once, however many edits of services a process sees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from plugins.catalog import catalog as catalogs
from plugins.catalog import digests
from plugins.catalog.catalog import Catalog, Name
from plugins.catalog.places import Known, Place, Problem
from plugins.catalog.records import Medium
from plugins.pages.incremental.ingredients import Ingredients
from plugins.pages.incremental.known import SERVICES, records_of


class MovedError(ValueError):
    """The files are no longer what they were."""


@dataclass(frozen=True)
class World:
    """All that is no service, the names of all records there are, and the files of each service by its name."""

    content: Path
    around: Catalog
    names: frozenset[Name]
    families: Mapping[str, tuple[str, ...]]

    def services(self, slugs: Iterable[str]) -> tuple[Catalog, list[Problem]]:
        """These services alone, with what is wrong with them."""
        paths = (path for slug in slugs for path in self.families.get(slug, ()))
        return catalogs.part(self.content, paths, self.around.today)

    def with_services(self, slugs: Iterable[str]) -> tuple[Catalog, list[Problem]]:
        """These services, and the world around them."""
        found, problems = self.services(slugs)
        return replace(together(self.around, found), names=self.names), problems


def world(content: Path, made: Ingredients, media: Mapping[str, str]) -> World:
    """The world as it is in these files, with media as they are known: nothing is asked of their bytes once more.

    Raises `MovedError` when the files have changed since they were looked at.
    """
    marks = tuple(path if path.startswith(SERVICES) else (path, digest) for path, digest in made.files.items())
    return _world(content, marks, date.fromisoformat(made.today), tuple(media.items()))


@lru_cache(1)
def _world(
    content: Path, marks: tuple[str | tuple[str, str], ...], today: date, media: tuple[tuple[str, str], ...]
) -> World:
    files = dict(mark for mark in marks if isinstance(mark, tuple))
    families: dict[str, tuple[str, ...]] = {}
    for path in (mark for mark in marks if isinstance(mark, str)):
        families[service_of(path)] = (*families.get(service_of(path), ()), path)
    known = [_medium(*one) for one in media]
    around, _ = catalogs.part(content, files.keys() - dict(media).keys(), today)
    around = replace(around, records=records_of((*around.records, *known)))
    if digests.digested(content, files) != files:
        raise MovedError
    names = (catalogs.name_of(path) for path in (*files, *(path for one in families.values() for path in one)))
    return World(content, around, frozenset(filter(None, names)), families)


def _medium(path: str, written: str) -> Medium:
    found = Medium.model_validate_json(written)
    found.located(Known({"": Place(path)}))
    return found


def service_of(path: str) -> str:
    """The service that a file is about."""
    return path.removeprefix(SERVICES).partition(".")[0]


def together(one: Catalog, other: Catalog) -> Catalog:
    """The records of both, and what is written in their files."""
    return replace(
        one,
        records=records_of((*one.records, *other.records)),
        outlines=tuple(sorted((*one.outlines, *other.outlines), key=lambda outline: outline.path)),
        partial=(*one.partial, *other.partial),
        broken=(*one.broken, *other.broken),
    )
